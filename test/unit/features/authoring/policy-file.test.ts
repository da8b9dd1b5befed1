/** Completion, hover and definition in a policy file that is being typed. */
import { describe, expect, test } from "vitest";
import { loadPolicies } from "../../../../server/engine/policies";
import { completePolicy } from "../../../../server/features/authoring/policy-file/complete";
import type { PolicyFileContext } from "../../../../server/features/authoring/policy-file/context";
import { policyDefinitionAt } from "../../../../server/features/authoring/policy-file/definition";
import { policyHoverAt } from "../../../../server/features/authoring/policy-file/hover";
import { profiles } from "../../../../server/policy/profiles/generated";
import { CURSOR } from "./workspace";

const HOUSE = `version: 1
extends: delivery
fields:
  Owner: { type: role }
classes:
  runbook:
    name: Runbook
    summary: What to do at night.
    fields:
      Owner: { required: true }
      Status: { required: true }
      Reviewed: { type: date }
    states:
      Draft: { next: [Active], meaning: Not tried yet., setBy: its author }
      Active: { next: [] }
rules:
  header/missing-field: information
`;
const FILES: Readonly<Record<string, string>> = {
  "docket.yaml": "version: 1\nextends: ./policies/house.yaml\n",
  "policies/house.yaml": HOUSE,
};

function contextAt(marked: string, path = "docket.yaml", isSchemaServed = false): PolicyFileContext {
  const offset = marked.indexOf(CURSOR);
  if (offset < 0) throw new Error("the text has no cursor");
  const text = marked.replace(CURSOR, "");
  const { policies } = loadPolicies(["docket.yaml"], (name) => FILES[name]);
  const readFile = (name: string) => (name === path ? text : FILES[name]);
  return {
    path,
    text,
    offset,
    policy: policies[0],
    roles: () => [{ name: "Night Watch", documents: 2, actions: 0, charter: undefined }],
    readFile,
    listFolder: (folder) =>
      folder === ""
        ? { files: ["docket.yaml", "README.md", "other.yaml"], folders: ["policies", ".git"] }
        : { files: ["policies/house.yaml"], folders: [] },
    isSchemaServed,
  };
}

const offered = (marked: string): readonly string[] =>
  completePolicy(contextAt(marked))?.items.map(({ label }) => label) ?? [];

/** The text after the item was chosen. */
function choose(marked: string, label: string): string {
  const list = completePolicy(contextAt(marked));
  const item = list?.items.find((each) => each.label === label);
  if (list === undefined || item === undefined) throw new Error(`${label} is not offered`);
  const text = marked.replace(CURSOR, "");
  return text.slice(0, list.range.start) + item.text + text.slice(list.range.end);
}

describe("keys", () => {
  test("those of the level that are not there yet, each explained", () => {
    const labels = offered(`version: 1\n${CURSOR}\nname: x\n`);
    expect(labels).toEqual(expect.arrayContaining(["extends", "classes", "rules"]));
    expect(labels).not.toContain("version");
    expect(labels).not.toContain("name");
    expect(labels).not.toContain("paths");
    expect(offered(`classes:\n  runbook:\n    pa${CURSOR}`)).toContain("paths");
    expect(offered(`classes:\n  runbook:\n    states:\n      Draft: { ${CURSOR} }`)).toContain("setBy");
  });

  test("with their values' beginnings, indented for where they stand", () => {
    expect(choose(`version: 1\ncla${CURSOR}`, "classes")).toBe("version: 1\nclasses:\n  $0");
    expect(choose(`classes:\n  a:\n    ${CURSOR}`, "states")).toBe("classes:\n  a:\n    states:\n      $0");
    expect(choose(`classes:\n  a:\n    ${CURSOR}`, "charter")).toMatch(/charter: \$\{1\|true,false\|\}/);
    expect(choose(`classes:\n  a:\n    sections:\n      - ${CURSOR}`, "when")).toContain(
      "      - when:\n          - $0",
    );
    expect(choose(`fields:\n  Owner: { ty${CURSOR} }`, "type")).toMatch(/\{ type: \$\{1\|text,role,/);
  });

  test("a key that has its value already is replaced alone", () => {
    expect(choose(`version: 1\nna${CURSOR}me: x\n`, "guide")).toBe("version: 1\nguide: x\n");
  });

  test("names of classes, kinds, states, fields and rules", () => {
    expect(offered(`classes:\n  ${CURSOR}`)).toEqual(expect.arrayContaining(["runbook", "canonical"]));
    expect(offered(`classes:\n  delivery-record:\n    kinds:\n      ${CURSOR}`)).toContain("phase-gate");
    expect(offered(`classes:\n  runbook:\n    states:\n      ${CURSOR}`)).toEqual(["Draft", "Active"]);
    expect(offered(`classes:\n  runbook:\n    fields:\n      ${CURSOR}`).slice(0, 3)).toEqual([
      "Owner",
      "Status",
      "Reviewed",
    ]);
    expect(offered(`classes:\n  runbook:\n    immutable:\n      when:\n        - ${CURSOR}`)).toContain(
      "Status",
    );
    expect(offered(`rules:\n  hea${CURSOR}`)).toEqual(
      expect.arrayContaining(["header/missing-field", "header/*", "*"]),
    );
    expect(choose(`rules:\n  ${CURSOR}`, "*")).toMatch(/^rules:\n {2}"\*": \$\{1\|error,warning,/);
  });

  test("none where another extension has them from the schema, but names all the same", () => {
    const labels = (marked: string) =>
      completePolicy(contextAt(marked, "docket.yaml", true))?.items.map(({ label }) => label) ?? [];
    expect(labels(`version: 1\n${CURSOR}`)).toEqual([]);
    expect(labels(`rules:\n  header/missing-field: ${CURSOR}`)).toEqual([]);
    expect(labels(`classes:\n  ${CURSOR}`)).toContain("runbook");
    expect(policyHoverAt(contextAt(`ru${CURSOR}les:\n`, "docket.yaml", true))).toBeUndefined();
  });
});

describe("values", () => {
  test("of the schema, of the policy, and the files that it may extend", () => {
    expect(offered(`rules:\n  header/missing-field: ${CURSOR}`)).toEqual([
      "error",
      "warning",
      "information",
      "off",
    ]);
    expect(offered(`classes:\n  runbook:\n    charter: ${CURSOR}`)).toEqual(["true", "false"]);
    expect(offered(`classes:\n  runbook:\n    states:\n      Draft: { next: [${CURSOR}`)).toEqual(["Active"]);
    expect(
      choose(`classes:\n  runbook:\n    states:\n      Draft:\n        next: ${CURSOR}`, "Active"),
    ).toMatch(/next: \[Active\]$/);
    expect(offered(`process:\n  actionClasses: [runbook, ${CURSOR}]`)).toContain("canonical");
    expect(offered(`classes:\n  runbook:\n    fields:\n      Owner: { default: ${CURSOR} }`)).toEqual([
      "Night Watch",
    ]);
    expect(offered(`classes:\n  runbook:\n    immutable:\n      when: [{ Status: ${CURSOR} }]`)).toEqual([
      "Draft",
      "Active",
      "*",
    ]);
    expect(
      choose(`classes:\n  runbook:\n    immutable:\n      when: [{ Status: ${CURSOR} }]`, "*"),
    ).toContain('Status: "*" }');
    expect(offered(`extends: ${CURSOR}`)).toEqual([...Object.keys(profiles), "./other.yaml", "./policies/"]);
    expect(offered(`extends:\n  - ./policies/${CURSOR}`)).toContain("./policies/house.yaml");
  });

  test("nothing for globs and sentences, in comments and behind a bare colon", () => {
    expect(offered(`ignore: [${CURSOR}]`)).toEqual([]);
    expect(offered(`classes:\n  runbook:\n    summary: What ${CURSOR}`)).toEqual([]);
    expect(offered(`# ${CURSOR}`)).toEqual([]);
    expect(offered(`rules:${CURSOR}`)).toEqual([]);
  });

  test("every item is explained", () => {
    const places = [
      "",
      "classes:\n  ",
      "rules:\n  ",
      "extends: ",
      "classes:\n  runbook:\n    states:\n      ",
    ];
    for (const place of places) {
      const items = completePolicy(contextAt(`${place}${CURSOR}`))?.items ?? [];
      expect(items.length).toBeGreaterThan(0);
      expect(items.filter(({ documentation }) => documentation === "")).toEqual([]);
    }
  });
});

describe("hover", () => {
  const hover = (marked: string, path?: string) => policyHoverAt(contextAt(marked, path))?.markdown;

  test("a key: what the schema says of it", () => {
    expect(hover(`ru${CURSOR}les: {}`)).toMatch(/^\*\*rules\*\*\n\nHow grave the findings/);
    expect(hover(`classes:\n  runbook:\n    pat${CURSOR}hs: [a]`)).toContain(
      "Example: `paths: [docs/specs/**/*.md]`",
    );
  });

  test("a rule: what is unless set, and what is in force", () => {
    const told = hover(`rules:\n  header/missing-${CURSOR}field: off`);
    expect(told).toMatch(/^\*\*header\/missing\\-field\*\*/);
    expect(told).toContain("`information` in force, `warning` unless set.");
    expect(hover(`rules:\n  header/missing-own${CURSOR}er: off`)).toBeUndefined();
    expect(hover(`rules:\n  hea${CURSOR}der/*: off`)).toContain("`header/missing-field`");
  });

  test("a class, a state, a field, a profile", () => {
    expect(hover(`classes:\n  run${CURSOR}book: null`)).toContain("What to do at night");
    expect(hover(HOUSE.replace("Draft: {", `Dr${CURSOR}aft: {`), "policies/house.yaml")).toContain(
      "Set by its author.",
    );
    expect(hover(HOUSE.replace("[Active]", `[Act${CURSOR}ive]`), "policies/house.yaml")).toContain(
      "**Active**",
    );
    expect(hover(HOUSE.replace("Reviewed", `Rev${CURSOR}iewed`), "policies/house.yaml")).toMatch(
      /^\*\*Reviewed\*\* · Runbook/,
    );
    expect(hover(`extends: deli${CURSOR}very`)).toContain("7 classes: Canonical");
  });
});

describe("definition", () => {
  /** `path: what stands there` of each place. */
  const leadsTo = (marked: string, path = "docket.yaml") => {
    const context = contextAt(marked, path);
    return (policyDefinitionAt(context)?.places ?? []).map(({ path: to, range }) =>
      range === undefined ? to : `${to}: ${context.readFile(to)?.slice(range.start, range.end)}`,
    );
  };

  test("of a file that is extended", () => {
    expect(leadsTo(`extends: ./policies/ho${CURSOR}use.yaml`)).toEqual(["policies/house.yaml"]);
    expect(leadsTo(`extends: deli${CURSOR}very`)).toEqual([]);
    expect(leadsTo(`extends: ./no${CURSOR}where.yaml`)).toEqual([]);
  });

  test("of classes, states and fields, in this file and those below", () => {
    const own = "extends: ./policies/house.yaml\n";
    expect(leadsTo(`${own}classes:\n  run${CURSOR}book: {}\n`)).toEqual([
      "docket.yaml: runbook",
      "policies/house.yaml: runbook",
    ]);
    expect(leadsTo(`${own}process:\n  actionClasses: [run${CURSOR}book]\n`)).toEqual([
      "policies/house.yaml: runbook",
    ]);
    expect(leadsTo(HOUSE.replace("[Active]", `[Act${CURSOR}ive]`), "policies/house.yaml")).toEqual([
      "policies/house.yaml: Active",
    ]);
    expect(
      leadsTo(HOUSE.replace("Owner: { required", `Ow${CURSOR}ner: { required`), "policies/house.yaml"),
    ).toEqual(["policies/house.yaml: Owner", "policies/house.yaml: Owner"]);
    expect(leadsTo(`${own}classes:\n  canon${CURSOR}ical: null\n`)).toEqual(["docket.yaml: canonical"]);
  });
});
