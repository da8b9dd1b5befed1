/** Task list items as actions. */
import { copyText } from "../base/copy-text";
import { parseDate } from "../base/date";
import type { Range } from "../base/range";
import type { Block } from "../document/block";
import type { Policy } from "../policy/types";
import type { RowContext } from "./action-row";
import { splitOwners } from "./owners";
import { plainText } from "./plain-text";
import type { Action } from "./types";
import { withoutStruck } from "./words";

const LINE_ENDS = /\s*[\r\n]+\s*/g;
/** `(QA Lead, 2026-02-20)` or `— QA Lead, 2026-02-20` at the end: the words of a role are capitalised. */
const ROLE = "\\p{Lu}[\\p{L}&'’-]*(?: (?:\\p{Lu}[\\p{L}'’-]*|&|\\p{Ll}{1,3}))*";
const TRAILING = new RegExp(`(?:\\(|[—–] )(${ROLE}), (?:\\p{Ll}+ )?(\\d{4}-\\d{2}-\\d{2})\\)?\\.?$`, "u");

/** How owner and date are written in prose: made once for a document. */
export interface TaskPatterns {
  readonly owner: RegExp;
  readonly due: RegExp;
}

/** The action of a task list item; undefined for an empty one and for a template's. `paragraph` is its first block. */
export function readTask(
  text: string,
  item: Block,
  paragraph: Block | undefined,
  context: RowContext,
  patterns: TaskPatterns,
): Action | undefined {
  if (item.task === undefined) return undefined;
  const raw = text
    .slice(item.task.end + 1, paragraph?.range.end ?? item.task.end + 1)
    .replace(LINE_ENDS, " ");
  const plain = plainText(raw);
  if (plain === "" || context.policy.isPlaceholder(raw.trim())) return undefined;
  const isDone = text.slice(item.task.start, item.task.end).trim() !== "";
  const isStruck = withoutStruck(raw).trim() === "";
  const { owners, dueText } = readAssignment(plain, context.policy, patterns);
  return {
    id: undefined,
    text: copyText(plain),
    owners: owners.map(copyText),
    due: parseDate(dueText)?.iso,
    dueText: copyText(dueText),
    status: isDone ? "done" : isStruck ? "dropped" : "not-started",
    blockedOn: [],
    evidence: "",
    workItem: context.workItem,
    source: "task",
    columns: [],
    range: firstLine(text, item),
    line: item.line,
  };
}

/** `Owner: X` and `due 2026-02-20` under the policy's names of the columns. */
export function taskPatterns(policy: Policy): TaskPatterns {
  const { owner, due } = policy.process.actionColumns;
  return {
    owner: labelled(owner, ":\\s*([^,;()]+?)\\s*(?=[,;()]|$| [—–] )"),
    due: labelled(due.flatMap(inProse), ":?\\s+(\\d{4}-\\d{2}-\\d{2})"),
  };
}

/** A column `by when` is said in prose by its first word: `by 2026-02-20`. */
function inProse(name: string): string[] {
  return name.includes(" ") ? [name, name.split(" ")[0] ?? name] : [name];
}

function labelled(names: readonly string[], value: string): RegExp {
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?:^|[\\s(\\[])(?:${escaped.join("|")})${value}`, "iu");
}

/** Only what is unmistakable: what a label announces, or role and date at the end. */
function readAssignment(
  text: string,
  policy: Policy,
  patterns: TaskPatterns,
): { owners: string[]; dueText: string } {
  const trailing = TRAILING.exec(text);
  return {
    owners: splitOwners(patterns.owner.exec(text)?.[1] ?? trailing?.[1] ?? "", policy),
    dueText: patterns.due.exec(text)?.[1] ?? trailing?.[2] ?? "",
  };
}

function firstLine(text: string, block: Block): Range {
  const { start, end } = block.range;
  const length = text.slice(start, end).search(/[\r\n]/);
  return { start, end: length < 0 ? end : start + length };
}
