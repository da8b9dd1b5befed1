/** The draft of a document that follows a filed record. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import { draftSuccessor, type Successor } from "../../../server/features/successor";
import { govern } from "../../../server/workspace/govern";
import { FILED, FILED_PATH, POLICY } from "../../support/delivery-documents";
import { findingsOf, inputOf, policyOf, REPORT, REPORT_PATH, TODAY } from "../../support/filing-documents";

const RECORD = REPORT.replace("Active", "Filed").replace("**Date Filed:** —", "**Date Filed:** 2026-02-20");
const ALLOWING = `${POLICY}classes:\n  delivery-record:\n    fields: { Superseded by: {} }\n    immutable:\n      when: [{ Status: Filed }]\n      allow: { fields: { Superseded by: "*" } }\n`;

function draft(path: string, text: string, policy = POLICY, taken: readonly string[] = []): Successor {
  const successor = draftSuccessor(govern(path, text, policyOf(policy)), TODAY, (each) =>
    [path, ...taken].includes(each),
  );
  if (successor === undefined) throw new Error("there is no draft");
  return successor;
}

const pathAfter = (path: string, text = RECORD, taken: readonly string[] = []) =>
  draft(path, text, POLICY, taken).path;
const folder = REPORT_PATH.slice(0, REPORT_PATH.lastIndexOf("/") + 1);

describe("the name", () => {
  it("is the record's with the slug counted on, the first that is free", () => {
    expect(pathAfter(REPORT_PATH)).toBe(`${folder}3.2-guest-passes-2-verification.md`);
    expect(
      pathAfter(
        REPORT_PATH,
        RECORD,
        [2, 3].map((each) => `${folder}3.2-guest-passes-${each}-verification.md`),
      ),
    ).toBe(`${folder}3.2-guest-passes-4-verification.md`);
  });

  it("of a successor's successor counts on; a number that belongs to the slug stays", () => {
    const second = `${folder}3.2-phase-2-verification.md`;
    expect(pathAfter(second)).toBe(`${folder}3.2-phase-2-2-verification.md`);
    const named = RECORD.replace("**Feature:**", "**Supersedes:** docs/x.md\n**Feature:**");
    expect(pathAfter(second, named)).toBe(`${folder}3.2-phase-3-verification.md`);
  });

  it("is counted on as a whole where it has no slug or follows no pattern, and takes today's date where it has one", () => {
    expect(pathAfter(`${folder}report.final.md`)).toBe(`${folder}report.final-2.md`);
    const dated = FILED_PATH.replace("2026-02-14", TODAY);
    expect(pathAfter(FILED_PATH, FILED)).toBe(dated);
    expect(pathAfter(FILED_PATH, FILED, [dated])).toBe(FILED_PATH.replace(".md", "-2.md"));
  });

  it("is none where none is free", () => {
    expect(draftSuccessor(govern(REPORT_PATH, RECORD, policyOf()), TODAY, () => true)).toBeUndefined();
  });
});

describe("the text", () => {
  it("is the template's with the work item's fields, and names the record", () => {
    const record = RECORD.replace("QA Lead", "PMO Lead").replace(
      "3.2 — Guest passes",
      "3.2 — Guest passes, all of them",
    );
    const { path, text } = draft(REPORT_PATH, record);
    expect(text.slice(0, text.indexOf("\n---"))).toBe(`# Verification Report — 3.2 Guest passes

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Supersedes:** ${REPORT_PATH}
**Feature:** 3.2 — Guest passes, all of them
**Version:** v1.0
**Date Filed:** —
`);
    expect(text).toContain("## Director of Quality Sign-Off");
    expect(findingsOf(inputOf(path, text))).toEqual([]);
    expect(govern(path, text, policyOf()).filed).toBe(false);
  });

  it("has its header as front matter where the record has", () => {
    const header =
      '---\nowner: QA Lead\nclass: Delivery Record (Class 7)\nstatus: Filed\nfeature: "3.2: Guest passes"\nversion: v1.0\ndate_filed: 2026-02-20\n---\n';
    const { path, text } = draft(REPORT_PATH, `${header}\n# Verification Report — 3.2 Guest passes\n`);
    expect(
      text.startsWith(`---
owner: QA Lead
class: Delivery Record (Class 7)
status: Active
supersedes: ${REPORT_PATH}
feature: "3.2: Guest passes"
version: v1.0
date_filed: —
---

# Verification Report — 3.2 Guest passes

---

## Verdict
`),
      text,
    ).toBe(true);
    expect(findingsOf(inputOf(path, text))).toEqual([]);
  });

  it("is a title and the class's header where the policy has no template", () => {
    const policy =
      "version: 1\nclasses:\n  note:\n    name: Note\n    paths: [notes/*.md]\n    fields: { Owner: { required: true }, Status: { type: state, required: true } }\n    states: { Open: { next: [Filed] }, Filed: {} }\n    immutable: { when: { Status: Filed } }\n";
    expect(draft("notes/a.md", "# A note\n\n**Owner:** X\n**Status:** Filed\n", policy)).toEqual({
      path: "notes/a-2.md",
      text: "# A note\n\n**Owner:** X\n**Status:** Open\n**Supersedes:** notes/a.md\n",
      edits: [],
    });
  });
});

describe("the record", () => {
  it("is left alone unless the policy lets the field change that names a successor", () => {
    expect(draft(REPORT_PATH, RECORD).edits).toEqual([]);
    const given = ALLOWING.replace('"*"', "[docs/other.md]");
    expect(draft(REPORT_PATH, RECORD, given).edits).toEqual([]);
    expect(
      draft(REPORT_PATH, RECORD, ALLOWING.replace('fields: { Superseded by: "*"', 'fields: { Owner: "*"'))
        .edits,
    ).toEqual([]);
  });

  it("names the successor in this one field, below its state", () => {
    const { path, edits, text } = draft(REPORT_PATH, RECORD, ALLOWING);
    expect(findingsOf(inputOf(path, text, policyOf(ALLOWING)))).toEqual([]);
    expect(applyEdits(RECORD, edits)).toBe(
      RECORD.replace("**Status:** Filed\n", `**Status:** Filed\n**Superseded by:** ${path}\n`),
    );
  });

  it("keeps the successor that it names already; a placeholder is filled in", () => {
    const naming = (value: string) =>
      RECORD.replace("**Feature:**", `**Superseded by:** ${value}\n**Feature:**`);
    expect(draft(REPORT_PATH, naming("docs/x.md"), ALLOWING).edits).toEqual([]);
    const { path, edits } = draft(REPORT_PATH, naming("—"), ALLOWING);
    expect(applyEdits(naming("—"), edits)).toBe(naming(path));
  });
});

it("a document that no class claims has no successor", () => {
  expect(draftSuccessor(govern("notes.md", "# Notes\n", policyOf()), TODAY, () => false)).toBeUndefined();
});
