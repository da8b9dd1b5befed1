/** Which actions the tree shows and in which groups: remembered with the workspace. */
import { commands, type Disposable, EventEmitter, type Memento, workspace } from "vscode";
import { type ActionQuery, actionGroupings } from "../../../server/protocol/messages";
import type { ActionChoice } from "./choice-words";

export interface ActionChoices extends Disposable {
  readonly get: () => ActionChoice;
  readonly set: (part: Partial<ActionChoice>) => void;
  readonly getQuery: () => ActionQuery;
  readonly onDidChange: (listener: () => void) => Disposable;
}

const storedAs = "docket.openActions";
export const noFilter = { text: "", mine: false, overdueOnly: false } as const;

export function openActionChoices(memory: Memento): ActionChoices {
  const changed = new EventEmitter<void>();
  let choice = read(memory);
  tellMenus(choice);
  return {
    get: () => choice,
    set: (part) => {
      choice = { ...choice, ...part };
      memory.update(storedAs, choice);
      tellMenus(choice);
      changed.fire();
    },
    getQuery: () => {
      const { grouping, text, mine, overdueOnly } = choice;
      return { grouping, text, roles: mine ? getMyRoles() : null, overdueOnly };
    },
    onDidChange: (listener) => changed.event(listener),
    dispose: () => changed.dispose(),
  };
}

/** The roles whose actions are mine: none until the setting names some. */
export function getMyRoles(): readonly string[] {
  const roles = workspace.getConfiguration("docket").get<unknown>("myRoles");
  return Array.isArray(roles) ? roles.filter((role) => typeof role === "string" && role.trim() !== "") : [];
}

/** What another version has stored may be anything. */
function read(memory: Memento): ActionChoice {
  const stored = memory.get<Partial<ActionChoice>>(storedAs);
  return {
    grouping: actionGroupings.find((each) => each === stored?.grouping) ?? "workItem",
    text: typeof stored?.text === "string" ? stored.text : "",
    mine: stored?.mine === true,
    overdueOnly: stored?.overdueOnly === true,
  };
}

function tellMenus({ text, mine, overdueOnly }: ActionChoice): void {
  commands.executeCommand("setContext", "docket.actionsFiltered", text !== "" || mine || overdueOnly);
  commands.executeCommand("setContext", "docket.onlyMine", mine);
  commands.executeCommand("setContext", "docket.onlyOverdue", overdueOnly);
}
