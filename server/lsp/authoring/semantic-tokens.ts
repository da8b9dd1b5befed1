/** Answers which words of a document are states, ids and roles. */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from "vscode-languageserver/node";
import type { Range } from "../../base/range";
import { type SemanticToken, semanticTokens as tokensOf } from "../../features/authoring/semantic-tokens";
import { toRange } from "../convert";
import type { Asked } from "./ask";
import type { AuthoringFeature } from "./feature";

const KINDS: readonly SemanticToken["kind"][] = ["state", "id", "role"];

export const semanticTokens: AuthoringFeature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: ["docketState", "docketId", "docketRole"], tokenModifiers: [] },
      full: true,
      range: true,
    },
  },
  answer: ({ connection, guard, ask }) => {
    const nothing: SemanticTokens = { data: [] };
    connection.languages.semanticTokens.on(
      guard<[SemanticTokensParams], SemanticTokens>("Semantic tokens", nothing, (question) => {
        const asked = ask(question);
        if (asked === undefined) return nothing;
        return toTokens(asked, { start: 0, end: asked.context.document.text.length });
      }),
    );
    connection.languages.semanticTokens.onRange(
      guard<[SemanticTokensRangeParams], SemanticTokens>("Semantic tokens", nothing, (question) => {
        const asked = ask({ textDocument: question.textDocument });
        return asked === undefined ? nothing : toTokens(asked, toRange(question.range, asked.lines));
      }),
    );
  },
};

function toTokens({ context, lines }: Asked, within: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { range, kind } of tokensOf(context, within)) {
    const { line, character } = lines.positionAt(range.start);
    builder.push(line, character, range.end - range.start, KINDS.indexOf(kind), 0);
  }
  return builder.build();
}
