/** The features of authoring, one file each: what the server promises its client, and the answers. */
import type { Connection, ServerCapabilities } from "vscode-languageserver/node";
import { createGuard, type Guard } from "../guard";
import type { Sessions } from "../sessions";
import type { SessionContext } from "../workspace-session";
import { createAsk } from "./ask";
import { createAskPolicy } from "./ask-policy";
import { completion } from "./completion";
import { definition } from "./definition";
import { documentLink } from "./document-link";
import { documentSymbol } from "./document-symbol";
import type { AuthoringFeature } from "./feature";
import { folding } from "./folding";
import { formatting } from "./formatting";
import { hover } from "./hover";
import { inlayHint } from "./inlay-hint";
import { moveFiles } from "./move-files";
import { references } from "./references";
import { rename } from "./rename";
import { selectionRange } from "./selection-range";
import { semanticTokens } from "./semantic-tokens";
import { workspaceSymbol } from "./workspace-symbol";

const FEATURES: readonly AuthoringFeature[] = [
  completion,
  hover,
  definition,
  formatting,
  documentSymbol,
  workspaceSymbol,
  documentLink,
  folding,
  selectionRange,
  inlayHint,
  semanticTokens,
  references,
  rename,
  moveFiles,
];

export const authoringCapabilities: ServerCapabilities = Object.assign(
  {},
  ...FEATURES.map(({ capabilities }) => capabilities),
);

export function answerAuthoring(connection: Connection, sessions: Sessions, context: SessionContext): void {
  const ask = createAsk(sessions, context);
  const askPolicy = createAskPolicy(sessions, context);
  const guardOnly = createGuard(connection);
  const guard: Guard = (name, fallback, handler) =>
    guardOnly(name, fallback, (...parameters) => {
      context.background.makeWay();
      return handler(...parameters);
    });
  for (const { answer } of FEATURES) answer({ connection, guard, sessions, context, ask, askPolicy });
}
