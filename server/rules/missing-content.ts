/** What a report lacks of what has to be in it, told in one sentence. */
import { findEvidence, hasDiagram } from "../deliverables/evidence";
import { holdsFor } from "../policy/compile-deliverables";
import type { Requirement, TermWord } from "../policy/deliverables-policy";
import { insertSection } from "./deliverable-fixes";
import { taskName, titleRange, type WholeReport } from "./deliverables";
import { listWords } from "./fields";
import type { Report } from "./rule";

const SHOWN_TERMS = 4;

/** A finding on the title for each requirement that no part of the report meets. */
export function missingContent(
  { deliverable, parts }: WholeReport,
  requirements: readonly (Requirement | undefined)[],
): readonly Report[] {
  const { of } = deliverable;
  const [document] = parts;
  if (document === undefined) return [];
  const anyDiagram = parts.some(hasDiagram);
  return requirements.flatMap((requirement) => {
    if (requirement === undefined || !holdsFor(requirement, of.list)) return [];
    if (parts.some((part) => findEvidence(part, requirement) !== undefined)) return [];
    return [
      {
        at: titleRange(document),
        message: `The report on ${taskName(of)} lacks its ${requirement.name}: ${describeSearch(requirement, anyDiagram)}`,
        needsDecision: true,
        fixes: () => [insertSection(document, deliverable, requirement)],
      },
    ];
  });
}

/** What was looked for in vain. */
function describeSearch({ terms, diagrams, languages }: Requirement, anyDiagram: boolean): string {
  const words = listWords(terms.slice(0, SHOWN_TERMS).map(renderTerm), "or");
  const more = terms.length > SHOWN_TERMS ? " or the like" : "";
  if (diagrams === undefined && languages === undefined) return `no heading or summary says ${words}${more}.`;
  const kinds = listWords(
    [...(diagrams ?? []), ...(languages ?? [])].slice(0, SHOWN_TERMS).map((each) => `\`${each}\``),
    "or",
  );
  const under = terms.length === 0 ? "" : ` under a heading that says ${words}${more}`;
  if (languages !== undefined) return `there is no code block in ${kinds}${under}.`;
  return anyDiagram
    ? `none of its Mermaid diagrams is a ${kinds}${under}.`
    : `it has no Mermaid diagram; a ${kinds}${under} would be one.`;
}

function renderTerm(term: readonly TermWord[]): string {
  return `“${term.map(({ text, isBeginning }) => (isBeginning ? `${text}…` : text)).join(" ")}”`;
}
