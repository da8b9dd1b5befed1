/** Watches the files of a workspace folder for clients that cannot. */
import { isNeverLookedAt } from "../engine/find-files";
import type { BasedFileSystem, Host } from "../host/types";
import type { Background } from "./background";
import { throttle } from "./throttle";

interface WatchContext {
  readonly host: Host;
  readonly background: Background;
  readonly files: BasedFileSystem;
  /** Paths relative to the base of `files`: what is there, the disk says. */
  readonly changed: (paths: readonly string[]) => void;
  /** Called once, where the machine watches no more folders; the reason is a clause. */
  readonly gaveUp: (reason: string) => void;
}

/** Milliseconds in which what happens to files is gathered: a checkout changes hundreds of them. */
const INTERVAL = 100;

/** Begins in the background, with the folder `start`; gives the function that ends it. */
export function watchFolders(start: string, context: WatchContext): () => void {
  const { files, host, background } = context;
  const watched = new Map<string, () => void>();
  const happened = new Set<string>();
  let ended = false;
  const absolute = (path: string) => (path === "" ? files.base : `${files.base}/${path}`);

  const report = throttle(INTERVAL, () => {
    const paths = [...happened];
    happened.clear();
    for (const path of paths) {
      const kind = files.kindOf(path);
      if (kind === "folder") background.run(begin(path));
      else if (watched.has(path)) forget(path);
    }
    // behind the new watches, so that nothing falls between them and this look
    context.changed(paths);
  });

  const forget = (folder: string) => {
    for (const [path, end] of watched) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      end();
      watched.delete(path);
    }
  };

  const end = () => {
    ended = true;
    report.dispose();
    for (const each of watched.values()) each();
    watched.clear();
  };

  function* begin(from: string): Generator<undefined, void> {
    // the same name may be another folder now, whose watch would never tell anything
    if (watched.has(from)) forget(from);
    for (const { folder } of files.walk(from, (path) => !isNeverLookedAt(path))) {
      if (ended) return;
      watch(folder);
      yield;
    }
  }

  const watch = (folder: string) => {
    if (watched.has(folder)) return;
    try {
      const stop = host.watchFolder(absolute(folder), (name) => {
        const path = name === undefined ? folder : folder === "" ? name : `${folder}/${name}`;
        if (isNeverLookedAt(path)) return;
        happened.add(path);
        report.call();
      });
      watched.set(folder, stop);
    } catch (error) {
      if (files.kindOf(folder) !== "folder") return;
      end();
      context.gaveUp(error instanceof Error ? error.message : String(error));
    }
  };

  if (!isNeverLookedAt(start)) background.run(begin(start));
  return end;
}
