/** A filed record is gone. */
import type { AuditedRecord } from "../../records/types";
import { documentStart } from "../../workspace/document-start";
import { classNoun } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "record/filed-record-deleted",
  summary: "A filed record was deleted, or replaced by a link.",
  why: "A record that is gone proves nothing to those who look for it, and nobody notices that it is missing.",
  guide: "Document Classes (§2): never deleted once filed",
  since: "0.1.0",
  severity: "error",
  fixable: false,
  reads: "history",
  check({ document, history }) {
    return (history?.deleted ?? []).map((record) => ({
      at: documentStart(document),
      message: describeDeletion(record, (path) => path),
    }));
  },
};

/** For the folder's index, or for the policy file where there is none; `shown` gives the path to print. */
export function describeDeletion(record: AuditedRecord, shown: (path: string) => string): string {
  const { path, baseline, documentClass, reason, isReplaced } = record;
  const filed =
    baseline === undefined
      ? ""
      : `, filed on ${baseline.filing.date} (commit ${baseline.filing.commit.slice(0, 7)}),`;
  const became = isReplaced === true ? "is no document any more" : "is gone";
  const what = `The ${classNoun(documentClass)} \`${shown(path)}\`${filed} ${became}.`;
  return `${what}${reason === undefined ? "" : ` ${reason}`} A filed ${classNoun(documentClass)} is permanent: restore the file.`;
}
