/** Which rules run on a document, how severe their findings are, and which the author has accepted. */
import { touches } from "../base/range";
import { rememberLast } from "../base/remember";
import { findSuppressions, type Suppression } from "../document/suppressions";
import type { Policy, Severity } from "../policy/types";
import type { DocumentHistory } from "../records/types";
import { rules } from "../rules/index";
import type { Fix, Report, Rule, RuleContext } from "../rules/rule";
import { subjects } from "../rules/subjects";
import type { DocumentVersions } from "../workspace/document-versions";
import { isMeantAsFiled } from "../workspace/govern";
import type { GovernedDocument, WorkspaceSnapshot } from "../workspace/types";
import type { Finding } from "./types";

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);

const NO_FIXES = (): readonly Fix[] => [];

/** What rules are told beside the document. */
interface Surroundings {
  readonly today: string;
  readonly workspace: () => WorkspaceSnapshot;
  readonly exists?: ((path: string) => boolean) | undefined;
  readonly versionsOf?: ((path: string) => DocumentVersions | undefined) | undefined;
  readonly namesIn?: ((folder: string) => readonly string[]) | undefined;
  readonly filesNamed?: ((beginning: string, policy: Policy) => readonly string[]) | undefined;
  readonly read?: ((path: string) => GovernedDocument | undefined) | undefined;
  readonly history?: DocumentHistory | undefined;
}

/** In document order; rules that the policy switches off do not run. */
export function runRules(
  document: GovernedDocument,
  { today, workspace, exists, versionsOf, namesIn, filesNamed, read, history }: Surroundings,
): readonly Finding[] {
  if (
    document.classification === undefined &&
    document.parsed.header.fields.length === 0 &&
    document.parsed.header.problems.length === 0 &&
    history === undefined
  )
    return [];
  const context: RuleContext = {
    document,
    policy: document.policy,
    workspace,
    today,
    ruleIds,
    exists,
    versionsOf,
    namesIn,
    filesNamed: filesNamed && ((beginning) => filesNamed(beginning, document.policy)),
    read,
    history,
  };
  const findings: Finding[] = [];
  const suppressions = findSuppressions(document.text, document.parsed.blocks);
  const applies = whichApply(document, suppressions, history?.record !== undefined);
  for (const group of switchedOn(document.policy)) {
    if (!applies(group.name) || !mayApply(group, document)) continue;
    for (const rule of group.rules) runRule(rule, context, findings);
  }
  const kept = withoutSuppressed(findings, suppressions);
  const settled = isMeantAsFiled(document) ? kept.map(withoutSafeFixes) : kept;
  return settled.length < 2 ? settled : settled.sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || order(a.severity) - order(b.severity);
}

interface Group {
  readonly name: string;
  readonly rules: readonly CheckingRule[];
  readonly hasSubject: ((document: GovernedDocument) => boolean) | undefined;
}

/** The one part of a rule that is asked for every document, in objects that are all alike to V8. */
class CheckingRule {
  readonly rule: Rule;
  readonly check: Rule["check"];

  constructor(rule: Rule) {
    this.rule = rule;
    this.check = rule.check;
  }
}

/** The two that tell of a header as a whole are groups of their own. */
function groupOf({ id }: Rule): string {
  return id === MISSING_HEADER || id === INVALID_FRONT_MATTER ? id : id.slice(0, id.indexOf("/"));
}

const MISSING_HEADER = "header/missing-header";
const INVALID_FRONT_MATTER = "header/invalid-front-matter";
const groupNames = [...new Set(rules.map(groupOf))];

/** The rules that a policy leaves on; sorted out once for all documents of a policy that come in a row. */
const switchedOn = rememberLast((policy: Policy): readonly Group[] => {
  const on = rules.filter(({ id }) => policy.severityOf(id)?.value !== "off");
  return groupNames
    .map((name) => ({
      name,
      rules: on.filter((rule) => groupOf(rule) === name).map((rule) => new CheckingRule(rule)),
      hasSubject: subjects.get(name),
    }))
    .filter((group) => group.rules.length > 0);
});

/** On a document without a header, or with one that cannot be read, everything else would follow from that. */
function whichApply(
  { parsed, headerless, classification }: GovernedDocument,
  suppressions: readonly Suppression[],
  isRecord: boolean,
): (group: string) => boolean {
  const { problems, fields } = parsed.header;
  const isSuppressed = suppressions.length > 0 && classification !== undefined;
  // a record that lost its header was edited, and that is the finding
  if (headerless && isRecord) return (name) => name === "record";
  const isUnreadable = problems.length > 0 && fields.length === 0;
  if (!headerless && !isUnreadable) return isSuppressed ? () => true : isNoSuppression;
  const own = headerless ? MISSING_HEADER : INVALID_FRONT_MATTER;
  // what became of a filed record is told whatever its header says now
  return (name) => name === own || name === "record" || (isSuppressed && name === "suppression");
}

function isNoSuppression(group: string): boolean {
  return group !== "suppression";
}

/** False where the document has nothing that the group speaks about. */
function mayApply({ hasSubject }: Group, document: GovernedDocument): boolean {
  if (hasSubject === undefined) return true;
  try {
    return hasSubject(document);
  } catch {
    // the rules fail at the same, and say so
    return true;
  }
}

/** Asked for every rule and document: to look for a property takes longer. */
function isSeveral(said: Report | readonly Report[]): said is readonly Report[] {
  return Array.isArray(said);
}

/** The guard around one rule: a crash becomes a finding, and the other rules go on. */
function runRule({ rule, check }: CheckingRule, context: RuleContext, findings: Finding[]): void {
  try {
    const said = check(context);
    if (said === undefined) return;
    if (!isSeveral(said)) findings.push(toFinding(rule, said, context));
    else for (const report of said) findings.push(toFinding(rule, report, context));
  } catch (error) {
    findings.push({
      rule: "internal/rule-crashed",
      severity: "warning",
      range: { start: 0, end: 0 },
      message: `The rule ${rule.id} failed on this document (${error instanceof Error ? error.message : String(error)}). The other rules went on; please report it.`,
      field: undefined,
      related: [],
      fixes: NO_FIXES,
      restores: false,
      needsDecision: false,
    });
  }
}

function toFinding(rule: Rule, report: Report, context: RuleContext): Finding {
  return {
    rule: rule.id,
    severity: severityOf(rule, report, context.policy),
    range: report.at,
    message: report.message,
    field: report.field,
    related: report.related ?? [],
    // a filed record is permanent: nothing of Docket writes into it
    fixes: isPermanent(context) && report.restores !== true ? NO_FIXES : guarded(report.fixes),
    restores: report.restores === true,
    needsDecision: report.needsDecision === true,
  };
}

/** A record stays one when somebody takes its state back. */
function isPermanent({ document, history }: RuleContext): boolean {
  return document.filed || history?.record !== undefined;
}

/** Until its state is settled, only the author writes into what may be a permanent record. */
function withoutSafeFixes(finding: Finding): Finding {
  const fixes = (): readonly Fix[] => finding.fixes().map((fix) => ({ ...fix, safe: false }));
  return { ...finding, fixes, needsDecision: true };
}

function guarded(fixes: Report["fixes"]): Finding["fixes"] {
  if (fixes === undefined) return NO_FIXES;
  return () => {
    try {
      return fixes().filter(
        (fix) => fix.edits.length > 0 || fix.moveTo !== undefined || fix.creates !== undefined,
      );
    } catch {
      // a finding without a fix is worth more than no findings at all
      return [];
    }
  };
}

/** An explicit setting of a higher layer wins over a field's severity; within one layer the field is more specific. */
function severityOf(rule: Rule, report: Report, policy: Policy): Severity {
  const setting = policy.severityOf(rule.id);
  const configured =
    setting === undefined || setting.value === "off"
      ? undefined
      : { value: setting.value, layer: setting.layer };
  const own = report.severity;
  if (own === undefined) return configured?.value ?? rule.severity;
  if (typeof own === "string") return configured?.value ?? own;
  return configured !== undefined && configured.layer > own.layer ? configured.value : own.value;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

function order(severity: Severity): number {
  return ORDER[severity];
}

function withoutSuppressed(findings: Finding[], suppressions: readonly Suppression[]): Finding[] {
  if (suppressions.length === 0) return findings;
  return findings.filter((finding) => !suppressions.some((suppression) => suppresses(suppression, finding)));
}

function suppresses(suppression: Suppression, finding: Finding): boolean {
  const named = suppression.rules.some(
    ({ id }) =>
      id === finding.rule || id === "*" || (id.endsWith("/*") && finding.rule.startsWith(id.slice(0, -1))),
  );
  if (!named) return false;
  // a comment in a record is a change of it, and does not excuse itself
  if (finding.rule.startsWith("record/")) return false;
  // a comment without a reason does not excuse itself
  if (finding.rule.startsWith("suppression/") && suppression.reason === "") return false;
  if (suppression.target === undefined) return suppression.kind === "document";
  const { target } = suppression;
  return finding.range.start < target.end && touches(finding.range, target);
}
