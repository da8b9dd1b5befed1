/** The templates that a policy offers: one for every class and kind, those that nobody wrote made from the policy. */
import { applyEdits } from "../../base/edit";
import { foldKey } from "../../base/fold";
import type { DocumentClass, Policy, Template } from "../../policy/types";
import { insertHeader } from "../../rules/header-fixes";
import { govern } from "../../workspace/govern";

const NO_DOCUMENTS = { entries: new Map() };
const TITLE = "# {title}\n";

/** `today` is an ISO date. */
export function offeredTemplates(policy: Policy, today: string): readonly Template[] {
  const written = policy.templates;
  const taken = new Set(written.map(({ id }) => id));
  const made = policy.classes
    .flatMap((each) => (each.kinds.length > 0 ? each.kinds : [each]))
    .filter(({ id, kind }) => !written.some((each) => each.class === id && each.kind === kind))
    .map((each) => makeTemplate(each, policy, taken, today));
  return [...written, ...made];
}

function makeTemplate(
  documentClass: DocumentClass,
  policy: Policy,
  taken: ReadonlySet<string>,
  today: string,
): Template {
  const { id, kind, title, summary } = documentClass;
  const name = kind ?? id;
  return {
    id: taken.has(name) ? `${id}-${name}` : name,
    title,
    description: summary,
    class: id,
    kind,
    variables: [],
    body: makeBody(documentClass, policy, today),
  };
}

/** A title, the header, and what the class asks for below it. */
function makeBody(documentClass: DocumentClass, policy: Policy, today: string): string {
  const draft = govern("", TITLE, policy);
  const header = applyEdits(TITLE, insertHeader(draft, documentClass, NO_DOCUMENTS, today).edits);
  const { notice, sections } = documentClass;
  const parts = sections
    .filter(({ when }) => when.length === 0)
    .map((section) => `## ${section.title}\n\n${section.body?.trim() ?? `{${foldKey(section.title)}}`}\n`);
  return [header, ...(notice === undefined ? [] : [`${notice.text.trim()}\n`]), ...parts].join("\n");
}
