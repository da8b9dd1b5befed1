/** Reads one policy file: its YAML against the schema; what is wrong becomes a problem and is left out. */
import type { Range } from "../base/range";
import { parseYaml, type YamlMap } from "../base/yaml";
import { checkSchema } from "./check-schema";
import { describeIssue } from "./describe-issue";
import { locateValue } from "./locate";
import { type DataProblem, toPlainData } from "./plain-data";
import { quote } from "./quote";
import { POLICY_VERSION, type RawPolicy } from "./schema";
import type { PolicyProblem, Severity } from "./types";

export interface FileLayer {
  /** Relative to the root of the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly root: YamlMap;
  readonly policy: RawPolicy;
  /** The version of the policy language, where it is newer than what this Docket reads. */
  readonly newer: number | undefined;
}

export interface LayerReading {
  /** Undefined when the file could not be read at all. */
  readonly layer: FileLayer | undefined;
  readonly problems: readonly PolicyProblem[];
}

/** Ten times the size of a large policy, in UTF-16 units; reading garbage of this size takes seconds. */
const LONGEST = 256 * 1024;

/** Ten times the values of a large policy, those that aliases stand for included. */
const MAX_VALUES = 10_000;

/** A file with nothing but comments. */
const EMPTY: YamlMap = { kind: "map", range: { start: 0, end: 0 }, entries: [], byKey: new Map() };

type Add = (range: Range, message: string, severity?: Severity) => void;

export function readLayer(path: string, text: string): LayerReading {
  const problems: PolicyProblem[] = [];
  const add: Add = (range, message, severity = "error") => {
    problems.push({ path, range, severity, message });
  };
  if (text.length > LONGEST) {
    add({ start: 0, end: 0 }, "This file is larger than 256 KB, which no policy is.");
    return { layer: undefined, problems };
  }
  const yaml = parseYaml(text);
  for (const problem of yaml.problems) add(problem.range, problem.message);
  if (yaml.problems.some((problem) => problem.fatal)) return { layer: undefined, problems };
  const root = yaml.root ?? EMPTY;
  if (yaml.size > MAX_VALUES) {
    add({ start: 0, end: 0 }, `This file holds more than ${MAX_VALUES} values, which no policy does.`);
    return { layer: undefined, problems };
  }
  if (root.kind !== "map") {
    const what = root.kind === "list" ? "a list" : "a text";
    add(
      locateValue(root, [], text),
      `This is ${what}. A policy is a map that begins with \`version: ${POLICY_VERSION}\`.`,
    );
    return { layer: undefined, problems };
  }
  const newer = readVersion(root, text, add);
  const found: DataProblem[] = [];
  const plain = toPlainData(root, found);
  for (const problem of found) add(problem.range, problem.message);
  const { policy, issues } = checkSchema(plain);
  for (const issue of issues) {
    const described = describeIssue(issue, root, text, newer);
    add(described.range, described.message, newer === undefined ? "error" : "warning");
  }
  return { layer: { path, text, root, policy, newer }, problems };
}

/** Reports what is wrong with the version; the version, when it is newer than what this Docket reads. */
function readVersion(root: YamlMap, text: string, add: Add): number | undefined {
  const entry = root.byKey.get("version");
  if (entry === undefined) {
    const first = root.entries[0]?.keyRange ?? { start: 0, end: 0 };
    add(
      first,
      `The version of the policy language is missing. Begin with \`version: ${POLICY_VERSION}\`.`,
      "warning",
    );
    return undefined;
  }
  const written = entry.value.kind === "scalar" ? entry.value.source : "";
  if (entry.value.kind === "scalar" && entry.value.empty) return undefined;
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written) > POLICY_VERSION ? Number(written) : undefined;
  const shown = written === "" ? "This" : quote(written);
  add(
    locateValue(root, ["version"], text),
    `${shown} is no version of the policy language. Write \`version: ${POLICY_VERSION}\`.`,
  );
  return undefined;
}
