/** One repository as the language server follows it: its history, its blobs, and when its HEAD or index moves. */
import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { decodeExactly, decodeText } from "../decode-text";
import type { RepositoryReader, TextForm } from "../types";
import { openBlobReader } from "./blob-reader";
import { openBlobStream } from "./blob-stream";
import { holdDialogueInBackground } from "./dialogue";
import { isPartialClone } from "./find-missing";
import { headOf } from "./head-of";
import { visitBlobs } from "./read-blobs";
import { readHistory } from "./read-history";

/** So many blobs are asked of the process that stays; more have one of their own, which need not answer at once. */
const FEW = 20;

/** More than these take git so long that two processes are worth their start. */
const MANY = 1000;

/** `base` is the absolute path of the folder that holds `.git`; where there is none, the history says so. */
export function openRepository(base: string): RepositoryReader {
  const life = new AbortController();
  let partial: Promise<boolean> | undefined;
  const isPartial = () => {
    partial ??= holdDialogueInBackground(base, isPartialClone(), life.signal).catch(() => false);
    return partial;
  };
  const blobs = openBlobReader(base, isPartial);
  return {
    readHistory: (wanted, signal, listener) => readHistory(base, wanted, signal, listener),
    streamBlobs: async (visit, signal) =>
      (await isPartial()) || signal.aborted ? undefined : openBlobStream(base, visit, signal),
    readTexts: async (ids, form, use, signal) => {
      const visit = (id: string, bytes: Uint8Array | undefined) => use(id, bytes && decode(bytes, form));
      if (ids.length > MANY) {
        const half = Math.ceil(ids.length / 2);
        const halves = [ids.slice(0, half), ids.slice(half)];
        const isIt = await isPartial();
        await Promise.all(halves.map((each) => visitBlobs(base, each, visit, signal, isIt)));
      } else if (ids.length > FEW) await visitBlobs(base, ids, visit, signal, await isPartial());
      else for (const [id, bytes] of await blobs.read(ids, signal)) visit(id, bytes);
    },
    readBytes: async (id, signal) => {
      const bytes = (await blobs.read([id], signal)).get(id);
      return bytes && Buffer.from(bytes).toString("base64");
    },
    watch: (moved) => watchHead(base, moved),
    dispose: () => {
      life.abort();
      blobs.dispose();
    },
  };
}

function decode(bytes: Uint8Array, form: TextForm): string {
  if (form === "exact") return decodeExactly(bytes);
  return decodeText(form === "plain" ? bytes : bytes.subarray(0, form.head));
}

/** Folders are watched and not files, because git replaces a file by renaming another one to its name. */
function watchHead(base: string, moved: () => void): () => void {
  let watchers: FSWatcher[] = [];
  const close = () => {
    for (const each of watchers) each.close();
    watchers = [];
  };
  const open = () => {
    close();
    const { watched } = headOf(base);
    const [head] = watched;
    if (head === undefined) return;
    const names = new Map<string, Set<string>>();
    for (const file of [...watched, join(dirname(head), "index")]) {
      const folder = dirname(file);
      names.set(folder, (names.get(folder) ?? new Set()).add(basename(file)));
    }
    for (const [folder, files] of names) {
      if (!existsSync(folder)) continue;
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name === null || !files.has(name)) return;
        // another branch lies in another file
        if (name === "HEAD") open();
        moved();
      });
      // a folder that goes takes its news with it
      watcher.on("error", () => watcher.close());
      watchers.push(watcher);
    }
  };
  open();
  return close;
}
