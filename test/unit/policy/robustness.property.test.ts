/** Whatever stands in a policy file: nothing throws, every range lies in its text, and what is right stays. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Policy } from "../../../server/policy/types";
import { policyOf, read } from "./policy-file";

const profile = readFileSync(
  join(import.meta.dirname, "../../../server/policy/profiles/delivery/profile.yaml"),
  "utf8",
);

const keys = [
  ..."version extends name guide documents ignore placeholders fields classes rules process".split(" "),
  ..."title aliases paths locations folder fileName states sections notice changeLog immutable kinds recognise".split(
    " ",
  ),
  ..."type required severity values default placeholderWhile next successor when matches mode headings".split(
    " ",
  ),
  ..."canonical phase-gate Owner Status header/* lifecycles gates __proto__ toString 7".split(" "),
];
const words = fc.constantFrom(
  ..."delivery ./base.yaml ../x Draft Filed state date error off docs/**/*.md {id}-{slug}.md {any}{any} !a ** [a [a] 1.0 <date> *".split(
    " ",
  ),
  "",
  " ",
  "—",
);

/** Data in the shape of a policy, more or less. */
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 7, depthSize: "large" },
    words,
    fc.constantFrom(null, true, false, 0, 1, 2, 1.5),
    fc.array(tie("data"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie("data"), { maxKeys: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie("data"), { maxKeys: 4 }),
  ),
}));

/** Uses whatever a policy has to be used. */
function exercise(policy: Policy): void {
  for (const path of ["a.md", "docs/specs/a.md", ""]) {
    policy.covers(path);
    policy.ignores(path);
  }
  for (const value of ["", "TBD", "{x}", "Filed"]) {
    policy.isPlaceholder(value);
    policy.isTemplateMark(value);
  }
  policy.severityOf("header/missing-field");
  for (const each of policy.classes.flatMap((documentClass) => [documentClass, ...documentClass.kinds])) {
    each.notice?.isIn("a standing notice");
    each.fileName?.tokensOf("3.2-a.md");
    for (const pattern of [...each.paths, ...each.locations]) pattern.matches("docs/a.md");
  }
}

function check(text: string, base: string): void {
  const files = { "docket.yaml": text, "base.yaml": base };
  const { policy, problems } = read(files);
  for (const { path, range, message } of problems) {
    const length = files[path as keyof typeof files].length;
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(length);
    expect(message).toMatch(/^[^\n]+[.?]$/);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
  }
  if (policy !== undefined) exercise(policy);
}

describe("a policy file", () => {
  it("may hold any data", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), data, { maxKeys: 6 }), data, (policy, base) => {
        check(stringify(policy), stringify(base));
      }),
      { numRuns: 300 },
    );
  });

  it("may hold any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => check(stringify(value), JSON.stringify(value))),
      { numRuns: 300 },
    );
  });

  it("may hold any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => check(text, text)),
      { numRuns: 300 },
    );
  });

  it("may be a good one that somebody is editing", () => {
    const piece = fc.constantFrom(
      ..."[ ] { } : - , ' \" # & * ! | > ~ null \t".split(" "),
      "\n",
      "\n  ",
      ": ",
      "- ",
      "",
    );
    const edit = fc.tuple(fc.nat({ max: profile.length }), fc.nat({ max: 40 }), piece);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const text = edits.reduce(
          (whole, [at, removed, added]) => whole.slice(0, at) + added + whole.slice(at + removed),
          profile,
        );
        check(text, "");
      }),
      { numRuns: 40 },
    );
  });

  it("is not changed by an unknown key", () => {
    const good = "version: 1\nextends: delivery\nname: mine\nrules: { header/*: error }\n";
    const plain = JSON.stringify(policyOf(good));
    fc.assert(
      fc.property(fc.stringMatching(/^x[a-z]{2,8}$/), data, (key, value) => {
        const { policy, problems } = read(`${good}${stringify({ [key]: value })}`);
        expect(problems.every((problem) => problem.severity === "error")).toBe(true);
        expect(problems.length).toBeGreaterThan(0);
        expect(JSON.stringify(policy)).toBe(plain);
      }),
      { numRuns: 100 },
    );
  });

  it("takes away what it brings in, and nothing else", () => {
    const plain = JSON.stringify(policyOf("version: 1\nextends: delivery\n").classes);
    const name = fc.stringMatching(/^New [a-z]{3,8}$/);
    fc.assert(
      fc.property(name, name, name, (id, field, kind) => {
        const brought = {
          classes: {
            [id]: { name: id },
            canonical: { fields: { [field]: { required: true } }, kinds: { [kind]: { title: kind } } },
          },
        };
        const taken = {
          classes: { [id]: null, canonical: { fields: { [field]: null }, kinds: { [kind]: null } } },
        };
        const files = {
          "docket.yaml": stringify({ version: 1, extends: "./base.yaml", ...taken }),
          "base.yaml": stringify({ version: 1, extends: "delivery", ...brought }),
        };
        expect(JSON.stringify(policyOf(files).classes)).toBe(plain);
        expect(policyOf({ "docket.yaml": files["base.yaml"] }).classes).toHaveLength(8);
      }),
      { numRuns: 50 },
    );
  });
});
