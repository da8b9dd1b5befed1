/** `docket init`: writes a first policy, and says what it recognises. */
import { resolve } from "node:path";
import { policyFilesIn } from "../../engine/find-files";
import {
  chooseProfile,
  PROFILES,
  renderPolicy,
  type Survey,
  surveyFolder,
} from "../../features/propose-policy";
import { systemClock } from "../../host/clock";
import { findWorkspace } from "../../host/find-workspace";
import { openFiles } from "../../host/node-host";
import { toSlashes } from "../../host/paths";
import { createFile } from "../../host/write-file";
import { count } from "../../report/terminal-text";
import { CLEAN, FAILURE } from "../exit-codes";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";

export interface InitOptions {
  /** The one that recognises most documents unless given. */
  readonly profile: string | undefined;
}

const FILE = "docket.yaml";

export function init(given: string | undefined, options: InitOptions, terminal: Terminal): number {
  const folder = toSlashes(resolve(terminal.folder, given ?? "."));
  if (options.profile !== undefined && !PROFILES.includes(options.profile))
    throw new UsageError(
      `There is no profile \`${options.profile}\`. Known profiles: ${PROFILES.join(", ")}.`,
    );
  const { base, root } = findWorkspace(folder);
  const files = openFiles(base);
  const start = folder === base ? "" : folder.slice(base.length + 1);
  if (files.kindOf(start) !== "folder") throw new UsageError(`There is no folder \`${given}\`.`);
  const prefix = start === "" ? "" : `${start}/`;
  for (const existing of policyFilesIn("")) {
    if (files.kindOf(prefix + existing) !== "absent")
      throw new UsageError(`This folder already has a policy, \`${existing}\`. It was not changed.`);
  }
  const profile = options.profile ?? runThrough(chooseProfile(files, start, prefix + FILE), terminal);
  const text = renderPolicy(profile);
  const source = {
    walk: files.walk,
    kindOf: files.kindOf,
    readText: (path: string) => (path === prefix + FILE ? text : files.readText(path)),
  };
  const survey = runThrough(surveyFolder(source, start, prefix + FILE, systemClock.today()), terminal);
  terminal.out(renderSurvey(survey, terminal));
  const failure = createFile(`${folder}/${FILE}`, text);
  if (failure !== undefined) {
    terminal.err(`${FILE} was not written: ${failure.reason}.\n`);
    return FAILURE;
  }
  const above = root === undefined ? "" : " It takes the place of the policy above it for this folder.";
  const next =
    survey.documents === 0
      ? "Next: name your documents' folders in it, under `classes`, then run `docket check`."
      : "Next: run `docket check`, or open the folder in VS Code with Docket.";
  terminal.out(`\nWrote ${FILE}, which builds on the profile \`${profile}\`.${above}\n${next}\n`);
  return CLEAN;
}

function runThrough<T>(work: Generator<undefined, T>, terminal: Terminal): T {
  const progress = createProgress(terminal);
  for (let read = 0; ; read++) {
    const step = work.next();
    if (step.done === true) {
      progress.end();
      return step.value;
    }
    progress.report(read);
  }
}

function renderSurvey({ documents, classes, findings }: Survey, terminal: Terminal): string {
  if (documents === 0) return "No document here is recognised as governed yet.\n";
  const width = Math.max(...classes.map(({ documents: number }) => String(number).length));
  const lines = classes.map(({ name, documents: number }) => `  ${String(number).padStart(width)}  ${name}`);
  return [
    `${terminal.colours.bold(count(documents, "document"))} recognised, ${count(findings, "finding")}:`,
    ...lines,
    "",
  ].join("\n");
}
