/** The words for records: the same in the tree, in the status bar, and in questions. */
import type { AmendmentNode, RecordNode } from "../../server/protocol/messages";
import type { Translate } from "../translate";
import { joinParts, renderPlain } from "../words";

/** What `AmendmentNode.commit` is for a change that no commit holds. */
const uncommitted = "uncommitted";
/** What `AmendmentNode.region` is for a change that brought back what was filed. */
const restored = "restored";

export function isCommitted({ commit }: AmendmentNode): boolean {
  return commit !== uncommitted;
}

/** Changes that the policy does not allow. */
function listBreaches({ amendments }: RecordNode): readonly AmendmentNode[] {
  return amendments.filter(({ allowed }) => !allowed);
}

/** Whether the record has been brought back to what was filed, and not been changed after that. */
function isRestored({ amendments }: RecordNode): boolean {
  return amendments.at(-1)?.region === restored;
}

/** Whether something was changed that can be taken back. */
function isChanged(record: RecordNode): boolean {
  const { verdict, amendments } = record;
  return verdict === "amended" || verdict === "deleted" || (amendments.length > 0 && !isRestored(record));
}

/** Whether something was changed, and what was filed is known. */
export function isRestorable(record: RecordNode): boolean {
  return record.filed !== null && isChanged(record);
}

export function shortenCommit(commit: string): string {
  return commit.slice(0, 7);
}

/** The last part of a path. */
export function nameFile(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What a person would call it: `3.1 Lessons Learnt` of a record with the title `Lessons Learnt — 3.1 Dock Reservation`. */
export function nameRecord({ title, path }: RecordNode): string {
  const plain = renderPlain(title);
  const [, kind, id] = /^(.+?)\s+[—–-]\s+((?:\p{Lu}+-)+\d+|\d+(?:\.\d+)+)(?!\S)/u.exec(plain) ?? [];
  return kind === undefined || id === undefined ? plain || nameFile(path) : `${id} ${kind}`;
}

/** `Filed 2026-02-20`, as a heading of something. */
export function nameFiling({ filed }: RecordNode, t: Translate): string {
  return filed === null ? t("Filed") : t("Filed {0}", filed.date);
}

/** `filed 2026-02-20`, `amended in 2 commits`: what there is to know of a record at a glance. */
export function describeVerdict(record: RecordNode, t: Translate): string {
  const { verdict, filed } = record;
  if (verdict === "deleted") return t("deleted");
  if (verdict === "unverifiable") return t("cannot be verified");
  // What the history cannot tell, the seal has told.
  if (verdict === "intact") return filed === null ? t("as sealed") : t("filed {0}", filed.date);
  const breaches = listBreaches(record);
  const commits = new Set(breaches.filter(isCommitted).map(({ commit }) => commit)).size;
  const open = breaches.some((breach) => !isCommitted(breach));
  if (commits === 0) return open ? t("amended, not committed") : t("amended");
  const said = commits === 1 ? t("amended in 1 commit") : t("amended in {0} commits", commits);
  return open ? joinParts([said, t("uncommitted changes")]) : said;
}

/** A verdict as a sentence. */
export function explainVerdict(record: RecordNode, t: Translate): string {
  const sentences: Readonly<Record<RecordNode["verdict"], string>> = {
    intact: t("It is as it was filed."),
    amended: t("It was changed after it was filed."),
    deleted: t("It was deleted after it was filed."),
    unverifiable: t("Whether it was changed after it was filed cannot be told."),
  };
  return sentences[record.verdict];
}

/** What a restoration throws away, as lines of a question. */
export function listLosses({ amendments }: RecordNode, unsaved: boolean, t: Translate): readonly string[] {
  const losses = amendments
    .filter((amendment) => !isCommitted(amendment) && amendment.region !== restored)
    .map(({ what, lines }) => joinParts([what, describeLines(lines, t)]));
  if (unsaved) return [...losses, t("text in the editor that is not saved")];
  return losses.length > 0 ? losses : [t("what was written since the last commit")];
}

/** Why an amendment is allowed; empty when it is not. */
export function describeAllowance({ allowed, region }: AmendmentNode, t: Translate): string {
  if (!allowed) return "";
  if (region === restored) return t("restored as filed");
  return region === null ? t("allowed") : t("allowed: {0}", region);
}

export function describeLines([first, last]: AmendmentNode["lines"], t: Translate): string {
  if (first < 1) return "";
  return first >= last ? t("line {0}", first) : t("lines {0} to {1}", first, last);
}
