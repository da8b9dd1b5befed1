/** Fixes of deliverables: names, prompt files, and sections that a task asks for. */
import { folderOf, nameOf } from "../base/path-parts";
import { findEvidence } from "../deliverables/evidence";
import type { Deliverable } from "../deliverables/files";
import { requirementsOf } from "../deliverables/requirements";
import { promptSkeleton, sectionBreak, sectionSkeleton } from "../deliverables/skeleton";
import type { DeliverablesPolicy, Requirement } from "../policy/deliverables-policy";
import type { GovernedDocument, WorkspaceSnapshot } from "../workspace/types";
import { insertBlock, insertBlockAt } from "./body-fixes";
import { classOf } from "./fields";
import type { Fix } from "./rule";

/** Under the name that the policy's patterns make of the task, the part and the words of the old one. */
export function renameDeliverable(
  document: GovernedDocument,
  policy: DeliverablesPolicy,
  workspace: WorkspaceSnapshot,
): readonly Fix[] {
  const name = compliantName(nameOf(document.path), policy);
  if (name === undefined) return [];
  const path = beside(document, name);
  if (path === document.path || workspace.entries.has(path)) return [];
  return [{ title: `Rename to \`${name}\``, safe: false, edits: [], moveTo: path }];
}

function compliantName(old: string, policy: DeliverablesPolicy): string | undefined {
  const words = old
    .replace(/\.\w{1,5}$/, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const task = words.map((word) => policy.taskByKey.get(word)).find((each) => each !== undefined);
  if (task === undefined) return undefined;
  const at = words.findIndex((word) => policy.taskByKey.has(word));
  const rest = words.slice(at + 1);
  const part = /^part(\d*)$/.exec(rest[0] ?? "");
  const number = part?.[1] || (part === null ? undefined : rest[1]);
  const name = rest
    .filter((word) => word !== number && word !== part?.[0] && word !== "prompt" && word !== "prompts")
    .join("_");
  const tokens: Readonly<Record<string, string | undefined>> = {
    task: task.id,
    part: number !== undefined && /^\d{1,2}$/.test(number) ? number.padStart(2, "0") : undefined,
    name: name === "" ? undefined : name,
  };
  const isPrompt = rest.some((word) => word === "prompt" || word === "prompts");
  const patterns = isPrompt ? policy.promptNames : policy.reportNames;
  // the most telling pattern first; nothing of the old name is dropped
  const candidates = patterns.flatMap(({ pattern }) => {
    const used = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, token = ""]) => token);
    const isWhole = Object.entries(tokens).every(
      ([token, value]) => (value !== undefined) === used.includes(token),
    );
    return isWhole ? [pattern.replace(/\{(\w+)\}/g, (_, token: string) => tokens[token] ?? "")] : [];
  });
  return candidates.find((each) => policy.tell(each) !== undefined);
}

export function createPromptFile(
  document: GovernedDocument,
  { of }: Deliverable,
  name: string,
  workspace: WorkspaceSnapshot,
): readonly Fix[] {
  const path = beside(document, name);
  if (workspace.entries.has(path)) return [];
  const creates = { path, text: promptSkeleton(of, classOf(document)?.style) };
  return [{ title: `Create \`${name}\``, safe: false, edits: [], creates }];
}

/** The section's skeleton, behind the main section that meets what is asked for before it. */
export function insertSection(
  document: GovernedDocument,
  { of, policy }: Deliverable,
  requirement: Requirement,
): Fix {
  const style = classOf(document)?.style;
  const title = `Add the section \`${requirement.section}\``;
  const section = sectionSkeleton(requirement, style);
  const line = sectionBreak(style);
  const next = nextHeading(document, requirement, requirementsOf(of, policy), style?.levels.main ?? 2);
  if (next !== undefined) {
    const edits = [insertBlockAt(document, next, `${section}\n${line}`.trimEnd().concat("\n"))];
    return { title, safe: false, edits };
  }
  const { text } = document;
  const isParted = line === "" || /(?:^|[\r\n])[ \t]*---[ \t]*\s*$/.test(text);
  const block = isParted ? section : `${line}${section}`;
  return { title, safe: false, edits: [insertBlock(document, "at-end", block)] };
}

/** Where the main section begins before which the new one has its place; undefined for the end of the document. */
function nextHeading(
  document: GovernedDocument,
  requirement: Requirement,
  order: readonly Requirement[],
  level: number,
): number | undefined {
  const { sections } = document.parsed;
  const mains = sections.filter((each) => each.level === level);
  const at = order.indexOf(requirement);
  const placeOf = (each: Requirement) => findEvidence(document, each)?.start;
  const before = order
    .slice(0, Math.max(at, 0))
    .map(placeOf)
    .filter((each) => each !== undefined);
  const behind = Math.max(-1, ...before);
  if (behind >= 0) return mains.find(({ range }) => range.start > behind)?.range.start;
  const after = order
    .slice(at + 1)
    .map(placeOf)
    .filter((each) => each !== undefined);
  const first = Math.min(...after);
  return after.length === 0 ? undefined : mains.findLast(({ range }) => range.start <= first)?.range.start;
}

function beside({ path }: GovernedDocument, name: string): string {
  const folder = folderOf(path);
  return folder === "" ? name : `${folder}/${name}`;
}
