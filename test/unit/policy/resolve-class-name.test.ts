/** Which class a header's value names. */
import { describe, expect, it } from "vitest";
import { resolveClassName } from "../../../server/policy/resolve-class-name";
import { policyOf } from "./policy-file";

const policy = policyOf("version: 1\nextends: delivery\n");

function resolve(value: string): string {
  const resolved = resolveClassName(value, policy);
  switch (resolved.kind) {
    case "class":
      return resolved.class.id;
    case "unknown":
      return `unknown, nearest ${resolved.nearest?.id ?? "none"}`;
    case "contradictory":
      return `contradictory: ${resolved.classes.map((each) => each.id).join(", ")}`;
  }
}

describe("a class name", () => {
  it.each([
    "Delivery Record (Class 7)",
    "Class 7",
    "7",
    "Delivery Record",
    "Class 7 — Delivery Record",
    "Class 7 - Delivery Record",
    "Class 7: Delivery Record",
    "Delivery Record [Class 7]",
    "delivery record (class 7)",
    "DELIVERY_RECORD",
    "delivery-record",
    "`Delivery Record`",
    "**Delivery Record** (Class 7)",
    "[Delivery Record](guide.md#class-7) (Class 7)",
    "📁 Delivery Record (Class 7)",
    "  Class   7  ",
    "(Class 7)",
    "Delivery Record (immutable once filed)",
    "Delivery Record — see the guide",
    "Class 7 (Delivery Record), filed",
  ])("%s is class 7", (value) => {
    expect(resolve(value)).toBe("delivery-record");
  });

  it.each([
    ["Canonical (Class 1)", "canonical"],
    ["Class 1", "canonical"],
    ["Canonical Specification", "canonical"],
    ["2", "supporting"],
    ["Operational Record (Class 3)", "operational-record"],
    ["Planning (Class 4)", "planning-document"],
    ["Charter", "role-charter"],
    ["Class 6 – Governance Prompt", "governance-prompt"],
  ])("%s is %s", (value, id) => {
    expect(resolve(value)).toBe(id);
  });

  it.each([
    ["Delivery Recrod (Class 7)", "delivery-record"],
    ["Delivry Record", "delivery-record"],
    ["Canonicl", "canonical"],
    ["Phase Gate Document (Class 7)", "delivery-record"],
    ["Class 8", "none"],
    ["Delivery Record Class 7", "delivery-record"],
    ["Meeting notes", "none"],
    ["8", "none"],
    ["", "none"],
    ["—", "none"],
  ])("%j is unknown, and the nearest is %s", (value, nearest) => {
    expect(resolve(value)).toBe(`unknown, nearest ${nearest}`);
  });

  it.each([
    ["Delivery Record (Class 3)", "delivery-record, operational-record"],
    ["Class 1 — Delivery Record", "canonical, delivery-record"],
    ["Canonical (Class 1, Class 2)", "canonical, supporting"],
  ])("%s contradicts itself", (value, classes) => {
    expect(resolve(value)).toBe(`contradictory: ${classes}`);
  });

  it("may itself hold brackets and dashes", () => {
    const own = policyOf(
      "version: 1\nclasses: { a: { name: 'Note (internal) - draft' }, b: { name: Note } }\n",
    );
    const resolved = resolveClassName("Note (internal) - draft", own);
    expect(resolved.kind === "class" && resolved.class.id).toBe("a");
  });
});
