/** Every place that mentions what is at the cursor, with or without those that define it. */
import { foldKey } from "../../base/fold";
import type { Range } from "../../base/range";
import { charteredRole } from "../../process/charter";
import { processOf } from "../../process/read-process";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringContext } from "./context";
import { type DocumentMentions, findMentions, mentionsIn } from "./find-mentions";
import { type Subject, subjectAt } from "./subject";
import { holds } from "./target";

/** Nothing where there is no subject; undefined is a place to pause. */
export function* referencesAt(
  context: AuthoringContext,
  includeDeclaration: boolean,
): Generator<DocumentMentions | undefined, void> {
  const subject = subjectAt(context);
  if (subject === undefined) return;
  if (subject.kind === "document" && includeDeclaration) yield titleOf(subject.path, context);
  for (const found of findMentions(subject, context)) {
    const defining = found === undefined || includeDeclaration ? [] : definitionsIn(found.document, subject);
    const ranges = found?.ranges.filter(({ start }) => !defining.some((each) => holds(each, start))) ?? [];
    yield found === undefined || ranges.length === 0 ? undefined : { ...found, ranges };
  }
}

/** The places in the document itself, those that define it included. */
export function highlightsAt(context: AuthoringContext): readonly Range[] {
  const subject = subjectAt(context);
  if (subject === undefined) return [];
  const ranges = mentionsIn(context.document, subject, context.workspace);
  return ranges.some(({ start }) => start === subject.range.start) ? ranges : [subject.range, ...ranges];
}

/** A document is declared by its title. */
function titleOf(path: string, { document, workspace }: AuthoringContext): DocumentMentions | undefined {
  const read = path === document.path ? document : workspace.read(path);
  return read && { document: read, ranges: [read.parsed.title?.titleRange ?? { start: 0, end: 0 }] };
}

/** The cell with an action's id, the line that names a gate or an item, the charter's title and the field of its role. */
function definitionsIn(document: GovernedDocument, subject: Subject): readonly Range[] {
  const { rows, gates } = processOf(document);
  switch (subject.kind) {
    case "document":
      return [];
    case "role":
      return foldKey(charteredRole(document) ?? "") === subject.key ? charterRanges(document) : [];
    case "id":
    case "gate": {
      const key = foldKey(subject.kind === "id" ? subject.id : subject.name);
      const cells = rows.flatMap(({ action, cells: { id } }) =>
        id !== undefined && foldKey(action.id ?? "") === key ? [id.range] : [],
      );
      const lines = gates.flatMap(({ gate, items }) => [
        ...(foldKey(gate.gate) === key ? [gate.range] : []),
        ...items.flatMap(({ item }) => (foldKey(item.id) === key ? [item.range] : [])),
      ]);
      return [...cells, ...lines];
    }
  }
}

function charterRanges({ parsed, classification }: GovernedDocument): readonly Range[] {
  const own = classification?.class.fields.find(({ type }) => type === "role");
  const fields = parsed.header.fields.filter(({ folded }) => own?.keys.includes(folded));
  return [
    ...fields.map(({ valueRange }) => valueRange),
    ...(parsed.title === undefined ? [] : [parsed.title.titleRange]),
  ];
}
