/** Answers what a growing selection takes in. */
import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver/node";
import { selectionRanges } from "../../features/authoring/selection-ranges";
import { toLspRange } from "../convert";
import type { AuthoringFeature } from "./feature";

export const selectionRange: AuthoringFeature = {
  capabilities: { selectionRangeProvider: true },
  answer: ({ connection, guard, ask }) =>
    connection.onSelectionRanges(
      guard<[SelectionRangeParams], SelectionRange[] | null>("Selection ranges", null, (question) => {
        const asked = ask(question);
        if (asked === undefined) return null;
        const { context, lines } = asked;
        return question.positions.map((position) => {
          const [whole, ...inner] = selectionRanges(context.document, lines.offsetAt(position)).toReversed();
          const outermost: SelectionRange = { range: toLspRange(whole ?? { start: 0, end: 0 }, lines) };
          return inner.reduce<SelectionRange>(
            (parent, range) => ({ range: toLspRange(range, lines), parent }),
            outermost,
          );
        });
      }),
    ),
};
