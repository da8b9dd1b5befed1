/** What the rules of manifests share: the files that a manifest names. */
import { nameOf } from "../base/path-parts";
import type { GovernedDocument } from "../workspace/types";
import type { RuleContext } from "./rule";

/** All files of that name, whatever its case and their folder; undefined where nobody can tell. */
export function pathsOf(name: string, { filesNamed }: RuleContext): readonly string[] | undefined {
  const wanted = name.toLowerCase();
  return filesNamed?.(wanted).filter((path) => nameOf(path).toLowerCase() === wanted);
}

/** The file of that name; undefined where there is none, or more than one so that nobody can tell which. */
export function documentOf(name: string, context: RuleContext): GovernedDocument | undefined {
  const [path, ...others] = pathsOf(name, context) ?? [];
  return path === undefined || others.length > 0 ? undefined : context.read?.(path);
}
