/** A rule's file, id and spec go together, and its name says what is wrong. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../server/rules/index";

const root = join(import.meta.dirname, "../..");

describe("rules", () => {
  it("have the id of their file", () => {
    for (const { id } of rules) expect(existsSync(join(root, "server/rules", `${id}.ts`)), id).toBe(true);
  });

  it("name the defect", () => {
    // of the mandatory tasks there is none: that is the defect
    const wrong = rules.filter(
      ({ id }) =>
        /\/(?:check|validate|no|require|enforce|valid)-/.test(id) && id !== "report/no-mandatory-task",
    );
    expect(wrong.map((rule) => rule.id)).toEqual([]);
  });

  it("say why in a sentence", () => {
    for (const { id, summary, why, guide } of rules) {
      expect(summary, id).toMatch(/^[A-Z].*\.$/);
      expect(why, id).toMatch(/[.;]$/);
      expect(guide.length, id).toBeGreaterThan(5);
    }
  });

  it("leave no spec without a rule", () => {
    const ids = new Set(rules.map((rule) => rule.id));
    const specs = readdirSync(join(root, "test/rules"), { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".md"));
    expect(specs.filter((name) => !ids.has(name.slice(0, -3)))).toEqual([]);
  });
});
