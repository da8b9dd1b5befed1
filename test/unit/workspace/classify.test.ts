/** How a document's class is told: by its class field, its place, its name, or its type, state and fields. */
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../server/document/parse-document";
import { loadPolicies } from "../../../server/engine/policies";
import type { Policy } from "../../../server/policy/types";
import { classify } from "../../../server/workspace/classify";

function policyOf(...lines: readonly string[]): Policy {
  const text = ["version: 1", "extends: delivery", ...lines, ""].join("\n");
  const { policyFor, problems } = loadPolicies(["docket.yaml"], (path) =>
    path === "docket.yaml" ? text : undefined,
  );
  const policy = policyFor("docket.yaml");
  if (policy === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return policy;
}

const delivery = policyOf();

/** `class/kind by source`, and what it contradicts. */
function tell(path: string, text: string, policy: Policy = delivery): string | undefined {
  const found = classify(path, parseDocument(text), policy);
  if (found === undefined) return undefined;
  const kind = found.class.kind === undefined ? "" : `/${found.class.kind}`;
  const against = found.contradicted === undefined ? "" : ` against ${found.contradicted.id}`;
  return `${found.class.id}${kind} by ${found.by}${against}`;
}

function header(...fields: readonly string[]): string {
  return `# Berths\n\n${fields.map((field) => `**${field.replace(":", ":**")}`).join("\n")}\n`;
}

describe("the class field", () => {
  it.each([
    ["Delivery Record (Class 7)", "delivery-record"],
    ["Class 7", "delivery-record"],
    ["7", "delivery-record"],
    ["delivery record", "delivery-record"],
    ["Class 7 — Delivery Record", "delivery-record"],
    ["📦 `Class 1`", "canonical"],
    ["[Planning Document](guide.md#class-4)", "planning-document"],
  ])("%j tells %s", (value, id) => {
    expect(tell("notes/berths.md", header(`Class: ${value}`))).toBe(`${id} by field`);
  });

  it.each(["TBD", "—", "{class}", "", "Regulation", "Operational Record (Class 7)"])(
    "%j tells nothing",
    (value) => {
      expect(tell("notes/berths.md", header(`Class: ${value}`))).toBeUndefined();
    },
  );

  it("counts where it first says something", () => {
    expect(tell("notes/berths.md", header("Class: TBD", "Class: Class 4"))).toBe(
      "planning-document by field",
    );
  });

  it("goes before name, type and state", () => {
    const text = header("Class: Class 4", "Type: PMO Process Template", "Status: Canonical");
    expect(tell("notes/4.1-berths-phase-gate.md", text)).toBe("planning-document by field");
  });

  it("goes by other names where the policy says so", () => {
    const policy = policyOf("fields:", "  Class: { aliases: [Klasse] }");
    expect(tell("notes/berths.md", header("Klasse: Class 4"), policy)).toBe("planning-document by field");
    expect(tell("notes/berths.md", header("Klasse: Class 4"))).toBeUndefined();
  });
});

describe("the place", () => {
  it.each([
    ["docs/specs/berths.md", "canonical/specification"],
    ["docs/specs/harbour/deep/berths.md", "canonical/specification"],
    ["Docs/Specs/Berths.MD", "canonical/specification"],
    ["docs/team_skills/pmo/processes/run", "canonical/process-template"],
    ["docs/testing/4.1-berths-test-scenarios.md", "canonical/test-scenarios"],
    ["docs/reference/words.md", "supporting"],
    ["docs/operations/status_reports/x.md", "operational-record"],
    ["docs/product/roadmap.md", "planning-document"],
    ["docs/product/decisions/x.md", "planning-document/decisions-record"],
    ["docs/product/scope/x.md", "planning-document/scope-document"],
    ["docs/team_skills/harbour/harbour_lead.md", "role-charter"],
    ["docs/documentation_team/prompts/x.md", "governance-prompt"],
    ["docs/product/phase_gates/x.md", "delivery-record/phase-gate"],
    ["docs/product/verification/x.md", "delivery-record/verification-report"],
    ["docs/product/lessons_learnt/x.md", "delivery-record/lessons-learnt"],
  ])("%s tells %s, header or not", (path, found) => {
    expect(tell(path, "Nothing yet.\n")).toBe(`${found} by location`);
    expect(tell(path, header("Owner: Harbour Lead"))).toBe(`${found} by location`);
  });

  it.each(["docs/product/phase_gates/README.md", "docs/product/scope/index.md", "src/berths.md"])(
    "%s tells nothing",
    (path) => {
      expect(tell(path, "Nothing yet.\n")).toBeUndefined();
    },
  );

  it("agrees with the field", () => {
    expect(tell("docs/specs/berths.md", header("Class: 1"))).toBe("canonical/specification by field");
  });

  it("goes before a field that disagrees, which is kept as contradicted", () => {
    const text = header("Class: Operational Record (Class 3)");
    expect(tell("docs/product/phase_gates/x.md", text)).toBe(
      "delivery-record/phase-gate by location against operational-record",
    );
  });

  it("goes before name, type and state", () => {
    const text = header("Type: PMO Process Template", "Status: Operational Record");
    expect(tell("docs/reference/4.1-berths-phase-gate.md", text)).toBe("supporting by location");
  });

  it("is that of the policy's own paths", () => {
    const policy = policyOf("classes:", "  supporting:", "    paths: [handbook/**/*.md]");
    expect(tell("handbook/words.md", "Words.\n", policy)).toBe("supporting by location");
    expect(tell("docs/reference/words.md", "Words.\n", policy)).toBeUndefined();
  });
});

describe("the name", () => {
  it.each([
    ["4.1-berth-booking-phase-gate.md", "delivery-record/phase-gate"],
    ["BLG-TECH-04-ramps-verification.md", "delivery-record/verification-report"],
    ["QWB-quick-wins-lessons.md", "delivery-record/lessons-learnt"],
    ["scope--4.1-berth-booking.md", "planning-document/scope-document"],
    ["System_status_report_v2.3_2026-02-11.md", "operational-record"],
  ])("%s tells %s", (name, found) => {
    expect(tell(`notes/${name}`, header("Owner: Harbour Lead"))).toBe(`${found} by name`);
  });

  it("tells nothing of a document without a header", () => {
    expect(tell("notes/4.1-berth-booking-phase-gate.md", "# Berth booking\n\nNotes.\n")).toBeUndefined();
  });

  it("tells nothing where the pattern has no words of its own", () => {
    expect(tell("notes/4.1-berth-booking.md", header("Owner: Harbour Lead"))).toBeUndefined();
  });

  it("goes before type and state", () => {
    expect(tell("notes/4.1-berths-phase-gate.md", header("Status: Canonical"))).toBe(
      "delivery-record/phase-gate by name",
    );
  });
});

describe("type, state and fields", () => {
  it.each([
    [["Type: PMO Process Template"], "canonical"],
    [["Status: Canonical"], "canonical"],
    [["Status: ✅ **canonical** (since May)"], "canonical"],
    [["Status: Canonical since 2026-02-01"], "canonical"],
    [["Role: Harbour Master", "Status: Canonical"], "role-charter"],
    [["Status: Canonical", "Reports to: Route Lead"], "role-charter"],
    [["Status: Canonical", "Reporting to: Route Lead"], "role-charter"],
    [["Status: Supporting"], "supporting"],
    [["Status: Operational Record"], "operational-record"],
  ])("%j tell %s", (fields, id) => {
    expect(tell("notes/berths.md", header(...fields))).toBe(`${id} by recognised`);
  });

  it.each([
    [["Owner: Harbour Lead", "Status: Active"]],
    [["Role: Harbour Master"]],
    [["Status: Not canonical"]],
    [["Status: TBD", "Role: Harbour Master"]],
  ])("%j tell nothing", (fields) => {
    expect(tell("notes/berths.md", header(...fields))).toBeUndefined();
  });

  it("an owner is no role, a placeholder is no superior", () => {
    expect(tell("notes/berths.md", header("Owner: Harbour Lead", "Status: Canonical"))).toBe(
      "canonical by recognised",
    );
    expect(tell("notes/berths.md", header("Reports to: TBD", "Status: Canonical"))).toBe(
      "canonical by recognised",
    );
  });

  it("the type goes before state and fields", () => {
    const fields = ["Role: PMO Lead", "Status: Canonical", "Type: PMO Process Template"];
    expect(tell("notes/run.md", header(...fields))).toBe("canonical by recognised");
  });

  it("the state is found under other names of its field", () => {
    const policy = policyOf("fields:", "  Status: { aliases: [Zustand] }");
    expect(tell("notes/berths.md", header("Zustand: Canonical"), policy)).toBe("canonical by recognised");
  });
});

describe("the kind within a class that the field tells", () => {
  it("follows the name", () => {
    expect(tell("notes/4.1-berths-lessons.md", header("Class: 7"))).toBe(
      "delivery-record/lessons-learnt by field",
    );
  });

  it.each([
    ["Phase Gate Document: 4.1", "delivery-record/phase-gate"],
    ["**Verification report** — 4.1", "delivery-record/verification-report"],
    ["Lessons Learned", "delivery-record/lessons-learnt"],
    ["On verification reports", "delivery-record"],
  ])("or the title %j", (title, found) => {
    expect(tell("notes/x.md", `# ${title}\n\nClass: 7\nStatus: Active\n`)).toBe(`${found} by field`);
  });
});

describe("a header in another form", () => {
  const forms: readonly (readonly [name: string, text: string])[] = [
    ["front matter", "---\nclass: 4\n---\n\n# Berths\n"],
    ["plain lines", "# Berths\n\nOwner: Harbour Lead\nClass: 4\n"],
    ["a block quote", "# Berths\n\n> **Owner:** Harbour Lead\n> **Class:** 4\n"],
    ["a list", "# Berths\n\n- Owner: Harbour Lead\n- Class: 4\n"],
    ["a table", "# Berths\n\n| Owner | Harbour Lead |\n|--|--|\n| Class | 4 |\n"],
    ["one line", "# Berths\n\n**Owner:** Harbour Lead | **Class:** 4\n"],
    ["before the title", "**Owner:** Harbour Lead\n**Class:** 4\n\n# Berths\n"],
    ["CRLF and a byte-order mark", "\uFEFF# Berths\r\n\r\n**Class:** 4\r\n"],
  ];
  it.each(forms)("%s", (_, text) => {
    expect(tell("notes/berths.md", text)).toBe("planning-document by field");
  });

  it.each([
    ["a fence", "# Berths\n\n```\n**Class:** 4\n```\n"],
    ["a later section", "# Berths\n\nSome text.\n\n## Plan\n\n**Class:** 4\n"],
    ["a sentence", "# Berths\n\nThe line Class: 4 is an example.\n"],
    ["a quoted example", "# Berths\n\nSome text.\n\n> **Class:** 4\n"],
  ])("but not in %s", (_, text) => {
    expect(tell("notes/berths.md", text)).toBeUndefined();
  });
});
