/** Renames an id or a role in all documents, or says why not. */
import { foldKey } from "../../base/fold";
import { headOfValue } from "../../base/plain-value";
import { splitOwners } from "../../process/owners";
import { shapeOfId } from "../../process/scan-mentions";
import { NO_DEPENDENCY } from "../../process/vocabulary";
import type { AuthoringContext } from "./context";
import { mentionsIn, pathsMentioning } from "./find-mentions";
import { ownScope } from "./id-scope";
import { type Subject, subjectAt } from "./subject";

type Named = Extract<Subject, { readonly kind: "id" | "role" }>;

export type Renaming =
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "possible"; readonly subject: Named };

/** Undefined where nothing has a name. */
export function renamingAt(context: AuthoringContext): Renaming | undefined {
  const subject = subjectAt(context);
  if (subject === undefined) return undefined;
  if (subject.kind === "document")
    return refuse(
      `A document goes by its file's name. Rename or move \`${subject.path}\` in the explorer, and every path that names it follows.`,
    );
  if (subject.kind === "gate" || isGate(subject, context))
    return refuse(
      `\`${nameOf(subject)}\` is a gate or an item of one. The policy numbers gates, so that all work items go through the same ones.`,
    );
  if (subject.kind === "id" && NO_DEPENDENCY.test(subject.id))
    return refuse(`\`${subject.id}\` is no id of this workspace: the guide numbers rules and priorities so.`);
  if (subject.kind === "id" && isAmbiguous(subject, context))
    return refuse(
      `Several work items have \`${subject.id}\`, and this document belongs to none of them. Rename it in ${listPaths(subject.scope().definers.map(({ entry }) => entry.path))}.`,
    );
  const filed = filedMentions(subject, context);
  return filed.length === 0 ? { kind: "possible", subject } : refuse(filedReason(nameOf(subject), filed));
}

/** Why the new name cannot be taken; undefined when it can. */
export function refusalOf(subject: Named, newName: string, context: AuthoringContext): string | undefined {
  return subject.kind === "id" ? refuseId(subject, newName, context) : refuseRole(subject, newName, context);
}

function refuse(reason: string): Renaming {
  return { kind: "refused", reason };
}

function nameOf(subject: Exclude<Subject, { readonly kind: "document" }>): string {
  return subject.kind === "id" ? subject.id : subject.name;
}

/** In the document's own work item: another one may have an action of the same id. */
function isGate(subject: Subject, { document, workspace }: AuthoringContext): boolean {
  const facts = workspace.find(document.path);
  if (subject.kind !== "id" || facts === undefined) return false;
  const key = foldKey(subject.id);
  const { of, definers } = subject.scope();
  const own = of(facts);
  return definers.some(
    (definer) =>
      ownScope(definer) === own &&
      definer.process.gates.some(
        ({ gate, items }) => foldKey(gate) === key || items.some(({ id }) => foldKey(id) === key),
      ),
  );
}

function isAmbiguous(
  { scope }: Extract<Subject, { readonly kind: "id" }>,
  context: AuthoringContext,
): boolean {
  const facts = context.workspace.find(context.document.path);
  return facts !== undefined && scope().of(facts) === undefined;
}

/** Records that hold the name: nothing may write into them, and they would go on naming what is gone. */
function filedMentions(subject: Named, context: AuthoringContext): readonly string[] {
  const { workspace, document } = context;
  // of numbers and words in capitals the index has some that are no ids
  const isTold = subject.kind === "role" || shapeOfId(subject.id) === "lettered";
  const filed = new Set([document.path, ...pathsMentioning(subject, context)]);
  return [...filed].filter((path) => {
    if (workspace.find(path)?.entry.filed !== true) return false;
    if (path !== document.path && isTold) return true;
    const read = path === document.path ? document : workspace.read(path);
    return read !== undefined && mentionsIn(read, subject, workspace).length > 0;
  });
}

function filedReason(name: string, filed: readonly string[]): string {
  const [are, they] = filed.length === 1 ? ["is a filed record", "it"] : ["are filed records", "they"];
  return `\`${name}\` cannot be renamed: ${listPaths(filed)} ${are}, and what ${they} say${filed.length === 1 ? "s" : ""} is permanent.`;
}

const MOST_PATHS = 5;

/** `a.md, b.md and 3 more` */
export function listPaths(paths: readonly string[]): string {
  const sorted = [...paths].sort();
  const shown = sorted.slice(0, sorted.length > MOST_PATHS + 1 ? MOST_PATHS : undefined);
  const more = sorted.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.length > 1 ? `\`${shown.pop()}\`` : undefined;
  const first = shown.map((path) => `\`${path}\``).join(", ");
  return last === undefined ? first : `${first} and ${last}`;
}

const EXAMPLES = { lettered: "A-S05", numbered: "3.2", capitals: "QWB" } as const;

function refuseId(
  subject: Extract<Subject, { readonly kind: "id" }>,
  newName: string,
  { document, workspace }: AuthoringContext,
): string | undefined {
  const { id } = subject;
  if (newName === id) return undefined;
  const scope = subject.scope();
  const shape = shapeOfId(newName);
  const own = shapeOfId(id) ?? "lettered";
  const fits = shape === own || (scope.isWorkItem && shape !== undefined);
  if (!fits || NO_DEPENDENCY.test(newName))
    return `\`${newName}\` cannot take the place of \`${id}\`: it is no id of that kind. An id is written like \`${EXAMPLES[own]}\`.`;
  const item = [...workspace.documents()].find(({ process }) => process.workItem === newName);
  const facts = workspace.find(document.path);
  const scopeOfOwn = facts && scope.of(facts);
  const inScope = workspace.mentions
    .withId(newName)
    .flatMap((path) => workspace.find(path) ?? [])
    .find((other) => scope.isWorkItem || scope.definers.length === 0 || ownScope(other) === scopeOfOwn);
  const taken = item ?? inScope;
  return (
    taken &&
    `\`${newName}\` is taken: \`${taken.entry.path}\` mentions it already. Two things must not go by one id.`
  );
}

/** Letters, digits, and what joins them within a name. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} &’.-]*$/u;

function refuseRole(
  { key, name }: Extract<Subject, { readonly kind: "role" }>,
  newName: string,
  { document, workspace }: AuthoringContext,
): string | undefined {
  const written = newName.trim();
  if (written === "") return `The role \`${name}\` needs a name: nothing is left of it.`;
  const [only, ...others] = splitOwners(written, document.policy);
  const isOne =
    NAME.test(written) && only === written && others.length === 0 && headOfValue(written) === written;
  if (!isOne)
    return `\`${written}\` is no name of one role. A name has letters, digits, spaces, \`&\` and hyphens, so that a cell or a header can hold it.`;
  const newKey = foldKey(written);
  const [taken] = newKey === key ? [] : workspace.mentions.withRole(newKey);
  return taken === undefined
    ? undefined
    : `\`${written}\` is a role already: \`${taken}\` names it. Two roles must not go by one name.`;
}
