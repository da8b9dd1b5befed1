/** Beside a version that is cited and behind: the one that the document has now. */

import { type Range, touches } from "../../base/range";
import { compareVersions } from "../../base/version";
import { isOutOfForce } from "../../process/read-process";
import { titleOf } from "../open-actions";
import { citedVersions, currentVersion } from "./cited-versions";
import type { AuthoringContext } from "./context";

export interface VersionHint {
  /** Behind the cited version. */
  readonly offset: number;
  /** `→ 1.3` */
  readonly label: string;
  readonly tooltip: string;
}

/**
 * Nothing in what is filed, archived or superseded, nor in a change log: these say what held then.
 */
export function versionHints(
  { document, workspace }: Pick<AuthoringContext, "document" | "workspace">,
  within: Range,
): readonly VersionHint[] {
  if (document.filed || isOutOfForce(document)) return [];
  const log = document.changeLog()?.section?.range;
  return citedVersions(document, workspace, within).flatMap(({ path, version, range }): VersionHint[] => {
    const current = currentVersion(path, workspace);
    const facts = workspace.find(path);
    const isHistory = path === document.path || (log !== undefined && touches(log, range));
    if (current === undefined || facts === undefined || isHistory) return [];
    if (compareVersions(version, current) >= 0) return [];
    const tooltip = `${titleOf(facts.entry, facts.process)} is at version ${current.text}.`;
    return [{ offset: range.end, label: `→ ${current.text}`, tooltip }];
  });
}
