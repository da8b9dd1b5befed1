/** Globs, folders and file names of a policy file that match nothing, or not what they seem to. */
import { findClosest } from "../base/closest";
import { findUnknownTokens, LONGEST_NAME } from "./file-name-pattern";
import { FILE_NAME_TOKENS } from "./file-name-tokens";
import type { Path } from "./locate";
import { type CheckContext, type ClassPart, type Mistake, soundClassParts } from "./mistake";
import { countBraces, LONGEST_GLOB, MAX_BRACES } from "./path-pattern";
import { didYouMean, quote, quoteList } from "./quote";

export function* checkPaths(context: CheckContext): Generator<Mistake> {
  const { documents, ignore } = context.layer.policy;
  yield* checkGlobs(documents, ["documents"]);
  yield* checkGlobs(ignore, ["ignore"]);
  for (const part of soundClassParts(context)) {
    yield* checkGlobs(part.raw.paths, [...part.path, "paths"]);
    yield* checkGlobs(part.raw.locations, [...part.path, "locations"]);
    yield* checkFolder(part);
    yield* checkFileName(part);
  }
}

function* checkGlobs(globs: readonly string[] | null | undefined, path: Path): Generator<Mistake> {
  for (const [index, glob] of (globs ?? []).entries()) {
    const message = describeGlob(glob);
    if (message !== undefined) yield { path: [...path, index], at: "value", severity: "error", message };
  }
}

/** What is wrong with a glob, or undefined. */
function describeGlob(glob: string): string | undefined {
  if (glob.length > LONGEST_GLOB) return `This pattern is longer than ${LONGEST_GLOB} characters.`;
  if (/^!(?!\()/.test(glob))
    return `${quote(glob)} excludes nothing. Put ${quote(glob.slice(1))} under \`ignore\`.`;
  const relative = describeRelative(glob);
  if (relative !== undefined) return relative;
  if (/\\[\w\s]/.test(glob))
    return `${quote(glob)} separates folders by a backslash. Write ${quote(glob.replaceAll("\\", "/"))}.`;
  if (glob.endsWith("/"))
    return `${quote(glob)} names a folder, and only files are looked at. Write ${quote(`${glob}**`)}.`;
  const open = findOpen(glob);
  if (open !== undefined) return `A \`${open}\` in ${quote(glob)} is not closed.`;
  if (countBraces(glob) > MAX_BRACES)
    return `The braces in ${quote(glob)} stand for more than ${MAX_BRACES} patterns.`;
  return undefined;
}

function describeRelative(path: string): string | undefined {
  if (/^[A-Za-z]:[\\/]|^[\\/~]|^\w+:\/\//.test(path)) {
    return `${quote(path)} is no path relative to the folder of the policy, such as \`docs/specs\`.`;
  }
  if (/^\.\//.test(path))
    return `${quote(path)} begins with \`./\`, which no path here does. Write ${quote(path.replace(/^(?:\.\/)+/, ""))}.`;
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(path))
    return `${quote(path)} leads through \`.\` or \`..\`. Write the path from the folder of the policy.`;
  return undefined;
}

/** The first bracket that is never closed. */
function findOpen(glob: string): string | undefined {
  const open: string[] = [];
  for (const sign of glob.replace(/\\./g, "")) {
    if (sign === "{" || sign === "(" || sign === "[") open.push(sign);
    else if (sign === "}" || sign === ")" || sign === "]") open.pop();
  }
  return open[0];
}

function* checkFolder({ raw, compiled, path }: ClassPart): Generator<Mistake> {
  const folder = raw.folder ?? undefined;
  if (folder !== undefined) {
    const relative = describeRelative(folder.replace(/^\.?\/(?=.)/, ""));
    const message =
      relative ??
      (/[*?[\]{}()\\]/.test(folder)
        ? `${quote(folder)} is a pattern, where the name of one folder belongs.`
        : undefined);
    if (message !== undefined) {
      yield { path: [...path, "folder"], at: "value", severity: "error", message };
      return;
    }
  }
  if (
    (folder === undefined && !raw.locations) ||
    compiled.folder === undefined ||
    compiled.locations.length === 0
  )
    return;
  const sample = `${compiled.folder}/${compiled.fileName?.example ?? "document.md"}`.replace(/^\//, "");
  if (compiled.locations.some((pattern) => pattern.matches(sample))) return;
  yield {
    path: [...path, folder === undefined ? "locations" : "folder"],
    at: "value",
    message: `A new document goes to ${quote(sample)}, which is at none of the \`locations\` of this ${compiled.kind === undefined ? "class" : "kind"}.`,
  };
}

function* checkFileName({ raw, path }: ClassPart): Generator<Mistake> {
  const pattern = raw.fileName;
  if (!pattern) return;
  const at = { path: [...path, "fileName"], at: "value", severity: "error" } as const;
  if (pattern.length > LONGEST_NAME)
    yield { ...at, message: `This is longer than ${LONGEST_NAME} characters, and so than any file name.` };
  if (/[/\\]/.test(pattern))
    yield { ...at, message: `${quote(pattern)} holds a folder. The folder is said by \`folder\`.` };
  yield* checkTokens(pattern, at);
}

/** `at` is where the pattern stands. */
export function* checkTokens(pattern: string, at: Omit<Mistake, "message">): Generator<Mistake> {
  const names = Object.keys(FILE_NAME_TOKENS);
  for (const token of new Set(findUnknownTokens(pattern))) {
    const closest = findClosest(token, names);
    const known =
      closest === undefined
        ? ` There are ${quoteList(
            names.map((name) => `{${name}}`),
            "and",
          )}.`
        : didYouMean(`{${closest}}`);
    yield {
      ...at,
      part: `{${token}}`,
      message: `${quote(`{${token}}`)} stands for nothing in a file name.${known}`,
    };
  }
}
