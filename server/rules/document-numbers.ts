/** The numbers of documents that are numbered by their file names: `0005-use-queues.md` is number 5. */
import { nameOf } from "../base/path-parts";
import { rememberLast } from "../base/remember";
import type { DocumentClass, FileNamePattern } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";

/** Undefined where the class does not number its documents, or the name has no number. */
export function numberOf(path: string, { fileName, numbered }: DocumentClass): number | undefined {
  return numbered && fileName !== undefined ? numberIn(nameOf(path), fileName) : undefined;
}

function numberIn(name: string, fileName: FileNamePattern): number | undefined {
  const { id } = fileName.tokensOf(name) ?? {};
  return id !== undefined && /^\d+$/.test(id) ? Number(id) : undefined;
}

/** Documents of one folder ask for the same names, one after the other. */
const numbersOf = rememberLast(
  (_names: readonly string[]) => new Map<FileNamePattern, Map<number, string[]>>(),
);

/** The names of the folder that have this number. */
export function namesWithNumber(
  number: number,
  names: readonly string[],
  { fileName }: DocumentClass,
): readonly string[] {
  if (fileName === undefined) return [];
  const known = numbersOf(names);
  let byNumber = known.get(fileName);
  if (byNumber === undefined) {
    byNumber = new Map();
    known.set(fileName, byNumber);
    for (const name of names) {
      const each = numberIn(name, fileName);
      if (each !== undefined) byNumber.set(each, [...(byNumber.get(each) ?? []), name]);
    }
  }
  return byNumber.get(number) ?? [];
}

/** The text of a token of the document's file name. */
export function tokenOf(
  document: GovernedDocument,
  { fileName }: DocumentClass,
  token: string,
): string | undefined {
  return fileName?.tokensOf(nameOf(document.path))?.[token];
}
