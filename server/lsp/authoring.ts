/** Answers what an author asks for at the cursor: completion, hover, definition. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  type DefinitionLink,
  type Hover,
  InsertTextFormat,
  type Location,
  MarkupKind,
  type TextDocumentPositionParams,
} from "vscode-languageserver/node";
import { LineIndex } from "../base/lines";
import { ruleFacts } from "../engine/rule-facts";
import { completionsAt } from "../features/authoring/complete";
import type { Completion } from "../features/authoring/completion-item";
import type { AuthoringContext } from "../features/authoring/context";
import { definitionAt, type Place } from "../features/authoring/definition";
import { hoverAt } from "../features/authoring/hover";
import { govern } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import { START, toLspRange } from "./convert";
import { createGuard } from "./guard";
import type { Located, Sessions } from "./sessions";
import type { SessionContext, WorkspaceSession } from "./workspace-session";

/** Emphasis and a colon of the header, code spans, table cells, folders of a path, and ids. */
export const COMPLETION_TRIGGERS: readonly string[] = ["*", ":", " ", "`", "|", "/", "-"];

const KINDS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  state: CompletionItemKind.EnumMember,
  role: CompletionItemKind.Value,
  date: CompletionItemKind.Constant,
  version: CompletionItemKind.Constant,
  id: CompletionItemKind.Reference,
  document: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

/** A question with the text that it was asked of. */
interface Asked {
  readonly session: WorkspaceSession;
  readonly context: AuthoringContext;
  readonly lines: LineIndex;
}

export function answerAuthoring(connection: Connection, sessions: Sessions, context: SessionContext): void {
  const guard = createGuard(connection);
  const ask = ({ textDocument, position }: TextDocumentPositionParams): Asked | undefined => {
    const path = context.host.pathOfUri(textDocument.uri);
    const located = path === undefined ? undefined : sessions.locate(path);
    return located && toAsked(located, position, context.host.clock.today());
  };
  connection.onCompletion(
    guard<[TextDocumentPositionParams], CompletionList | null>("Completion", null, (parameters) => {
      const asked = ask(parameters);
      return asked === undefined ? null : complete(asked);
    }),
  );
  connection.onHover(
    guard<[TextDocumentPositionParams], Hover | null>("Hover", null, (parameters) => {
      const asked = ask(parameters);
      const hover = asked && hoverAt(asked.context, ruleFacts);
      if (asked === undefined || hover === undefined) return null;
      const contents = { kind: MarkupKind.Markdown, value: hover.markdown };
      return { contents, range: toLspRange(hover.range, asked.lines) };
    }),
  );
  connection.onDefinition(
    guard<[TextDocumentPositionParams], DefinitionLink[] | Location[] | null>(
      "Definition",
      null,
      (parameters) => {
        const asked = ask(parameters);
        const found = asked && definitionAt(asked.context);
        if (asked === undefined || found === undefined) return null;
        return found.places.map((place) => toLocation(place, asked));
      },
    ),
  );
}

function toAsked(
  { session, path }: Located,
  position: TextDocumentPositionParams["position"],
  today: string,
) {
  const text = session.textAt(path);
  const input = text === undefined ? undefined : session.analysisInput(path, text);
  if (input === undefined) return undefined;
  const lines = new LineIndex(input.text);
  const read = (other: string): GovernedDocument | undefined => {
    const written = session.textAt(other);
    const given = written === undefined ? undefined : session.analysisInput(other, written);
    return given && govern(other, given.text, given.policy);
  };
  const context: AuthoringContext = {
    document: govern(path, input.text, input.policy),
    offset: lines.offsetAt(position),
    workspace: {
      documents: () => session.documents.values(),
      find: (other) => session.documents.get(other),
      read,
    },
    today,
  };
  return { session, context, lines };
}

function complete({ context, lines }: Asked): CompletionList | null {
  const list = completionsAt(context);
  if (list === undefined) return null;
  const range = toLspRange(list.range, lines);
  const written = context.document.text.slice(list.range.start, list.range.end);
  // a value that stands there is replaced by any other one, and filters none of them out
  const isWhole = list.items.some(({ label }) => label === written);
  const items = list.items.map((item, index): CompletionItem => {
    const { label, kind, detail, documentation, text, filter, isSnippet } = item;
    return {
      label,
      kind: KINDS[kind],
      ...(detail === "" ? {} : { labelDetails: { description: detail } }),
      ...(documentation === "" ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
      filterText: isWhole ? written : filter,
      sortText: String(index).padStart(4, "0"),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: text },
    };
  });
  return { isIncomplete: list.isIncomplete, items };
}

function toLocation({ path, range }: Place, { session, context, lines }: Asked): Location {
  const uri = session.uriOf(path);
  if (range === undefined) return { uri, range: START };
  return { uri, range: toLspRange(range, linesOf(path, session, context, lines)) };
}

function linesOf(path: string, session: WorkspaceSession, { document }: AuthoringContext, lines: LineIndex) {
  return path === document.path ? lines : new LineIndex(session.textAt(path) ?? "");
}
