/** Where the document that follows a record goes: beside it, under the next free name of its class's pattern. */
import type { DocumentClass } from "../policy/types";

/** Nobody writes this many successors of one record. */
const MOST = 1000;

/**
 * `path` is the record's; `exists` is asked for paths of the same form. The id stays, the slug gets `-2`, `-3`, …; a
 * record that is a successor itself is counted on. Undefined where no name is free.
 */
export function successorPath(
  path: string,
  documentClass: DocumentClass,
  isSuccessor: boolean,
  today: string,
  exists: (path: string) => boolean,
): string | undefined {
  const slash = path.lastIndexOf("/") + 1;
  const [folder, name] = [path.slice(0, slash), path.slice(slash)];
  const rename = findRenaming(name, documentClass, today);
  const counted = isSuccessor ? /^(.*\D)-(\d{1,3})$/.exec(rename.stem) : null;
  const stem = counted?.[1] ?? rename.stem;
  const first = counted === null ? 2 : Number(counted[2]) + 1;
  const dated = rename.dated;
  if (dated !== undefined && dated !== name && !exists(folder + dated)) return folder + dated;
  for (let number = first; number < first + MOST; number++) {
    const candidate = folder + rename.named(`${stem}-${number}`);
    if (!exists(candidate)) return candidate;
  }
  return undefined;
}

interface Renaming {
  /** The part of the name that is counted on. */
  readonly stem: string;
  readonly named: (stem: string) => string;
  /** The name with today's date, where the pattern has a date and no slug. */
  readonly dated: string | undefined;
}

function findRenaming(name: string, { fileName }: DocumentClass, today: string): Renaming {
  const tokens = fileName?.tokensOf(name);
  const token = ["slug", "any"].find((each) => tokens?.[each] !== undefined);
  const fill = (values: Readonly<Record<string, string>>): string =>
    (fileName?.pattern ?? "").replace(/\{(\w+)\}/g, (mark, key: string) => values[key] ?? mark);
  if (tokens !== undefined && token !== undefined)
    return {
      stem: tokens[token] ?? "",
      named: (stem) => fill({ ...tokens, [token]: stem }),
      dated: undefined,
    };
  const dot = name.lastIndexOf(".");
  const [bare, extension] = dot <= 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  return {
    stem: bare,
    named: (stem) => stem + extension,
    dated: tokens?.date === undefined ? undefined : fill({ ...tokens, date: today }),
  };
}
