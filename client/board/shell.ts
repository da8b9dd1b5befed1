/** The page in which the board is shown: it loads one script and one style sheet, and nothing else. */
import type { BoardAnswer } from "../../server/protocol/messages";

interface Shell {
  /** Of the window: the script and the style sheet have it, and whatever has not is not run. */
  readonly nonce: string;
  /** What the page may load; all of it is escaped already. */
  readonly script: string;
  /** In plain words; shown until there is an answer. */
  readonly waiting: string;
  /** A language tag. */
  readonly language: string;
  readonly answer: BoardAnswer | undefined;
}

export function renderShell({ nonce, script, waiting, language, answer }: Shell): string {
  const parts = answer?.parts.map(({ html }) => html) ?? [`<p id="waiting">${waiting}</p>`];
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<style nonce="${nonce}">${answer?.style ?? ""}</style>
</head>
<body>
<main id="board">${parts.join("\n")}</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
