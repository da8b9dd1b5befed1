/** A small workspace, and a document with a mark where the cursor stands. */
import { analyse } from "../../../../server/engine/analyse";
import { loadPolicies } from "../../../../server/engine/policies";
import { completionsAt } from "../../../../server/features/authoring/complete";
import type { AuthoringContext } from "../../../../server/features/authoring/context";
import { NameIndex } from "../../../../server/features/authoring/name-index";
import { RoleIndex } from "../../../../server/features/authoring/roles";
import type { DocumentFacts } from "../../../../server/features/open-actions";
import { MentionIndex } from "../../../../server/process/mention-index";
import { govern } from "../../../../server/workspace/govern";

export const TODAY = "2026-03-01";
/** Stands in for `|`, which tables are full of. */
export const CURSOR = "¦";

const POLICY = "version: 1\nextends: delivery\n";
const policy = (() => {
  const found = loadPolicies(["docket.yaml"], () => POLICY).policyFor("any.md");
  if (found === undefined) throw new Error("the profile has a policy");
  return found;
})();

const FILES: Readonly<Record<string, string>> = {
  "docs/team_skills/harbour/pilot_lead.md": `# Pilot Lead

**Role:** Pilot Lead
**Reports to:** Harbour Master
**Scope:** Pilots and their boats
**Status:** Canonical
**Version:** 1.1
**Last Updated:** 2026-02-01
`,
  "docs/specs/tides.md": `# Tides

**Owner:** Chart Owner
**Class:** Canonical (Class 1)
**Status:** Canonical
**Version:** 1.3
**Last Updated:** 2026-02-10

## Change Log

| Version | Date | Change |
|---------|------|--------|
| 1.3 | 2026-02-10 | Neap tides added |
| 1.2 | 2026-02-02 | First tables |
`,
  "docs/specs/charts.md":
    "# Charts\n\n**Owner:** Chart Owner\n**Status:** Canonical\n**Version:** 1.0\n**Last Updated:** 2026-02-10\n",
  "docs/product/phase_gates/7.1-tide-tables-phase-gate.md": `# Phase Gate Document — 7.1 Tide Tables

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 7.1 — Tide tables
**Version:** v1.0
**Date Filed:** —

## Gate R — READINESS_AUDIT → AWAITING_MEETING

### Gate R.1 — Tables read

\`\`\`
Evidence:             [PENDING]
Owner confirmation:   [PENDING]
PMO validation:       [PENDING]
\`\`\`

## Action Register

| Action ID | Description | Owner | Deadline | Status | Blocked on |
|-----------|-------------|-------|----------|--------|------------|
| A-S01 | Read the *tables* | Pilot Lead | 2026-03-04 | 🟡 In progress | — |
| A-S02 | Print them | Chart Owner | 2026-03-09 | ⬜ Not started | A-S01 |
`,
};

/** The context at the cursor of `text`; the workspace has the document, too, and `others`. */
export function contextAt(
  path: string,
  text: string,
  baseline?: string,
  others: Readonly<Record<string, string>> = FILES,
): AuthoringContext {
  const offset = text.indexOf(CURSOR);
  if (offset < 0) throw new Error("the text has no cursor");
  const files = new Map(Object.entries({ ...others, [path]: text.replace(CURSOR, "") }));
  const facts = new Map<string, DocumentFacts>();
  const mentions = new MentionIndex();
  for (const [name, written] of files) {
    const input = {
      path: name,
      text: written,
      policy,
      today: TODAY,
      workspace: () => ({ entries: new Map() }),
    };
    const analysis = analyse(input);
    facts.set(name, { entry: analysis.entry, process: analysis.process() });
    mentions.set(name, analysis.mentions());
  }
  const read = (name: string) => {
    const written = files.get(name);
    return written === undefined ? undefined : govern(name, written, policy);
  };
  const document = read(path);
  if (document === undefined) throw new Error("the document is there");
  const names = new NameIndex();
  const roles = new RoleIndex();
  for (const each of facts.values()) {
    names.add(each);
    roles.add(each);
  }
  const workspace = {
    documents: () => facts.values(),
    find: (name: string) => facts.get(name),
    named: (name: string) => names.named(name),
    textOf: (name: string) => (name === "docket.yaml" ? POLICY : files.get(name)),
    inFolder: (folder: string) => names.inFolder(folder),
    workItems: () => names.workItems(),
    ofWorkItem: (id: string) => names.ofWorkItem(id),
    withAction: (id: string) => names.withAction(id),
    mentions,
    roles,
    read,
  };
  return { document, offset, workspace, today: TODAY, baseline };
}

/** The text of a file of the workspace with the cursor in front of `before`. */
export function fileWithCursor(path: string, before: string): string {
  const text = FILES[path];
  const at = text?.indexOf(before) ?? -1;
  if (text === undefined || at < 0) throw new Error(`${path} has no ${before}`);
  return text.slice(0, at) + CURSOR + text.slice(at);
}

/** The labels that are offered at the cursor. */
export function offered(path: string, text: string): readonly string[] {
  return completionsAt(contextAt(path, text))?.items.map(({ label }) => label) ?? [];
}

/** The document after the first item that begins with `label` was chosen. */
export function choose(path: string, text: string, label: string): string {
  const list = completionsAt(contextAt(path, text));
  const item = list?.items.find((each) => each.label === label);
  if (list === undefined || item === undefined) throw new Error(`${label} is not offered`);
  const plain = text.replace(CURSOR, "");
  return plain.slice(0, list.range.start) + item.text + plain.slice(list.range.end);
}
