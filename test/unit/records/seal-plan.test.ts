/** What `docket seal` adds to a ledger, and when it adds nothing. */
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../server/host/hash";
import { parseLedger } from "../../../server/records/ledger";
import { planSeals, type SealCandidate } from "../../../server/records/seal-plan";
import { verifySeals } from "../../../server/records/seal-verdicts";
import { candidate, seal, TODAY, union } from "../../support/ledgers";

const plan = (text: string | undefined, ...candidates: readonly SealCandidate[]) =>
  planSeals(text, candidates, TODAY, sha256);
const problemsOf = (text: string | undefined) => parseLedger(text ?? "", sha256).problems;

const ONE = seal(undefined, "docs/a.md");

describe("records", () => {
  it("are sealed once: a second run changes nothing", () => {
    const first = plan(undefined, candidate("docs/a.md"), candidate("docs/b.md"));
    expect(first).toMatchObject({ sealed: ["docs/a.md", "docs/b.md"], before: 0, refusals: [] });
    const second = plan(first.text, candidate("docs/a.md"), candidate("docs/b.md"));
    expect(second).toMatchObject({ text: undefined, sealed: [], before: 2, refusals: [] });
  });

  it("that have changed since are named, and the others are sealed", () => {
    const { text, sealed, refusals } = plan(ONE, candidate("docs/a.md", "edited"), candidate("docs/b.md"));
    expect(sealed).toEqual(["docs/b.md"]);
    expect(refusals).toEqual([
      {
        path: "docs/a.md",
        message: expect.stringContaining(`it was sealed on ${TODAY} (line 1) with another`),
      },
    ]);
    expect(text).toBe(seal(ONE, "docs/b.md"));
  });

  it("that differ from a sealed one by case alone are named", () => {
    const { text, refusals } = plan(ONE, candidate("docs/A.md"));
    expect([text, refusals[0]?.message]).toEqual([
      undefined,
      expect.stringContaining("sealed as `docs/a.md`"),
    ]);
  });
});

describe("a ledger", () => {
  it("keeps CRLF and its byte order mark, and gets a line ending at its end", () => {
    const crlf = `\uFEFF${ONE.replace("\n", "\r\n")}`;
    const both = seal(ONE, "docs/b.md");
    expect(plan(crlf, candidate("docs/b.md")).text).toBe(`\uFEFF${both.replaceAll("\n", "\r\n")}`);
    expect(plan(ONE.trimEnd(), candidate("docs/b.md")).text).toBe(both);
  });

  it("whose chain is broken is left alone, and the line is named", () => {
    const broken = seal(ONE, "docs/b.md").replace("docs/a.md", "docs/x.md");
    const { text, blocked } = plan(broken, candidate("docs/c.md"));
    expect([text, blocked?.line]).toEqual([undefined, 2]);
  });

  it("that a newer Docket wrote is left alone", () => {
    expect(plan(`${ONE}{"version":2}\n`, candidate("docs/b.md")).blocked?.line).toBe(2);
  });

  it("is joined after a merge, and is not while the branches contradict each other", () => {
    const merged = union(seal(ONE, "docs/x.md"), seal(ONE, "docs/y.md"));
    expect(plan(merged)).toMatchObject({ joined: 2, sealed: [] });
    expect(problemsOf(plan(merged, candidate("docs/z.md")).text)).toEqual([]);
    const other = plan(ONE, candidate("docs/x.md", "other")).text ?? "";
    expect(plan(union(seal(ONE, "docs/x.md"), other)).blocked?.message).toContain("A record is sealed once");
  });

  it("loses the second of two equal lines", () => {
    expect(plan(ONE + ONE)).toMatchObject({ text: ONE, repaired: true });
  });
});

describe("conflict marks", () => {
  const [x, y] = [seal(ONE, "docs/x.md"), seal(ONE, "docs/y.md")].map((text) => text.slice(ONE.length));
  const conflict = (ours = "", base = "", theirs = "") =>
    `${ONE}<<<<<<< HEAD\n${ours}||||||| 1a2b3c\n${base}=======\n${theirs}>>>>>>> branch\n`;

  it("go, the lines of both sides stay, and the ends are joined", () => {
    for (const text of [conflict(x, "", y), conflict(x, "", y).replace("||||||| 1a2b3c\n", "")]) {
      const result = plan(text);
      expect(result).toMatchObject({ joined: 2, repaired: true, blocked: undefined });
      expect(result.text?.startsWith(ONE + x + y)).toBe(true);
      expect(problemsOf(result.text)).toEqual([]);
    }
  });

  it("keep a line once that both sides have", () => {
    expect(plan(conflict(x, "", `${x}`)).text).toBe(ONE + x);
  });

  it("are left to the author where a side changed a common line, or where they do not match", () => {
    const edited = x?.replace("2026-02-20", "2026-02-21");
    expect(plan(conflict(edited, x, `${x}${y}`)).blocked?.message).toContain("changed or took out a line");
    expect(plan(`${ONE}=======\n`).blocked?.message).toContain("no counterpart");
    expect(plan(`${ONE}<<<<<<< HEAD\n${x}`).blocked?.line).toBe(2);
  });

  it("do not hide that a side broke the chain", () => {
    const followed = seal(ONE + x, "docs/z.md").slice(ONE.length);
    const edited = followed.replace("docs/x.md", "docs/w.md");
    expect(plan(conflict(edited, "", y)).blocked?.message).toContain("follows none of the lines above it");
  });
});

describe("verification", () => {
  const ledger = parseLedger(seal(undefined, "docs/a.md", "docs/b.md", "docs/c.md", "docs/d.md"), sha256);
  const verify = (...records: readonly { readonly path: string; readonly text: string }[]) =>
    verifySeals(ledger, records, sha256);

  it("tells sealed, changed, missing and unsealed records", () => {
    const { verdicts, brokenAt, tips } = verify(
      { path: "docs/a.md", text: "\uFEFFdocs/a.md  \r\n\r\n" },
      { path: "docs/b.md", text: "docs/b.md, edited\n" },
      { path: "docs/e.md", text: "docs/c.md\n" },
      { path: "docs/f.md", text: "new\n" },
    );
    expect(verdicts.map(({ path, kind, seal, movedTo }) => [path, kind, seal?.line, movedTo])).toEqual([
      ["docs/a.md", "sealed", 1, undefined],
      ["docs/b.md", "changed", 2, undefined],
      ["docs/c.md", "missing", 3, "docs/e.md"],
      ["docs/d.md", "missing", 4, undefined],
      ["docs/e.md", "unsealed", undefined, undefined],
      ["docs/f.md", "unsealed", undefined, undefined],
    ]);
    expect([brokenAt, tips]).toEqual([undefined, ledger.tips]);
  });

  it("tells a changed ledger from a changed record", () => {
    const text = seal(undefined, "docs/a.md", "docs/b.md");
    const edited = text.replace(candidate("docs/a.md").sha256, candidate("docs/a.md", "edited\n").sha256);
    const records = [{ path: "docs/a.md", text: "edited\n" }];
    const forged = verifySeals(parseLedger(edited, sha256), records, sha256);
    expect([forged.brokenAt, forged.verdicts[0]?.kind]).toEqual([2, "sealed"]);
    const honest = verifySeals(parseLedger(text, sha256), records, sha256);
    expect([honest.brokenAt, honest.verdicts[0]?.kind]).toEqual([undefined, "changed"]);
  });

  it("leaves to a newer Docket what that one sealed", () => {
    const newer = parseLedger('{"version":2,"path":"docs/a.md"}\n', sha256);
    const { verdicts } = verifySeals(newer, [{ path: "docs/a.md", text: "" }], sha256);
    expect(verdicts.map(({ kind }) => kind)).toEqual(["unverifiable"]);
  });

  it("judges by the first seal of a path", () => {
    const other = seal(undefined, "docs/a.md").replace(
      candidate("docs/a.md").sha256,
      candidate("docs/a.md", "other\n").sha256,
    );
    const both = parseLedger(union(seal(undefined, "docs/a.md"), other), sha256);
    const { verdicts, problems } = verifySeals(both, [{ path: "docs/a.md", text: "other\n" }], sha256);
    expect(verdicts.map(({ kind }) => kind)).toEqual(["changed"]);
    expect(problems.map(({ kind }) => kind)).toContain("contradiction");
  });
});
