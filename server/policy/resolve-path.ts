/** Resolves a path that a policy file gives relative to itself, within the workspace. */

export type ResolvedPath =
  /** Relative to the root of the workspace, with `/`. */
  | { readonly kind: "path"; readonly path: string }
  /** Absolute, an address, or above the root. */
  | { readonly kind: "outside" }
  /** Neither absolute nor beginning with `./` or `../`. */
  | { readonly kind: "no-path" };

const ABSOLUTE = /^(?:[\\/~]|[A-Za-z]:[\\/]|[A-Za-z][\w+.-]*:\/\/|file:)/;

/** `file` is the path of the file that holds `reference`, relative to the root. */
export function resolvePath(file: string, reference: string): ResolvedPath {
  if (ABSOLUTE.test(reference)) return { kind: "outside" };
  const written = reference.replaceAll("\\", "/");
  if (!/^\.{1,2}\//.test(written)) return { kind: "no-path" };
  const parts = file.split("/").slice(0, -1);
  for (const part of written.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { kind: "outside" };
  }
  return { kind: "path", path: parts.join("/") };
}
