/** What a structure manifest says of the files of its task: their names, lengths and sections. */
import { copyText } from "../base/copy-text";
import { nameOf } from "../base/path-parts";
import { plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import type { HeaderField } from "../document/types";
import type { Bounds, DeliverablesPolicy, ManifestPolicy, TaskPolicy } from "../policy/deliverables-policy";
import type { GovernedDocument } from "../workspace/types";

export interface StatedNumber {
  readonly value: number;
  /** True for `2,100+`: more is no mistake. */
  readonly atLeast: boolean;
  /** The number as written, its `+` included. */
  readonly range: Range;
}

interface ManifestEntry {
  /** As written, without folders. */
  readonly name: string;
  readonly range: Range;
  readonly length: StatedNumber | undefined;
  readonly sections: readonly { readonly title: string; readonly range: Range }[];
}

export interface Manifest {
  readonly policy: ManifestPolicy;
  readonly deliverables: DeliverablesPolicy;
  /** The task's files, each once, in the order of the text; the manifest itself is none of them. */
  readonly entries: readonly ManifestEntry[];
  /** What its fields say. */
  readonly count: StatedNumber | undefined;
  readonly lines: StatedNumber | undefined;
}

interface OpenEntry {
  readonly name: string;
  readonly range: Range;
  length: StatedNumber | undefined;
  readonly sections: { readonly title: string; readonly range: Range }[];
}

const FILE_NAME = /[\w./-]*\w\.md\b/gi;

/** Undefined for a document that is no manifest. */
export function readManifest(document: GovernedDocument): Manifest | undefined {
  const { deliverables } = document.policy;
  const policy = deliverables?.manifest;
  if (deliverables === undefined || policy === undefined) return undefined;
  if (document.classification?.class.id !== policy.class) return undefined;
  const { fields, frontMatter } = document.parsed.header;
  const entries = readEntries(document, deliverables, policy, frontMatter?.end ?? 0);
  const numberIn = (key: string | undefined) =>
    readNumber(key === undefined ? undefined : fields.find(({ folded }) => folded === key));
  return {
    policy,
    deliverables,
    entries,
    count: numberIn(policy.countKey),
    lines: numberIn(policy.linesKey),
  };
}

/** What is kept of a manifest: how many lines a file has by it, the tolerance included. */
export interface StatedLength {
  /** The file's name, in lower case. */
  readonly name: string;
  readonly lines: Bounds;
}

/** None for a document that is no manifest. */
export function readStatedLengths(document: GovernedDocument): readonly StatedLength[] {
  const manifest = readManifest(document);
  if (manifest === undefined) return [];
  // whole percents, as what is a little less than a number would be rounded to the next one
  const percent = Math.round(manifest.policy.tolerance * 100);
  return manifest.entries.flatMap(({ name, length }) =>
    length === undefined
      ? []
      : [{ name: copyText(name.toLowerCase()), lines: boundsAround(length, percent) }],
  );
}

function boundsAround({ value, atLeast }: StatedNumber, percent: number): Bounds {
  const fewest = Math.ceil((value * (100 - percent)) / 100);
  return { fewest, most: atLeast ? undefined : Math.floor((value * (100 + percent)) / 100) };
}

function readEntries(
  { path, text }: GovernedDocument,
  deliverables: DeliverablesPolicy,
  policy: ManifestPolicy,
  start: number,
): readonly ManifestEntry[] {
  const entries = new Map<string, OpenEntry>();
  let task = taskOfFolder(path, deliverables);
  let current: OpenEntry | undefined;
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end).trimEnd();
    const section = policy.section?.exec(withoutMarker(line));
    if (section?.[1] !== undefined && current !== undefined) {
      const from = at + line.length - section[1].length;
      current.sections.push({
        title: plainValue(section[1]),
        range: { start: from, end: from + section[1].length },
      });
    } else {
      for (const found of line.matchAll(FILE_NAME)) {
        const name = nameOf(found[0]);
        const told = deliverables.tell(name);
        const length = findLength(line, at, policy);
        const known = told && deliverables.taskByKey.get(told.task);
        task ??= known;
        const isOwn = told === undefined ? isListed(line, length) : known === task || known === undefined;
        if (!isOwn || name.toLowerCase() === nameOf(path).toLowerCase()) continue;
        const from = at + found.index + found[0].length - name.length;
        current = entries.get(name.toLowerCase()) ?? {
          name,
          range: { start: from, end: from + name.length },
          length: undefined,
          sections: [],
        };
        current.length ??= length;
        entries.set(name.toLowerCase(), current);
      }
    }
    at = end + 1;
  }
  return [...entries.values()];
}

/** The task for which the manifest's folder is named: `b_05/`. */
function taskOfFolder(path: string, { taskByKey }: DeliverablesPolicy): TaskPolicy | undefined {
  const folder = path.split("/").at(-2) ?? "";
  return taskByKey.get(folder.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
}

function withoutMarker(line: string): string {
  return line.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/, "");
}

/** A file that no pattern names counts where it opens the item and its length is stated: `**notes.md** (~200 lines)`. */
function isListed(line: string, length: StatedNumber | undefined): boolean {
  return length !== undefined && /^[*`]*[\w./-]+\.md\b/i.test(withoutMarker(line));
}

function findLength(line: string, start: number, { length }: ManifestPolicy): StatedNumber | undefined {
  const found = length.exec(line);
  const [, digits = "", plus = ""] = found ?? [];
  const value = numberOf(digits);
  if (found === null || value === undefined) return undefined;
  const from = start + found.index;
  return { value, atLeast: plus !== "", range: { start: from, end: from + digits.length + plus.length } };
}

function readNumber(field: HeaderField | undefined): StatedNumber | undefined {
  const value = field && numberOf(plainValue(field.value));
  return field === undefined || value === undefined
    ? undefined
    : { value, atLeast: false, range: field.valueRange };
}

/** `1,800`, `1.800` and `1'800` are one number. */
function numberOf(digits: string): number | undefined {
  const bare = digits.replace(/[.,'](?=\d{3}(?!\d))/g, "");
  return /^\d{1,9}$/.test(bare) ? Number(bare) : undefined;
}
