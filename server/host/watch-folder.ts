/** Watches one folder, without those in it. */
import { watch } from "node:fs";

/**
 * Calls back with the name of what appeared, changed or went, with undefined where the machine does not tell the name;
 * gives the function that ends that. Throws where the machine watches no more folders.
 */
export function watchFolder(folder: string, happened: (name: string | undefined) => void): () => void {
  const watcher = watch(folder === "" ? "/" : folder, { persistent: false }, (_, name) =>
    happened(name ?? undefined),
  );
  // a folder that goes takes its news with it
  watcher.on("error", () => watcher.close());
  return () => watcher.close();
}
