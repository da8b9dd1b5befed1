/** Findings on filed records that are gone, at the places where that is told. */
import { findDeletion } from "../engine/place-deleted";
import type { AuditedRecord } from "../records/types";
import { findingOnPath } from "../report/locate-findings";
import type { ReportedFinding } from "../report/types";
import type { OpenedRoot } from "./open-root";

/** `places` are as `placeDeleted` gives them. */
export function deletionFindings(
  { shown }: OpenedRoot,
  places: Iterable<readonly [path: string, lost: readonly AuditedRecord[]]>,
): readonly ReportedFinding[] {
  return [...places].flatMap(([path, lost]) =>
    lost.flatMap((record) => {
      const found = findDeletion(record, shown);
      return found === undefined
        ? []
        : [findingOnPath(found.rule, found.severity, shown(path), found.message)];
    }),
  );
}
