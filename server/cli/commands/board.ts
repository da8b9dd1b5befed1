/** `docket board`: the board as one self-contained page, as Mermaid to paste, or as data. */
import { dirname, relative, resolve } from "node:path";
import { analyse } from "../../engine/analyse";
import { governingPolicy } from "../../engine/find-files";
import { type BoardDocument, board as buildBoard } from "../../features/board";
import { systemClock } from "../../host/clock";
import { sha256 } from "../../host/hash";
import { toSlashes } from "../../host/paths";
import { putFile } from "../../host/write-file";
import type { Board } from "../../process/board-model";
import { encodePath } from "../../report/board/escape";
import { renderBoardJson } from "../../report/board/json";
import { linksBy } from "../../report/board/link";
import { renderMermaid } from "../../report/board/mermaid";
import { renderBoardPage } from "../../report/board/page";
import { BOARD_STYLE } from "../../report/board/style";
import { analyseFiles } from "../analyse-files";
import { beginAudit, readPast } from "../audit-root";
import type { OpenedRoot } from "../open-root";
import { policyVerdict } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";

export interface BoardOptions {
  readonly format: "html" | "mermaid" | "json";
  /** The file to write instead of the standard output. */
  readonly out?: string;
}

/** Throws a `UsageError` where the file cannot be written. */
export async function board(options: BoardOptions, terminal: Terminal): Promise<number> {
  const { format, out } = options;
  const { root, finish } = beginAudit([], terminal.folder);
  // what the history says against a document counts here as it does for `docket check`
  const past = readPast(root, await finish(false));
  const documents: BoardDocument[] = [];
  analyseFiles(
    root,
    systemClock.today(),
    createProgress(terminal),
    analyse,
    ({ policy }, analysis) => {
      if (!analysis.governed) return;
      const { entry, findings } = analysis;
      documents.push({
        entry: { ...entry, path: root.shown(entry.path) },
        process: analysis.process(),
        lifecycles: policy.process.lifecycles,
        findings: findings.filter(({ severity }) => severity !== "information").length,
      });
    },
    past,
  );
  const model = buildBoard(documents, systemClock.today());
  const text = render(model, format, root, out === undefined ? undefined : resolve(terminal.folder, out));
  if (out === undefined) terminal.out(text);
  else write(root, resolve(terminal.folder, out), out, text, terminal);
  return policyVerdict(root, terminal);
}

function render(
  model: Board,
  format: BoardOptions["format"],
  root: OpenedRoot,
  file: string | undefined,
): string {
  if (format === "json") return renderBoardJson(model);
  if (format === "mermaid") return renderMermaid(model);
  const top = root.folder === "" ? root.files.base : `${root.files.base}/${root.folder}`;
  // a page that goes to the standard output is taken to lie where the policy lies
  const toTop = file === undefined ? "" : toSlashes(relative(dirname(file), top));
  const linkTo = linksBy((path) => encodePath(toTop === "" ? path : `${toTop}/${path}`));
  const styleHash = Buffer.from(sha256(BOARD_STYLE), "hex").toString("base64");
  return renderBoardPage({ name: undefined, board: model, linkTo }, styleHash);
}

function write(root: OpenedRoot, file: string, given: string, text: string, terminal: Terminal): void {
  const path = toSlashes(file).slice(root.files.base.length + 1);
  const isGoverned = root.policyFiles.includes(path) || governingPolicy(root.policies, path) !== undefined;
  const isTaken = isGoverned && root.files.kindOf(path) === "file";
  const failure = isTaken ? { reason: "it is a document of this workspace" } : putFile(file, text);
  if (failure !== undefined)
    throw new UsageError(
      `\`${given}\` was not written: ${failure.reason}. Name another file, such as \`--out board.html\`.`,
    );
  terminal.err(`The board is in \`${given}\`.\n`);
}
