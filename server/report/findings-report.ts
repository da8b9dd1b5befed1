/** The findings of a check, rendered file by file: what has been rendered takes a fraction of the memory. */
import type { Severity } from "../policy/types";
import { compareFindings } from "./locate-findings";
import type { ReportedFinding } from "./types";

/** What a summary tells. */
export interface Tally {
  /** Those that a class claims. */
  readonly documents: number;
  /** Those that a policy covers and no class claims. */
  readonly ungoverned: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Findings that `docket fix` corrects. */
  readonly safelyFixable: number;
}

/** How a report looks. */
export interface FindingsFormat {
  /** The findings of one file, at least one, in the order of their places. */
  readonly file: (path: string, findings: readonly ReportedFinding[]) => string;
  /** What stands before all files, between any two, and behind all of them; `hasFiles` is false where there are none. */
  readonly head: (tally: Tally, hasFiles: boolean) => string;
  readonly between: string;
  readonly tail: (tally: Tally, hasFiles: boolean) => string;
}

/** UTF-16 units. */
const PORTION = 32 * 1024;
/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

export class FindingsReport {
  readonly #bySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  #safelyFixable = 0;
  readonly #format: FindingsFormat;
  readonly #rendered = new Map<string, string>();
  /** Findings that are told before their file is, by its path. */
  readonly #early = new Map<string, ReportedFinding[]>();

  constructor(format: FindingsFormat) {
    this.#format = format;
  }

  /** For findings on files of which more may be told. */
  addEarly(findings: readonly ReportedFinding[]): void {
    for (const finding of findings) {
      const same = this.#early.get(finding.path);
      if (same === undefined) this.#early.set(finding.path, [finding]);
      else same.push(finding);
    }
  }

  /** Everything else that is to be told of a file; to be called once for a path. */
  add(path: string, findings: readonly ReportedFinding[]): void {
    const early = this.#early.get(path);
    this.#early.delete(path);
    if (findings.length === 0 && early === undefined) return;
    const all = early === undefined ? [...findings] : [...early, ...findings];
    for (const { severity, safelyFixable } of all) {
      this.#bySeverity[severity]++;
      if (safelyFixable) this.#safelyFixable++;
    }
    this.#rendered.set(path, this.#format.file(path, all.sort(compareFindings)));
  }

  /** Those of what has been added so far. */
  get severities(): readonly Severity[] {
    return SEVERITIES.filter((severity) => this.#bySeverity[severity] > 0);
  }

  /** The report, ended with a line break, in portions: as one text it may be larger than all else there is. */
  *render({ documents, ungoverned }: Pick<Tally, "documents" | "ungoverned">): Generator<string> {
    for (const path of [...this.#early.keys()]) this.add(path, []);
    const bySeverity = this.#bySeverity;
    const tally: Tally = { documents, ungoverned, bySeverity, safelyFixable: this.#safelyFixable };
    const hasFiles = this.#rendered.size > 0;
    let portion = this.#format.head(tally, hasFiles);
    for (const [index, path] of [...this.#rendered.keys()].sort().entries()) {
      if (portion.length >= PORTION) {
        yield portion;
        portion = "";
      }
      portion += (index === 0 ? "" : this.#format.between) + (this.#rendered.get(path) ?? "");
    }
    yield portion + this.#format.tail(tally, hasFiles);
  }
}
