/** Work-done progress of the first scan, at a rate that people can read. */
import type { Connection } from "vscode-languageserver/node";
import type { ClientFeatures } from "./client-features";

export interface Progress {
  readonly report: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Milliseconds between two reports. */
const INTERVAL = 100;

/** Does nothing where the client shows no progress; nobody waits for the client to answer. */
export function beginProgress(connection: Connection, features: ClientFeatures, title: string): Progress {
  if (!features.workDoneProgress) return { report: () => {}, end: () => {} };
  let ended = false;
  let reported = 0;
  const reporter = connection.window.createWorkDoneProgress().then(
    (created) => {
      if (ended) return undefined;
      created.begin(title, 0);
      return created;
    },
    () => undefined,
  );
  return {
    report: (done, total) => {
      const now = performance.now();
      if (now - reported < INTERVAL) return;
      reported = now;
      void reporter.then(
        (created) => !ended && created?.report(Math.floor((done / total) * 100), `${done} of ${total} files`),
      );
    },
    end: () => {
      ended = true;
      void reporter.then((created) => created?.done());
    },
  };
}
