/** Makes the editors of filed records read-only in this window, and writeable again for whom asks for it. */
import { commands, Disposable, EventEmitter, type TextDocument, type Uri, window, workspace } from "vscode";
import type { ActiveDocumentWatch } from "../active-document";
import { findDocumentInFront, isInFront, showInFront } from "./in-front";
import { decideLock, isReadOnly, type LockState } from "./lock-decision";
import { reviveCodeActions } from "./revive-code-actions";

const commandIds = {
  lock: "workbench.action.files.setActiveEditorReadonlyInSession",
  // Not "writeable": what the author's own settings or the file's permissions forbid stays forbidden.
  release: "workbench.action.files.resetActiveEditorReadonlyInSession",
};

export interface RecordLocks extends Disposable {
  readonly getState: (uri: Uri) => LockState;
  /** Shows the document and makes it read-only; resolves with whether it did. */
  readonly lock: (document: TextDocument) => Promise<boolean>;
  /** Shows the document and lets it be edited until the window closes; resolves with whether it did. */
  readonly unlock: (document: TextDocument) => Promise<boolean>;
  /** Runs `change` while the document can be changed and saved, and locks it again whatever becomes of that. */
  readonly whileOpen: <T>(uri: Uri, change: () => Promise<T>) => Promise<T>;
  readonly onDidChange: (listener: () => void) => Disposable;
}

export function openRecordLocks(active: ActiveDocumentWatch): RecordLocks {
  const changed = new EventEmitter<void>();
  const states = new Map<string, LockState>();
  /** Of the document in front: its version when it came there. */
  let front: { readonly document: TextDocument; readonly version: number } | undefined;
  /** Documents that are being changed by Docket itself. */
  const held = new Set<string>();

  const setState = (uri: Uri, state: LockState): void => {
    if (states.get(`${uri}`) === state) return;
    states.set(`${uri}`, state);
    changed.fire();
  };

  /** VS Code's commands take no document, only the editor in front: another may come there at any moment. */
  const run = async (document: TextDocument, action: keyof typeof commandIds): Promise<boolean> => {
    if (!isInFront(document)) return false;
    await commands.executeCommand(commandIds[action]);
    if (action === "release") reviveCodeActions(document);
    if (isInFront(document)) return true;
    const other = findDocumentInFront();
    const wronged = action === "lock" && other !== undefined && !isReadOnly(states.get(`${other.uri}`));
    if (wronged && isInFront(other)) await commands.executeCommand(commandIds.release);
    return false;
  };

  const settle = async (): Promise<void> => {
    const document = findDocumentInFront();
    if (document?.uri.scheme !== "file") return;
    if (front?.document !== document) front = { document, version: document.version };
    const known = active.get();
    if (known?.document !== document || held.has(`${document.uri}`)) return;
    const { record, isRecordKnown } = known;
    const action = decideLock({
      state: states.get(`${document.uri}`),
      record: isRecordKnown ? record !== undefined && record.verdict !== "deleted" : undefined,
      wanted: isWanted(),
      dirty: document.isDirty,
      touched: document.version !== front.version,
    });
    if (action === "leave" || !(await run(document, action))) return;
    setState(document.uri, action === "lock" ? "locked" : undefined);
  };

  const change = async (document: TextDocument, action: keyof typeof commandIds, state: LockState) => {
    await showInFront(document);
    const done = await run(document, action);
    if (done) setState(document.uri, state);
    return done;
  };

  const leave = ({ affectsConfiguration }: { affectsConfiguration: (name: string) => boolean }) => {
    if (!affectsConfiguration("docket.lockFiledRecords")) return;
    for (const [uri, state] of states) {
      if (isReadOnly(state)) states.set(uri, isWanted() ? "closed" : "leaving");
    }
    settle();
  };

  const close = ({ uri }: TextDocument): void => {
    if (states.get(`${uri}`) === "locked") setState(uri, "closed");
    if (front?.document.uri.toString() === `${uri}`) front = undefined;
  };

  /** VS Code's own message on a read-only editor has a link that makes it writeable, and tells nobody. */
  const save = ({ uri }: TextDocument): void => {
    if (isReadOnly(states.get(`${uri}`)) && !held.has(`${uri}`)) setState(uri, "unlocked");
  };

  const own = Disposable.from(
    changed,
    active.onDidChange(settle),
    window.onDidChangeActiveTextEditor(settle),
    // A tab tells whether an editor is one side of a comparison, and is known later than the editor.
    window.tabGroups.onDidChangeTabs(settle),
    window.tabGroups.onDidChangeTabGroups(settle),
    workspace.onDidCloseTextDocument(close),
    workspace.onDidSaveTextDocument(save),
    workspace.onDidChangeConfiguration(leave),
  );
  return {
    getState: (uri) => states.get(`${uri}`),
    lock: (document) => change(document, "lock", "locked"),
    unlock: (document) => change(document, "release", "unlocked"),
    whileOpen: async (uri, task) => {
      if (!isReadOnly(states.get(`${uri}`))) return await task();
      held.add(`${uri}`);
      try {
        const document = await workspace.openTextDocument(uri);
        await change(document, "release", undefined);
        try {
          return await task();
        } finally {
          await change(document, "lock", "locked");
        }
      } finally {
        held.delete(`${uri}`);
        front = undefined;
        settle();
      }
    },
    onDidChange: (listener) => changed.event(listener),
    dispose: () => own.dispose(),
  };
}

function isWanted(): boolean {
  return workspace.getConfiguration("docket").get<boolean>("lockFiledRecords") !== false;
}
