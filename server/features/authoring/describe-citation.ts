/** What there is to say of a version that is cited: which one is current, and what changed in between. */
import { compareVersions } from "../../base/version";
import { type CitedVersion, currentVersion } from "./cited-versions";
import type { AuthoringWorkspace } from "./context";
import { code, count, plain, shorten } from "./markdown";

const MOST_CHANGES = 8;

/** Undefined where the document states no version. */
export function describeCitation(
  { path, version }: Pick<CitedVersion, "path" | "version">,
  workspace: AuthoringWorkspace,
): readonly string[] | undefined {
  const current = currentVersion(path, workspace);
  if (current === undefined) return undefined;
  const title = plain(workspace.find(path)?.entry.title ?? path);
  const ahead = compareVersions(version, current);
  const standing =
    ahead === 0
      ? "is current"
      : `is cited; the document is at **${plain(current.text)}**${ahead > 0 ? ", which is older" : ""}`;
  return [
    `**${title}** · ${plain(version.text)} ${standing}`,
    ahead < 0 ? changesSince({ path, version }, workspace) : "",
    code(path),
  ];
}

/** The entries of the change log that are newer than the version, newest first, as a list. */
function changesSince(
  { path, version }: Pick<CitedVersion, "path" | "version">,
  workspace: AuthoringWorkspace,
): string {
  const document = workspace.read(path);
  const entries = document?.changeLog()?.entries ?? [];
  const newer = entries.filter((entry) => compareVersions(entry.version, version) > 0);
  newer.sort((a, b) => compareVersions(b.version, a.version));
  const lines = newer.slice(0, MOST_CHANGES).map(({ lineRange }) => {
    const written = document?.text.slice(lineRange.start, lineRange.end) ?? "";
    return `- ${plain(
      shorten(
        written
          .replaceAll(/[|\s]+/g, " ")
          .replace(/^ ?[-*+#]+ /, "")
          .trim(),
      ),
    )}`;
  });
  const left = newer.length - lines.length;
  if (left > 0) lines.push(`- and ${count(left, "change")} more`);
  return lines.length === 0
    ? "Its change log does not say what changed since."
    : `Changed since:\n\n${lines.join("\n")}`;
}
