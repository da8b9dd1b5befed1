/** The schema of `process`: the words by which actions, gates and work items are read. */
import * as v from "valibot";
import { key, named, oneOrMany, strict, text, texts } from "./schema-parts";

const columns = strict("map of action columns", {
  id: key("Headings of the column with the action's id.", ["#", "ID"], texts),
  text: key("Headings of the column that says what is to be done.", ["Action", "Task"], texts),
  owner: key("Headings of the column that says who does it.", ["Owner", "Role"], texts),
  due: key("Headings of the column with the deadline.", ["Deadline", "By when"], texts),
  status: key("Headings of the column that says how far it is.", ["Status"], texts),
  blockedOn: key("Headings of the column that names what has to be done before.", ["Depends on"], texts),
  evidence: key("Headings of the column that shows that it was done.", ["Evidence"], texts),
});

const concernColumns = strict("map of concern columns", {
  blocker: key("Headings of the column that says what is in the way.", ["Blocker"], texts),
  risk: key("Headings of the column that says what may go wrong.", ["Risk"], texts),
  affects: key("Headings of the column that says what would suffer.", ["Affects", "Impact"], texts),
});

const statuses = strict("map of action statuses", {
  "not-started": key("Words for an action on which nobody works yet.", ["not started", "open"], texts),
  "in-progress": key("Words for an action on which somebody works.", ["in progress", "active"], texts),
  blocked: key("Words for an action that waits for something.", ["blocked", "on hold"], texts),
  done: key("Words for an action that is done.", ["done", "complete"], texts),
  dropped: key("Words for an action that nobody will do any more.", ["dropped", "cancelled"], texts),
});

const gateKeys = strict("map of gate keys", {
  evidence: key("Keys of a gate item behind which its evidence stands.", ["Evidence"], texts),
  confirmation: key("Keys behind which the owner confirms.", ["Owner confirmation"], texts),
  validation: key("Keys behind which the process is validated.", ["PMO validation"], texts),
  other: key("Keys that prove nothing and only end the value before them.", ["Note", "Conditions"], texts),
});

const statusKeys = strict("map of status keys", {
  state: key("Keys behind which the work item's state or phase stands.", ["Current state"], texts),
  gatePassed: key("Keys that name the last gate that was passed.", ["Gate passed"], texts),
  nextGate: key("Keys that name the gate to come.", ["Next gate"], texts),
  actor: key("Keys that name who acts next.", ["Who acts next"], texts),
  action: key("Keys that say what they do.", ["What they do"], texts),
  deadline: key("Keys that say by when.", ["Deadline"], texts),
  blockers: key("Keys that say what is in the way.", ["Blockers"], texts),
});

const transitionColumns = strict("map of transition columns", {
  from: key("Headings of the column with the state that is left.", ["From"], texts),
  to: key("Headings of the column with the state that is entered.", ["To"], texts),
  date: key("Headings of the column with the day.", ["Date"], texts),
  time: key("Headings of the column with the time of day.", ["Time"], texts),
  declaredBy: key("Headings of the column that says who declared it.", ["Declared by"], texts),
  gatePassed: key("Headings of the column that names the gate.", ["Gate passed"], texts),
});

const lifecycle = strict("lifecycle", {
  name: key("What kind of work item this is.", "feature", text),
  states: key(
    "The states in order, each with the other ways in which documents write it.",
    { SPEC_DELIVERY: ["Spec Delivery", "Phase 2"] },
    named(texts),
  ),
  gates: key(
    "The gates, each with the state that it ends and the one that it opens.",
    { "2": ["SPEC_DELIVERY", "QA_REVIEW"] },
    named(v.strictTuple([text, text])),
  ),
  documents: key(
    "Ids of the templates that *Start Work Item* makes documents from; the first one has the gates.",
    ["phase-gate", "decisions-record"],
    texts,
  ),
});

export const processSchema = strict("process", {
  actionClasses: key(
    "Ids of the classes whose documents hold actions and gates.",
    ["delivery-record"],
    texts,
  ),
  actionColumns: key("How the columns of action tables are headed.", { owner: ["Owner", "Role"] }, columns),
  concernColumns: key(
    "How the columns of tables of blockers and risks are headed; their ids, owners and states are those of actions.",
    { blocker: ["Blocker"] },
    concernColumns,
  ),
  actionStatuses: key("How the status of an action is written.", { done: ["done", "complete"] }, statuses),
  gateKeys: key("How the three proofs of a gate item are written.", { evidence: ["Evidence"] }, gateKeys),
  pendingWords: key("Words that say a value is still to come.", ["pending", "awaited"], texts),
  failedWords: key("Words with which a confirmation or a validation is refused.", ["no", "fail"], texts),
  passedWords: key(
    "Words with which a confirmation or a validation is given. Where a document has no example, the first one is written for a confirmation, the second one for a validation.",
    ["yes", "pass"],
    texts,
  ),
  noneWords: key(
    "Words in the cell of an action that say there is nothing to name: no owner, no deadline, no dependency.",
    ["none", "nobody"],
    texts,
  ),
  everybodyWords: key(
    "Words in the owner's cell of an action that name nobody in particular.",
    ["all", "everyone"],
    texts,
  ),
  eventWords: key(
    "Words with which a deadline names an event instead of a day.",
    ["before", "at", "once"],
    texts,
  ),
  verbalWords: key("Words with which evidence owns that nothing is written.", ["verbal", "by phone"], texts),
  writtenWords: key("Words that name something written, such as a mail.", ["mail", "minutes"], texts),
  statusHeadings: key(
    "Headings of the section that says where a work item stands.",
    ["Current Status"],
    texts,
  ),
  statusKeys: key("How the lines of that section are keyed.", { state: ["Current state"] }, statusKeys),
  transitionColumns: key(
    "How the columns of the log of transitions are headed.",
    { from: ["From"], to: ["To"] },
    transitionColumns,
  ),
  decisionHeadings: key(
    "Words with which a heading opens a decision, in front of its number: `Decision 3`, `D3`.",
    ["Decision", "D"],
    texts,
  ),
  decisionColumns: key(
    "Headings of the column of decisions, in a table that has a column for ids, too.",
    ["Decision"],
    texts,
  ),
  deviationHeadings: key(
    "Headings of sections whose subsections, rows or list items are known deviations.",
    ["Known Deviations"],
    texts,
  ),
  lifecycles: key(
    "The ways that work items go, from state to state through gates.",
    [{ name: "change", states: { OPEN: ["Open"], CLOSED: ["Closed"] }, gates: { G1: ["OPEN", "CLOSED"] } }],
    oneOrMany(lifecycle),
  ),
});
