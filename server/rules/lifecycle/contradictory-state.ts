/** A document says at two places that it is in two different states. */
import { parseDate } from "../../base/date";
import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import { foldTitle } from "../../document/change-log";
import { fieldsOfParagraph } from "../../document/parse-header";
import type { HeaderField, ParsedDocument } from "../../document/types";
import type { DocumentClass, FieldPolicy, Policy, StatePolicy } from "../../policy/types";
import { findState, isUnset } from "../../workspace/field-values";
import { classOf, fieldOfType, quoteValue } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/contradictory-state",
  summary: "A document states two different states.",
  why: "Every document is in exactly one state; with two, one reader treats it as open and the next as closed.",
  guide: "Lifecycle States (§3): exactly one state at all times",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  *check({ document, policy }) {
    const documentClass = classOf(document);
    const field = documentClass && fieldOfType(documentClass, "state");
    const written = field && document.fieldOf(field);
    if (documentClass === undefined || field === undefined || written === undefined) return;
    const state = findState(written.value, documentClass);
    // an unknown state has its own finding
    if (state === undefined) return;
    const filing = filingFields(documentClass);
    const other =
      filedInHeader(document.parsed, state, filing, documentClass, policy) ??
      stateInStatusBlock(document.parsed, state, field, filing, documentClass, policy) ??
      stateInFooter(document.parsed, state, field, documentClass);
    if (other === undefined) return;
    yield {
      at: written.valueRange,
      message: `The header says ${quoteValue(written.value)}, ${other.place} says ${quoteValue(other.said)}. A document is in exactly one state; readers cannot tell which.`,
      field: field.name,
      related: [{ at: other.at.valueRange, message: `${other.place} says ${plainValue(other.said)}` }],
    };
  },
};

interface OtherState {
  readonly place: string;
  readonly said: string;
  readonly at: HeaderField;
}

/** Fields that file the document by holding a date, under all their names. */
function filingFields(documentClass: DocumentClass): readonly FieldPolicy[] {
  return (documentClass.immutable?.when ?? []).flatMap((condition) =>
    Object.entries(condition).flatMap(([name, values]) => {
      const field = documentClass.fieldByKey.get(foldKey(name));
      return values.includes("<date>") && field !== undefined ? [field] : [];
    }),
  );
}

function isFinal(state: StatePolicy): boolean {
  return state.next.length === 0;
}

function filedInHeader(
  parsed: ParsedDocument,
  state: StatePolicy,
  filing: readonly FieldPolicy[],
  documentClass: DocumentClass,
  policy: Policy,
): OtherState | undefined {
  if (isFinal(state)) return undefined;
  for (const field of filing) {
    const written = parsed.header.fields.find((each) => field.keys.includes(each.folded) && !isUnset(each.value, policy));
    if (written === undefined || parseDate(plainValue(written.value)) === undefined) continue;
    if (!documentClass.states.some(isFinal)) continue;
    return { place: `\`${written.key}\``, said: written.value, at: written };
  }
  return undefined;
}

/** The fence under a heading such as `Current Status`, with `Key: value` lines. */
function stateInStatusBlock(
  parsed: ParsedDocument,
  state: StatePolicy,
  field: FieldPolicy,
  filing: readonly FieldPolicy[],
  documentClass: DocumentClass,
  policy: Policy,
): OtherState | undefined {
  for (const section of parsed.sections) {
    if (!policy.process.statusHeadings.includes(foldTitle(section.title))) continue;
    for (let i = section.heading + 1; i < section.endBlock; i++) {
      const block = parsed.blocks[i];
      if (block?.kind !== "fence" || block.content === undefined) continue;
      const place = `the \`${section.title}\` block`;
      for (const line of fieldsOfParagraph(parsed.text, { ...block, range: block.content })) {
        if (field.keys.includes(line.folded)) {
          const said = findState(line.value, documentClass);
          if (said !== undefined && said.name !== state.name) return { place, said: line.value, at: line };
        }
        const files = filing.some((each) => each.keys.includes(line.folded)) && parseDate(plainValue(line.value)) !== undefined;
        if (files && !isFinal(state)) return { place, said: `${line.key}: ${line.value}`, at: line };
      }
    }
  }
  return undefined;
}

/** A copy of the header behind the last thematic break: at least two of its fields, the state among them. */
function stateInFooter(parsed: ParsedDocument, state: StatePolicy, field: FieldPolicy, documentClass: DocumentClass): OtherState | undefined {
  const top = parsed.blocks.filter((block) => block.parent === -1);
  const rule = top.findLastIndex((block) => block.kind === "thematic-break");
  const footer = top.slice(rule + 1);
  const last = footer[0];
  if (rule < 0 || footer.length !== 1 || last?.kind !== "paragraph") return undefined;
  const headerEnd = parsed.header.range?.end ?? 0;
  if (last.range.start <= headerEnd) return undefined;
  const fields = fieldsOfParagraph(parsed.text, last);
  const copied = fields.filter((each) => documentClass.fieldByKey.has(each.folded) && parsed.header.fields.some((own) => own.folded === each.folded));
  if (copied.length < 2) return undefined;
  const written = copied.find((each) => field.keys.includes(each.folded));
  const said = written && findState(written.value, documentClass);
  if (written === undefined || said === undefined || said.name === state.name) return undefined;
  return { place: "the footer", said: written.value, at: written };
}
