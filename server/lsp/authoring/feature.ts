/** What each feature of authoring is: what the server promises of it, and how it answers. */
import type { Connection, ServerCapabilities } from "vscode-languageserver/node";
import type { Guard } from "../guard";
import type { Sessions } from "../sessions";
import type { SessionContext } from "../workspace-session";
import type { Ask } from "./ask";
import type { AskPolicy } from "./ask-policy";

export interface AuthoringFeature {
  readonly capabilities: ServerCapabilities;
  readonly answer: (server: AuthoringServer) => void;
}

interface AuthoringServer {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly sessions: Sessions;
  readonly context: SessionContext;
  readonly ask: Ask;
  readonly askPolicy: AskPolicy;
}
