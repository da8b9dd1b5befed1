/** Fixes that move or rename a document to where, and under the name that, its class asks for. */
import { nameOf } from "../base/path-parts";
import { plainValue } from "../base/plain-value";
import type { DocumentClass, FileNamePattern } from "../policy/types";
import { pathFromPolicy } from "../workspace/govern";
import type { GovernedDocument, WorkspaceSnapshot } from "../workspace/types";
import type { Fix } from "./rule";

/** Into the folder of the class, under a name that follows its pattern where one can be made from the old name. */
export function moveDocument(
  document: GovernedDocument,
  documentClass: DocumentClass,
  workspace: WorkspaceSnapshot,
): readonly Fix[] {
  const targets = documentClass.folder === undefined ? documentClass.kinds : [documentClass];
  return targets.flatMap((target) => {
    if (target.folder === undefined) return [];
    const name = compliantName(document, target) ?? nameOf(document.path);
    const path = pathFromPolicy(document.policy, `${target.folder}/${name}`);
    if (workspace.entries.has(path)) return [];
    return [{ title: `Move to \`${target.folder}/${name}\``, safe: false, edits: [], moveTo: path }];
  });
}

/** Under a name that follows the pattern, in the same folder; none where no such name can be made. */
export function renameDocument(
  document: GovernedDocument,
  documentClass: DocumentClass,
  workspace: WorkspaceSnapshot,
): readonly Fix[] {
  const name = compliantName(document, documentClass);
  if (name === undefined) return [];
  const path = `${document.path.slice(0, document.path.length - nameOf(document.path).length)}${name}`;
  if (path === document.path || workspace.entries.has(path)) return [];
  return [{ title: `Rename to \`${name}\``, safe: false, edits: [], moveTo: path }];
}

const ID = /(?:^|[^A-Za-z0-9.])((?:[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*)|\d+(?:\.\d+)+[a-z]?)(?![A-Za-z0-9])/;

/** The name that the pattern makes of the old name's id and words, or of the title's. */
function compliantName(document: GovernedDocument, documentClass: DocumentClass): string | undefined {
  const pattern = documentClass.fileName;
  const old = nameOf(document.path);
  if (pattern === undefined || pattern.matches(old)) return pattern === undefined ? undefined : old;
  const stem = old.replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const title = plainValue(document.parsed.title?.title ?? "");
  const literals = pattern.pattern
    .replace(/\{\w+\}/g, " ")
    .replace(/\.\w+$/, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  for (const source of [stem, title]) {
    const tokens = tokensFrom(source, [stem, title], pattern, literals, documentClass);
    if (tokens === undefined) continue;
    const name = pattern.pattern.replace(/\{(\w+)\}/g, (_, token: string) => tokens[token] ?? "");
    if (pattern.matches(name)) return name;
  }
  return undefined;
}

function tokensFrom(
  source: string,
  all: readonly string[],
  pattern: FileNamePattern,
  literals: readonly string[],
  documentClass: DocumentClass,
): Readonly<Record<string, string>> | undefined {
  const tokens: Record<string, string> = {};
  if (pattern.pattern.includes("{id}")) {
    const id = all.map((text) => ID.exec(text.replace(/_/g, " "))?.[1]).find((found) => found !== undefined);
    if (id === undefined) return undefined;
    tokens.id = id;
  }
  const date = all.map((text) => /\d{4}-\d{2}-\d{2}/.exec(text)?.[0]).find((found) => found !== undefined);
  if (date !== undefined) tokens.date = date;
  const version = all
    .map((text) => /(?:^|[^\d])v?(\d+(?:\.\d+)+)/i.exec(text)?.[1])
    .find((found) => found !== undefined);
  if (version !== undefined) tokens.version = version;
  const noise = new Set([...literals, ...documentClass.titleKeys.flatMap((key) => key.split(" "))]);
  const words = source
    .replace(tokens.id ?? "", " ")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !noise.has(word));
  if (words.length > 0) tokens.slug = words.join("-");
  return tokens;
}
