/** The guard around whatever the client asks for: a crash is logged and answered with nothing. */
import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";

/** Wraps a handler; `fallback` is the answer when it fails, but for a refusal, which the client is told. */
export type Guard = <P extends readonly unknown[], R>(
  name: string,
  fallback: R,
  handler: (...parameters: P) => R | Promise<R>,
) => (...parameters: P) => Promise<R>;

export function createGuard(connection: Connection): Guard {
  return (name, fallback, handler) =>
    async (...parameters) => {
      try {
        return await handler(...parameters);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        logFailure(connection, name, error);
        return fallback;
      }
    };
}

export function logFailure(connection: Connection, name: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(`${name} failed: ${text}`);
}

/** Thrown in a guarded handler: a sentence that the client shows to whoever asked. */
export function refusal(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
