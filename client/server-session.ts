/** Starts the language server when it is needed, stops it when it is not, and starts it again after a crash. */
import type { LogOutputChannel, Uri } from "vscode";
import { commands, type Disposable, EventEmitter, l10n, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { methods, type ServerState } from "../server/protocol/messages";
import { allowRestart } from "./crash-record";
import { createLanguageClient } from "./language-client";

interface Change {
  /** All documents have just been read: what views show of a part of them should not stay. */
  readonly settled: boolean;
}

export interface ServerSession extends Disposable {
  /** Whether the server is there for the views, or only for as long as a command takes. */
  readonly keep: (wanted: boolean) => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly isServing: () => boolean;
  /** Asks the server if it is running; undefined when it is not, or has no answer. */
  readonly ask: <T>(method: string, params?: object) => Promise<T | undefined>;
  /** Starts the server if need be, and stops it afterwards unless it is kept. Rejects when it cannot start. */
  readonly use: <T>(task: (client: LanguageClient) => PromiseLike<T>) => Promise<T>;
  /** A document may have changed, or the server has come or gone. */
  readonly onDidChange: (listener: (change: Change) => void) => Disposable;
}

export function openServerSession(extension: Uri, log: LogOutputChannel): ServerSession {
  const changed = new EventEmitter<Change>();
  let client: LanguageClient | undefined;
  let wanted = false;
  let users = 0;
  let crashes: readonly number[] = [];
  let closed = false;
  let reading = false;
  /** Starts and stops follow one another. */
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = queue.then(step);
    queue = result.catch(() => undefined);
    return result;
  };

  const start = async (): Promise<LanguageClient> => {
    if (client !== undefined) return client;
    if (closed) throw new Error(l10n.t("Docket has been stopped."));
    const starting = createLanguageClient(extension, log, () => onCrash(starting));
    reading = true;
    starting.onNotification(methods.changed, (state: ServerState) => {
      const settled = reading && !state.reading;
      reading = state.reading;
      changed.fire({ settled });
    });
    const began = Date.now();
    // A server that ends before this resolves rejects it, which is reported as what it is.
    await starting.start();
    log.info(`The language server started within ${Date.now() - began} ms.`);
    client = starting;
    setFailed(false);
    changed.fire({ settled: false });
    return starting;
  };

  const stop = async (): Promise<void> => {
    const stopping = client;
    client = undefined;
    if (stopping?.isRunning() !== true) return;
    await stopping.dispose().catch((error: unknown) => log.warn(`${error}`));
    log.info("The language server was stopped.");
    changed.fire({ settled: false });
  };

  const settle = () =>
    inTurn(async () => {
      if (wanted || users > 0) await start();
      else await stop();
    });

  const restart = () =>
    inTurn(async () => {
      crashes = [];
      await stop();
      await start();
    });

  const onCrash = (crashed: LanguageClient): void => {
    if (client !== crashed) return;
    client = undefined;
    changed.fire({ settled: false });
    const verdict = allowRestart(crashes, Date.now());
    crashes = verdict.crashes;
    if (verdict.allowed) {
      log.error("The language server ended unexpectedly and is started again.");
      settle().catch(report);
    } else report(undefined);
  };

  const report = async (error: unknown): Promise<void> => {
    setFailed(true);
    if (error !== undefined) log.error(error instanceof Error ? error : `${error}`);
    const restartLabel = l10n.t("Restart");
    const logLabel = l10n.t("Show Log");
    const message =
      error === undefined
        ? l10n.t("Docket's language server keeps ending unexpectedly, so documents are no longer checked.")
        : l10n.t("Docket's language server did not start, so documents are not checked.");
    const chosen = await window.showErrorMessage(message, restartLabel, logLabel);
    if (chosen === restartLabel) await restart().catch(report);
    if (chosen === logLabel) log.show();
  };

  return {
    keep: async (value) => {
      if (wanted === value) return;
      wanted = value;
      await settle().catch(report);
    },
    restart: () => restart().catch(report),
    isServing: () => client?.isRunning() === true,
    ask: async <T>(method: string, params?: object) => {
      const asked = client;
      if (asked?.isRunning() !== true) return undefined;
      try {
        return (await asked.sendRequest<T | null>(method, params)) ?? undefined;
      } catch (error) {
        log.debug(`${method}: ${error}`);
        return undefined;
      }
    },
    use: async (task) => {
      users += 1;
      try {
        return await task(await inTurn(start));
      } finally {
        users -= 1;
        if (!wanted && users === 0) settle().catch(report);
      }
    },
    onDidChange: (listener) => changed.event(listener),
    dispose: () => {
      closed = true;
      wanted = false;
      changed.dispose();
      return inTurn(stop);
    },
  };
}

/** For the views, which have nothing to show then. */
function setFailed(failed: boolean): void {
  commands.executeCommand("setContext", "docket.failed", failed);
}
