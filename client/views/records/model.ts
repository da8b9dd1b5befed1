/** The rows of the tree *Records*: filed records with their verdicts, and in each what was changed after it was filed. */
import type { AmendmentNode, RecordNode, RecordsAnswer } from "../../../server/protocol/messages";
import type { NameFolder } from "../../name-folder";
import {
  describeAllowance,
  describeLines,
  describeVerdict,
  explainVerdict,
  isCommitted,
  isRestorable,
  nameRecord,
  shortenCommit,
} from "../../records/record-words";
import type { Translate } from "../../translate";
import {
  createUniqueIds,
  joinClauses,
  joinParts,
  renderPlain,
  renderRows,
  renderSentence,
} from "../../words";
import type { TreeContent, TreeNode } from "../tree-node";
import { leaf } from "../tree-node";

/** With more changed records than this, their amendments are not seen at first. */
const manyRecords = 12;

/** What needs a look comes first. */
const ranks: Readonly<Record<RecordNode["verdict"], number>> = {
  amended: 0,
  deleted: 0,
  unverifiable: 1,
  intact: 2,
};

const icons: Readonly<Record<RecordNode["verdict"], TreeNode["icon"]>> = {
  intact: { id: "pass", color: "charts.green" },
  amended: { id: "warning", color: "list.warningForeground" },
  deleted: { id: "trash", color: "charts.red" },
  unverifiable: { id: "question" },
};

export function createRecords(
  { records, reading, unknown }: RecordsAnswer,
  t: Translate,
  nameFolder: NameFolder,
): TreeContent {
  const amended = records.filter(({ verdict }) => verdict === "amended");
  const deleted = records.filter(({ verdict }) => verdict === "deleted");
  const changed = amended.length + deleted.length;
  return {
    nodes: records
      .toSorted(compare)
      .map((record) => createRecord(record, changed <= manyRecords, t, nameFolder(record.uri))),
    badge: changed === 0 ? undefined : { value: changed, tooltip: countChanged(amended, deleted, t) },
    message: describeReading(records, reading, unknown, t),
    busy: reading,
  };
}

function compare(one: RecordNode, other: RecordNode): number {
  const byRank = ranks[one.verdict] - ranks[other.verdict];
  if (byRank !== 0 || one.verdict !== "intact") return byRank;
  const [date, otherDate] = [one.filed?.date ?? "", other.filed?.date ?? ""];
  return date === otherDate ? 0 : date < otherDate ? 1 : -1;
}

function countChanged(amended: readonly RecordNode[], deleted: readonly RecordNode[], t: Translate): string {
  const counts = [
    amended.length === 1 ? t("1 record amended") : t("{0} records amended", amended.length),
    deleted.length === 1 ? t("1 record deleted") : t("{0} records deleted", deleted.length),
  ];
  return joinParts([amended.length > 0 ? counts[0] : "", deleted.length > 0 ? counts[1] : ""]);
}

function describeReading(
  records: readonly RecordNode[],
  reading: boolean,
  unknown: string | null,
  t: Translate,
): string | undefined {
  if (reading) return records.length === 0 ? t("The history is being read…") : undefined;
  const open = records.filter(({ verdict }) => verdict === "unverifiable");
  if (open.length === 0) return undefined;
  if (unknown !== null && open.length === records.length) {
    return t(
      "No record can be verified: {0}. Docket compares records with git's history, or with their seals.",
      unknown,
    );
  }
  // What they have in common is said once; otherwise each row says it.
  const [reason, ...others] = new Set(open.map((record) => record.reason));
  if (others.length > 0) return undefined;
  const count =
    open.length === 1 ? t("1 record cannot be verified.") : t("{0} records cannot be verified.", open.length);
  return [count, reason?.replaceAll("`", "")].filter(Boolean).join(" ");
}

function createRecord(record: RecordNode, few: boolean, t: Translate, folder: string): TreeNode {
  const { uri, verdict, filed, amendments } = record;
  const label = nameRecord(record);
  const said = describeVerdict(record, t);
  return {
    id: uri,
    label,
    description: joinParts([folder, said]),
    tooltip: renderTooltip(record, t, folder),
    icon: icons[verdict],
    sentence: joinClauses([
      `${label}: ${said}`,
      verdict === "intact" || filed === null ? undefined : t("filed {0}", filed.date),
      record.reason ?? undefined,
      folder,
    ]),
    context: ["docket.record", ...listAbilities(record)].join(" "),
    target: verdict === "deleted" ? undefined : toTarget(uri, 1),
    // What was filed and what became of it: only where it is known is there something to compare.
    ...(filed !== null && (verdict === "amended" || verdict === "deleted")
      ? { command: "docket.showFilingChanges" }
      : {}),
    uri,
    ...(filed === null ? {} : { commit: filed.commit }),
    state: amendments.length === 0 ? "leaf" : few && verdict === "amended" ? "open" : "closed",
    children: () => {
      const createId = createUniqueIds();
      return amendments.map((amendment) =>
        createAmendment(amendment, record, createId(`${uri}#${amendment.commit}`), t),
      );
    },
  };
}

/** What can be done with a record, as words that the menus look for. */
function listAbilities(record: RecordNode): readonly string[] {
  const { verdict, filed } = record;
  return [
    ...(filed === null ? [] : ["comparable", "committed"]),
    ...(isRestorable(record) ? ["restorable"] : []),
    ...(verdict === "deleted" ? [] : ["present"]),
  ];
}

function renderTooltip(record: RecordNode, t: Translate, folder: string): string {
  const { path, filed, reason } = record;
  const rows = renderRows(renderPlain(record.title) || nameRecord(record), [
    [t("Class"), record.class],
    [t("Document"), joinParts([folder, path])],
    [t("Filed"), filed === null ? "" : joinParts([filed.date, shortenCommit(filed.commit)])],
  ]);
  return [rows, renderSentence(reason ?? explainVerdict(record, t))].join("\n\n");
}

function createAmendment(
  amendment: AmendmentNode,
  { uri, verdict }: RecordNode,
  id: string,
  t: Translate,
): TreeNode {
  const { author, date, commit, what } = amendment;
  const committed = isCommitted(amendment);
  const label = what.charAt(0).toUpperCase() + what.slice(1);
  const allowed = describeAllowance(amendment, t);
  const when = committed ? date : t("not committed");
  const where = describeLines(amendment.lines, t);
  return {
    id,
    label,
    // Of a commit, who made it and when; what no commit holds has nothing to tell it by but its place.
    description: joinParts(
      committed ? [author, when, shortenCommit(commit), allowed] : [where, when, allowed],
    ),
    tooltip: renderRows(label, [
      [t("Where"), where],
      [t("Author"), author],
      [t("Date"), when],
      [t("Commit"), committed ? commit : ""],
      [t("Policy"), allowed || t("not allowed")],
    ]),
    icon: chooseIcon(amendment),
    sentence: joinClauses([label, author && t("made by {0}", author), when, allowed || t("not allowed")]),
    context: committed ? "docket.amendment committed" : "docket.amendment",
    target: verdict === "deleted" ? undefined : toTarget(uri, amendment.lines[0]),
    uri,
    ...(committed ? { commit } : {}),
    ...leaf,
  };
}

function chooseIcon(amendment: AmendmentNode): TreeNode["icon"] {
  if (amendment.allowed) return { id: "info", color: "charts.blue" };
  return { id: isCommitted(amendment) ? "git-commit" : "edit", color: "list.warningForeground" };
}

/** `line` is one-based. */
function toTarget(uri: string, line: number): NonNullable<TreeNode["target"]> {
  const start = { line: Math.max(line - 1, 0), character: 0 };
  return { uri, range: { start, end: start } };
}
