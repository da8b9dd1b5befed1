/** What remains of a header value without Markdown's marks, decoration and notes. */
import { describe, expect, it } from "vitest";
import { headOfValue, plainValue } from "../../../server/base/plain-value";

describe("plainValue", () => {
  it.each([
    ["PMO Lead", "PMO Lead"],
    ["", ""],
    ["  PMO   Lead\t", "PMO Lead"],
    ["**PMO Lead**", "PMO Lead"],
    ["*PMO* __Lead__", "PMO Lead"],
    ["~~QA Lead~~ PMO Lead", "QA Lead PMO Lead"],
    ["`docs/specs/retries.md`", "docs/specs/retries.md"],
    ["``a`b``", "ab"],
    ["[Retries](specs/retries.md)", "Retries"],
    ["[Retries](specs/retries_(old).md)", "Retries"],
    ["see [A](a.md) and [B](b.md)", "see A and B"],
    ["![badge](badge.svg) Canonical", "badge Canonical"],
    ["<https://example.org/a>", "https://example.org/a"],
    ["PMO Lead<br>QA Lead", "PMO Lead QA Lead"],
    ["Draft <!-- Draft or Canonical -->", "Draft"],
    ["✅ Canonical", "Canonical"],
    ["Active 🟢", "Active"],
    ["⚠️ Deprecated", "Deprecated"],
    ["👩🏽‍💻 Engineering", "Engineering"],
    ["🇬🇧 Legal Owner", "Legal Owner"],
    ["✓ Canonical", "Canonical"],
    ["● Active", "Active"],
    ["snake_case_name.md", "snake_case_name.md"],
    ["_Draft_", "Draft"],
    ["{owner}", "{owner}"],
    ["[Role name]", "[Role name]"],
    ["—", "—"],
    ["Qualität & Prüfung", "Qualität & Prüfung"],
    ["品質責任者", "品質責任者"],
  ])("makes `%s` into `%s`", (value, plain) => {
    expect(plainValue(value)).toBe(plain);
  });

  it("changes nothing when it is applied to its own result", () => {
    for (const value of ["**[A](b)** `c` _d_", "✅ Filed — 2026-02-18", "a * b", "__init__.py", "* * *"]) {
      const once = plainValue(value);
      expect(plainValue(once)).toBe(once);
    }
  });
});

describe("headOfValue", () => {
  it.each([
    ["Canonical", "Canonical"],
    ["Canonical (terminology)", "Canonical"],
    ["Canonical [terminology]", "Canonical"],
    ["Canonical — since 2026-02-01", "Canonical"],
    ["Canonical – since 2026-02-01", "Canonical"],
    ["Canonical—final", "Canonical"],
    ["Canonical - final", "Canonical"],
    ["Canonical -- final", "Canonical"],
    ["Canonical; see §3", "Canonical"],
    ["Canonical // final", "Canonical"],
    ["**Active** (🟢 on track)", "Active"],
    ["Delivery Record (Class 7)", "Delivery Record"],
    ["Pre-Alignment", "Pre-Alignment"],
    ["1.2 (draft)", "1.2"],
    ["—", "—"],
    ["— (immutable on closure)", "— (immutable on closure)"],
    ["(none)", "(none)"],
    ["[Role name]", "[Role name]"],
    ["", ""],
  ])("gives of `%s` the head `%s`", (value, head) => {
    expect(headOfValue(value)).toBe(head);
  });
});
