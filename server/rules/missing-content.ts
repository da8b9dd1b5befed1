/** What a report lacks of what has to be in it, told in one sentence. */

import { titleRange } from "../deliverables/title-range";
import type { Requirement, TermWord } from "../policy/deliverables-policy";
import { insertSection } from "./deliverable-fixes";
import { taskName, type WholeReport } from "./deliverables";
import { listWords } from "./fields";
import type { Report } from "./rule";

const SHOWN_WORDS = 3;

/** A finding on the title for each of these requirements that no part of the report meets. */
export function missingContent(
  { document, deliverable, missing, drawn }: WholeReport,
  requirements: readonly (Requirement | undefined)[],
): readonly Report[] {
  return missing
    .filter((requirement) => requirements.includes(requirement))
    .map((requirement) => ({
      at: titleRange(document),
      message: `The report on ${taskName(deliverable.of)} lacks its ${requirement.name}. ${describeWay(requirement, drawn)}`,
      needsDecision: true,
      fixes: () => [insertSection(document, deliverable, requirement)],
    }));
}

/** What would meet the requirement. */
function describeWay({ terms, section, diagrams, languages }: Requirement, drawn: boolean): string {
  const words = renderTerms(terms);
  if (diagrams === undefined && languages === undefined)
    return `Add it under a heading such as \`${section}\`; any heading or summary that says ${words} counts.`;
  const kinds = listWords(
    [...(diagrams ?? []), ...(languages ?? [])].slice(0, SHOWN_KINDS).map((each) => `\`${each}\``),
    "or",
  );
  const under = terms.length === 0 ? "" : ` under a heading that says ${words}`;
  if (languages !== undefined) return `Add a code block in ${kinds}${under}.`;
  return drawn
    ? `None of its Mermaid diagrams is a ${kinds}${under}: draw one.`
    : `It has no Mermaid diagram: draw a ${kinds}${under}.`;
}

const SHOWN_KINDS = 4;

/** `“glossary” or “terminolog…”`: the first ones, those first that are written out. */
function renderTerms(terms: Requirement["terms"]): string {
  const isStem = (term: readonly TermWord[]) => term.some(({ isBeginning }) => isBeginning);
  const shown = terms.toSorted((a, b) => Number(isStem(a)) - Number(isStem(b))).slice(0, SHOWN_WORDS);
  const words = shown.map(
    (term) => `“${term.map(({ text, isBeginning }) => (isBeginning ? `${text}…` : text)).join(" ")}”`,
  );
  return terms.length > shown.length ? `${words.join(", ")} or the like` : listWords(words, "or");
}
