/** What the gate rules share: which documents they look at, how they call gates, items and places. */
import type { Range } from "../base/range";
import { rememberLast } from "../base/remember";
import { type DocumentProcess, processOf } from "../process/read-process";
import type {
  Gate,
  GateItem,
  GateItemRow,
  GateRow,
  GateStatement,
  GateStatus,
  StatementSource,
} from "../process/types";
import { foldedWords, leadingWord, mayOpenWith } from "../process/words";
import type { GovernedDocument } from "../workspace/types";
import { listWords, quoteValue } from "./fields";

/**
 * The process of a document that is in force; undefined for all others. What a gate lacks is no less a lack once the
 * work item is closed: only when the document is filed nobody can mend it any more.
 */
export function processInForce(document: GovernedDocument): DocumentProcess | undefined {
  const process = processOf(document);
  return process.inForce ? process : undefined;
}

/** The gates of such a document, without items that are said not to apply: nothing is asked of those. */
export const gatesInForce: (document: GovernedDocument) => readonly GateRow[] = rememberLast((document) => {
  const gates = processInForce(document)?.gates ?? [];
  const { dropped } = document.policy.process.actionStatuses;
  const isWaived = (row: GateItemRow): boolean => row.item.status !== "passed" && opensWith(row, dropped);
  if (!gates.some(({ items }) => items.some(isWaived))) return gates;
  return gates.map((row) => ({ ...row, items: row.items.filter((each) => !isWaived(each)) }));
});

/** True when one of the proofs opens with such a word; brackets and dashes stand for what is to come. */
function opensWith({ proofs }: GateItemRow, words: readonly string[]): boolean {
  return Object.values(proofs).some(
    ({ text, verdict }) =>
      verdict !== "given" &&
      /^[^[{—–-]/.test(text) &&
      mayOpenWith(text, words) &&
      leadingWord(foldedWords(text), words) !== undefined,
  );
}

export interface Statements {
  readonly passed: readonly GateStatement[];
  /** Pending, failed or not started. */
  readonly open: readonly GateStatement[];
}

/**
 * What the document says of a gate, the surest first. The state of a work item speaks against a gate that leads out of
 * it only where the log has already gone through: between the last item that passes and the transition there may be
 * time.
 */
export function statementsOf({ statements }: GateRow): Statements {
  const ordered = [...statements.filter((each) => !isOfState(each)), ...statements.filter(isOfState)];
  const passed = ordered.filter(({ status }) => status === "passed");
  const isLogged = passed.some(({ source }) => source === "transition-log" || source === "gate-passed");
  const open = ordered.filter((each) => each.status !== "passed" && (isLogged || !isOfState(each)));
  return { passed, open };
}

function isOfState({ source }: GateStatement): boolean {
  return source === "current-state";
}

/** True when the gate has items and nobody has begun with any of them. */
export function isUntouched({ items }: GateRow): boolean {
  return (
    items.length > 0 && items.every(({ item }) => item.missing.length === 3 && item.status === "pending")
  );
}

/** Where a statement stands, within a sentence. */
const PLACES: Readonly<Record<StatementSource, string>> = {
  heading: "the heading",
  "status-line": "the status line",
  "phase-history": "the phase history",
  "gate-passed": "the status block",
  "current-state": "the status block",
  "transition-log": "the transition log",
};

const SAID: Readonly<Record<GateStatus, string>> = {
  passed: "has passed",
  pending: "is pending",
  failed: "has failed",
  "not-started": "is not started",
};

/** What a statement says of the gate, within a sentence: `the heading says that gate G1 has passed`. */
export function describeStatement(statement: GateStatement, name: string): string {
  return describeStatements([statement], name)[0] ?? "";
}

/** The same of several, those that agree in one: `the heading and the transition log say that it has passed`. */
export function describeStatements(statements: readonly GateStatement[], name: string): string[] {
  const places = new Map<string, Set<string>>();
  for (const { source, status } of statements) {
    const side = status === "passed" ? "behind" : "before";
    const said =
      source === "current-state" ? `name a state ${side} ${name}` : `say that ${name} ${SAID[status]}`;
    places.set(said, (places.get(said) ?? new Set()).add(PLACES[source]));
  }
  return [...places].map(([said, names]) => {
    const verb = names.size === 1 ? said.replace(/^\w+/, "$&s") : said;
    return `${listWords([...names], "and")} ${verb}`;
  });
}

/** `gate G1`; items may stand under no gate. */
export function gateName({ gate }: Gate): string {
  return gate === "" ? "the gate" : `gate ${gate}`;
}

/** The item's id, or its title in quotes. */
export function itemName({ id, title }: GateItem): string {
  return id === "" ? quoteValue(title) : id;
}

const BEFORE_NAME = /^[ \t>]*(?:#{1,6}|[-*+]|\d+[.)]|\|)?[ \t]*/;

/** The line that names a gate or an item, without what Markdown puts around it. */
export function nameRange({ range }: { readonly range: Range }, text: string): Range {
  const line = text.slice(range.start, range.end);
  const start = range.start + (BEFORE_NAME.exec(line)?.[0].length ?? 0);
  return { start, end: start + text.slice(start, range.end).replace(/[\s|]+$/, "").length };
}
