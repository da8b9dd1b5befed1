/** A document says at two places that it is in two different states. */
import { addDays, parseDate } from "../../base/date";
import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import type { Block } from "../../document/block";
import { fieldsOfParagraph } from "../../document/parse-header";
import { foldTitle } from "../../document/sections";
import type { HeaderField, ParsedDocument } from "../../document/types";
import type { DocumentClass, FieldPolicy, Policy, StatePolicy } from "../../policy/types";
import { findState } from "../../workspace/field-values";
import { classOf, headRange, quoteRange, quoteValue } from "../fields";
import type { Rule } from "../rule";
import { findReturn } from "../state-changes";

export const rule: Rule = {
  id: "lifecycle/contradictory-state",
  summary: "A document states two different states.",
  why: "Every document is in exactly one state; with two, one reader treats it as open and the next as closed.",
  guide: "Lifecycle States (§3): exactly one state at all times",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy, today, history }) {
    // a record whose state was taken back has its own finding
    if (findReturn(document, history)?.filed === true) return undefined;
    const documentClass = classOf(document);
    const stated = document.state();
    const state = stated?.state;
    // an unknown state has its own finding
    if (documentClass === undefined || stated === undefined || state === undefined) return;
    const { field, written } = stated;
    const other =
      filedInHeader(document.parsed, state, documentClass, today) ??
      stateInStatusBlock(document.parsed, state, field, documentClass, policy) ??
      stateInFooter(document.parsed, state, field, documentClass);
    if (other === undefined) return;
    const at = headRange(document.text, written);
    return {
      at,
      message: `The header says ${quoteRange(document.text, at)}, ${other.place} says ${quoteValue(other.said)}. A document is in exactly one state; readers cannot tell which.`,
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
    condition.flatMap(({ key, values }) => {
      const field = documentClass.fieldByKey.get(key);
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
  documentClass: DocumentClass,
  today: string,
): OtherState | undefined {
  if (isFinal(state) || !documentClass.states.some(isFinal)) return undefined;
  const filed = filingFields(documentClass).flatMap((field) =>
    parsed.header.fields.filter((each) => field.keys.includes(each.folded)),
  );
  for (const written of filed) {
    const date = parseDate(plainValue(written.value));
    // a date to come is a plan, or a slip that has its own finding
    if (date === undefined || date.iso > addDays(today, 1)) continue;
    return { place: `\`${written.key}\``, said: written.value, at: written };
  }
  return undefined;
}

/** The fence under a heading such as `Current Status`, with `Key: value` lines. */
function stateInStatusBlock(
  parsed: ParsedDocument,
  state: StatePolicy,
  field: FieldPolicy,
  documentClass: DocumentClass,
  policy: Policy,
): OtherState | undefined {
  const { sections, blocks } = parsed;
  const fences: number[] = [];
  for (let i = 0; i < blocks.length; i++) if (blocks[i]?.kind === "fence") fences.push(i);
  if (fences.length === 0) return undefined;
  for (const { title, heading, endBlock } of sections) {
    // asked last, because most sections have no fence
    if (
      !fences.some((index) => index > heading && index < endBlock) ||
      !policy.process.statusHeadings.includes(foldTitle(title))
    )
      continue;
    for (const index of fences) {
      if (index <= heading || index >= endBlock) continue;
      const block = blocks[index];
      if (block?.content === undefined) continue;
      const filing = filingFields(documentClass);
      const place = `the \`${title}\` block`;
      for (const line of fieldsOfLines(parsed.text, block, block.content)) {
        if (field.keys.includes(line.folded)) {
          const said = findState(line.value, documentClass);
          if (said !== undefined && said.name !== state.name) return { place, said: line.value, at: line };
        }
        const files =
          filing.some((each) => each.keys.includes(line.folded)) &&
          parseDate(plainValue(line.value)) !== undefined;
        if (files && !isFinal(state)) return { place, said: `${line.key}: ${line.value}`, at: line };
      }
    }
  }
  return undefined;
}

/** Line by line: in a fence, prose between the fields takes nothing away from them. */
function fieldsOfLines(text: string, fence: Block, content: Range): readonly HeaderField[] {
  const fields: HeaderField[] = [];
  for (let start = content.start; start < content.end; ) {
    let end = start;
    while (end < content.end && text[end] !== "\n" && text[end] !== "\r") end++;
    const line = { ...fence, range: { start, end }, contentStart: start };
    fields.push(...fieldsOfParagraph(text, line));
    start = end + 1;
  }
  return fields;
}

/** A copy of the header behind the last thematic break: at least two of its fields, the state among them. */
function stateInFooter(
  parsed: ParsedDocument,
  state: StatePolicy,
  field: FieldPolicy,
  documentClass: DocumentClass,
): OtherState | undefined {
  // neither a paragraph nor a thematic break holds other blocks
  const last = parsed.blocks.at(-1);
  const above = parsed.blocks.at(-2);
  if (last?.kind !== "paragraph" || last.parent !== -1) return undefined;
  if (above?.kind !== "thematic-break" || above.parent !== -1) return undefined;
  const headerEnd = parsed.header.range?.end ?? 0;
  if (last.range.start <= headerEnd) return undefined;
  const fields = fieldsOfParagraph(parsed.text, last);
  const ownOf = (each: HeaderField): HeaderField | undefined =>
    parsed.header.fields.find((own) => own.folded === each.folded);
  const isState = (each: HeaderField): boolean => field.keys.includes(each.folded);
  // a copy repeats other fields of the header word for word; the last item of a list of items does not
  const copies = fields.some(
    (each) =>
      !isState(each) &&
      documentClass.fieldByKey.has(each.folded) &&
      foldKey(plainValue(ownOf(each)?.value ?? "")) === foldKey(plainValue(each.value)),
  );
  const written = fields.find(isState);
  const said = written && findState(written.value, documentClass);
  if (!copies || written === undefined || said === undefined || said.name === state.name) return undefined;
  return { place: "the footer", said: written.value, at: written };
}
