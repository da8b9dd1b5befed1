/** The sentences that commands end with, and how often a crashed server is started again. */
import { describe, expect, it } from "vitest";
import { renderOutcome } from "../../client/commands/fix-outcome";
import { renderProposal } from "../../client/commands/policy-proposal";
import { allowRestart } from "../../client/crash-record";
import { renderQuotes } from "../../client/words";
import { fill } from "./fill";

describe("Fix All in Workspace", () => {
  const filed = { uri: "file:///a.md", reason: "It is filed" };

  it("says what changed and what was left alone", () => {
    expect(renderOutcome({ changed: 12, skipped: [filed, filed] }, fill)).toBe(
      "12 documents were fixed. 2 documents were left alone.",
    );
    expect(renderOutcome({ changed: 1, skipped: [filed] }, fill)).toBe(
      "1 document was fixed. 1 document was left alone: It is filed.",
    );
    expect(renderOutcome({ changed: 0, skipped: [] }, fill)).toBe(
      "There was nothing that Docket can fix by itself.",
    );
  });
});

describe("a message of the server", () => {
  it("has quotes where VS Code draws no Markdown", () => {
    expect(renderQuotes("`3.4` has its gates in `a.md`, not in b.md.")).toBe(
      "“3.4” has its gates in “a.md”, not in b.md.",
    );
    expect(renderQuotes("one ` alone")).toBe("one ` alone");
  });
});

describe("Initialize Policy", () => {
  const proposal = {
    existing: null,
    text: "version: 1\n",
    documents: 12,
    classes: [
      { name: "Canonical (Class 1)", documents: 7 },
      { name: "Role Charter (Class 5)", documents: 0 },
      { name: "Delivery Record (Class 7)", documents: 4 },
    ],
    findings: 9,
  };

  it("shows the documents of each class, those of none, and the findings", () => {
    expect(renderProposal(proposal, fill)).toEqual({
      message: "11 documents were recognised. Govern them?",
      detail: [
        "7 · Canonical (Class 1)",
        "4 · Delivery Record (Class 7)",
        "1 · of no class, and left alone",
        "",
        "9 findings will be in the Problems panel. No document is changed.",
      ].join("\n"),
    });
  });

  it("begins without any document too", () => {
    const empty = { ...proposal, documents: 0, classes: [], findings: 0 };
    expect(renderProposal(empty, fill).message).toBe("No governed documents yet. Write a policy for them?");
  });
});

describe("a crash of the server", () => {
  it("is put up with twice in three minutes", () => {
    const first = allowRestart([], 0);
    const second = allowRestart(first.crashes, 60_000);
    const third = allowRestart(second.crashes, 120_000);
    expect([first, second, third].map(({ allowed }) => allowed)).toEqual([true, true, false]);
    expect(allowRestart(second.crashes, 200_000).allowed).toBe(true);
  });
});
