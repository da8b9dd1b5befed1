/** What the features of authoring are asked: a place in a document, and the workspace around it. */
import type { MentionIndex } from "../../process/mention-index";
import type { GovernedDocument } from "../../workspace/types";
import type { DocumentFacts } from "../open-actions";
import type { RoleIndex } from "./roles";

export interface AuthoringContext {
  readonly document: GovernedDocument;
  /** Of the cursor, in UTF-16 units. */
  readonly offset: number;
  /** The document as it was filed, else as the latest commit has it; undefined where the history tells nothing of it. */
  readonly baseline?: string | undefined;
  readonly workspace: AuthoringWorkspace;
  /** ISO date. */
  readonly today: string;
}

/** The documents as the server knows them; paths are relative to the root, with `/`. */
export interface AuthoringWorkspace {
  readonly documents: () => Iterable<DocumentFacts>;
  readonly find: (path: string) => DocumentFacts | undefined;
  /** Paths of the documents whose file has this name. */
  readonly named: (name: string) => readonly string[];
  /** Paths of the documents that lie in this folder itself. */
  readonly inFolder: (folder: string) => readonly string[];
  /** Paths of the documents of each work item, by its folded id. */
  readonly workItems: () => Iterable<readonly [id: string, paths: readonly string[]]>;
  /** Paths of the documents of the work item with this id. */
  readonly ofWorkItem: (id: string) => readonly string[];
  /** Paths of the documents that have an action with this id, in whatever case. */
  readonly withAction: (id: string) => readonly string[];
  /** The text of any file, such as a policy; undefined where there is none. */
  readonly textOf: (path: string) => string | undefined;
  readonly mentions: Pick<MentionIndex, "withId" | "withRole" | "withPath" | "writtenPaths">;
  readonly roles: Pick<RoleIndex, "all">;
  /** Reads and governs one document; undefined for what is none. */
  readonly read: (path: string) => GovernedDocument | undefined;
}
