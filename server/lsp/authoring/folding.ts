/** Answers what folds in a document beyond Markdown's own. */
import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from "vscode-languageserver/node";
import { foldsOf } from "../../features/authoring/folding";
import type { AuthoringFeature } from "./feature";

export const folding: AuthoringFeature = {
  capabilities: { foldingRangeProvider: true },
  answer: ({ connection, guard, ask }) =>
    connection.onFoldingRanges(
      guard<[FoldingRangeParams], FoldingRange[] | null>("Folding", null, (question) => {
        const asked = ask(question);
        if (asked === undefined) return null;
        return foldsOf(asked.context.document).flatMap(({ range, kind }): FoldingRange[] => {
          const startLine = asked.lines.lineAt(range.start);
          const endLine = asked.lines.lineAt(range.end);
          if (endLine <= startLine) return [];
          return [{ startLine, endLine, ...(kind === "block" ? {} : { kind: FoldingRangeKind.Region }) }];
        });
      }),
    ),
};
