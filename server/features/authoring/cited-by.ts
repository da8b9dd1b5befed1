/** How many documents name one: told by the index alone, without reading any. */
import { fileNameOf } from "../../process/mention-index";
import type { AuthoringWorkspace } from "./context";
import { originOf, resolveWritten } from "./paths";

/** Other documents only, each once. */
export function citedBy(path: string, workspace: AuthoringWorkspace): number {
  const { find, mentions } = workspace;
  const citing = new Set<string>();
  for (const written of mentions.writtenPaths(fileNameOf(path)))
    for (const other of mentions.withPath(written)) {
      const entry = other === path || citing.has(other) ? undefined : find(other)?.entry;
      if (entry !== undefined && leadsTo(path, written, entry, workspace)) citing.add(other);
    }
  return citing.size;
}

/** As a link or as a path: the index does not tell which it is. */
function leadsTo(
  path: string,
  written: string,
  entry: Parameters<typeof originOf>[0],
  workspace: AuthoringWorkspace,
): boolean {
  const origin = originOf(entry);
  return (
    resolveWritten(written, origin, workspace)?.path === path ||
    resolveWritten(written, origin, workspace, true)?.path === path
  );
}
