/** The lines of a header in the order of the class's fields. */
import type { TextEdit } from "../../base/edit";
import type { HeaderField } from "../../document/types";
import type { DocumentClass } from "../../policy/types";
import { classOf } from "../../rules/fields";
import type { GovernedDocument } from "../../workspace/types";
import { frontMatterRun } from "./front-matter-run";
import type { Slot } from "./header-slot";
import { lineRuns } from "./line-runs";

/**
 * Within each run of slots the texts change places and what stands between the slots stays. A run in which a field
 * stands twice is left to its finding.
 */
export function orderEdits(document: GovernedDocument): readonly TextEdit[] {
  const documentClass = classOf(document);
  if (documentClass === undefined) return [];
  const runs = [frontMatterRun(document, documentClass), ...lineRuns(document)];
  return runs.flatMap((run) => orderRun(document.text, run, documentClass));
}

function orderRun(text: string, run: readonly Slot[], documentClass: DocumentClass): TextEdit[] {
  if (repeats(run, documentClass)) return [];
  const ordered = [...run].sort((a, b) => rankOf(a.field, documentClass) - rankOf(b.field, documentClass));
  return run.flatMap(({ range }, index) => {
    const from = ordered[index]?.range ?? range;
    return from === range ? [] : [{ range, newText: text.slice(from.start, from.end) }];
  });
}

/** Fields that the class does not know come last, in the order in which they stand. */
function rankOf({ folded }: HeaderField, { fields, fieldByKey }: DocumentClass): number {
  const field = fieldByKey.get(folded);
  return field === undefined ? fields.length : fields.indexOf(field);
}

function repeats(run: readonly Slot[], { fieldByKey }: DocumentClass): boolean {
  const names = run.map(({ field }) => fieldByKey.get(field.folded)?.name ?? field.folded);
  return new Set(names).size < names.length;
}
