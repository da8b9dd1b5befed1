/** Between our offsets and the protocol's lines and characters. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
} from "vscode-languageserver/node";
import { copyText } from "../base/copy-text";
import type { TextEdit } from "../base/edit";
import type { LineIndex } from "../base/lines";
import type { Range } from "../base/range";
import { POLICY_PROBLEM } from "../engine/find-files";
import { ruleIds } from "../engine/run-rules";
import type { Finding } from "../engine/types";
import { LEDGER_PROBLEM } from "../engine/weigh-seals";
import type { Severity } from "../policy/types";
import type { ClientFeatures } from "./client-features";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

export const START: LspRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function toLspRange(range: Range, lines: LineIndex): LspRange {
  return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

export function toRange(range: LspRange, lines: LineIndex): Range {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

export function toLspEdit(edit: TextEdit, lines: LineIndex): LspTextEdit {
  return { range: toLspRange(edit.range, lines), newText: edit.newText };
}

/** What is neither a finding on a document nor located by one: a policy's mistake, an unreadable file. */
export function toDiagnostic(
  rule: string,
  severity: Severity,
  range: LspRange,
  message: string,
  features: ClientFeatures,
): Diagnostic {
  const href = pageOf(rule, features.docsBase);
  return {
    range,
    severity: SEVERITIES[severity],
    source: "docket",
    code: rule,
    message: copyText(message),
    ...(href === undefined ? {} : { codeDescription: { href } }),
  };
}

/** What no rule finds has no page of its own: mistakes in a policy are explained where its keys are. */
const PAGES: Readonly<Record<string, string>> = {
  [POLICY_PROBLEM]: "policy.md",
  [LEDGER_PROBLEM]: "seals.md",
};

/** The page on a rule. */
export function pageOf(rule: string, docsBase: string | undefined): string | undefined {
  if (docsBase === undefined) return undefined;
  const page = PAGES[rule];
  if (page !== undefined) return new URL(`../${page}`, `${docsBase}/`).href;
  return `${docsBase}/${ruleIds.includes(rule) ? rule : "README"}.md`;
}

/** Holds copies only, so that the text may go. `uri` is the document's own. */
export function findingToDiagnostic(
  finding: Finding,
  lines: LineIndex,
  uri: string,
  features: ClientFeatures,
): Diagnostic {
  const diagnostic = toDiagnostic(
    finding.rule,
    finding.severity,
    toLspRange(finding.range, lines),
    finding.message,
    features,
  );
  if (!features.relatedInformation || finding.related.length === 0) return diagnostic;
  const relatedInformation = finding.related.map(({ at, message }) => ({
    location: { uri, range: toLspRange(at, lines) },
    message: copyText(message),
  }));
  return { ...diagnostic, relatedInformation };
}
