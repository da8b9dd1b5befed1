/** What `docket audit` prints and how it ends. */
import { describe, expect, it } from "vitest";
import { parseAudit } from "../support/audit-answer";
import { POLICY } from "../support/delivery-documents";
import { makeHistory } from "../support/history-repository";
import { A, B, EDIT, FILED, record } from "../support/record-document";
import { useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

describe("docket audit", () => {
  const run = useCli();

  const makeAmended = () =>
    makeHistory((h) => {
      h.write("docket.yaml", POLICY);
      h.write(B, FILED);
      h.write(A, record({ title: "Other" }));
      h.commit("c1", { date: "2026-02-20T12:00:00Z" });
      h.replace(B, ...EDIT);
      h.replace(B, "two sizes", "two  sizes");
      h.commit("c2", { date: "2026-03-04T12:00:00Z", author: "Ann Other" });
    });

  it("answers in the promised JSON", () => {
    const { folder, ids } = makeAmended();
    const { out, err, code } = run(folder, ["audit", "--format", "json"]);
    const filed = { commit: ids.get("c1"), date: "2026-02-20" };
    const change = { commit: ids.get("c2"), date: "2026-03-04", author: "Ann Other" };
    const name = "Delivery Record (Class 7)";
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      records: [
        { path: A, class: name, filed, verdict: "intact", amendments: [] },
        {
          path: B,
          class: name,
          filed,
          verdict: "amended",
          amendments: [
            { ...change, allowed: false, lines: [13, 13] },
            { ...change, allowed: true, region: "whitespace", lines: [18, 18] },
          ],
        },
      ],
    });
    expect({ err, code }).toEqual({ err: "", code: 1 });
  });

  it("says to people which record was amended, when, by whom, and where", () => {
    const { folder, ids } = makeAmended();
    const { out, code } = run(folder, ["audit"]);
    expect(code).toBe(1);
    expect(out).toContain(B);
    expect(out).toContain("Ann Other");
    expect(out).toContain("2026-03-04");
    expect(out).toContain((ids.get("c2") ?? "").slice(0, 7));
    expect(out).toMatch(/\b13\b/);
    expect(run(folder, ["audit", "--format", "pretty"]).out).toBe(out);
  });

  it("does not mind from which folder of the repository it is run", () => {
    const { folder } = makeAmended();
    const paths = parseAudit(run(`${folder}/docs/product`, ["audit", "--format", "json"])).map(
      ({ path }) => path,
    );
    expect(paths).toEqual([A, B]);
  });

  it("prints no control character of a name to a terminal", () => {
    const path = B.replace("b-", "\u001B[31m-b\u0007-");
    const { folder } = makeHistory((h) => {
      h.write("docket.yaml", POLICY);
      h.write(path, FILED);
      h.commit("c1", { author: "Red \u001B[31mAnn" });
      h.replace(path, ...EDIT);
      h.commit("c2", { author: "Red \u001B[31mAnn" });
    });
    const { out, code } = run(folder, ["audit"]);
    expect(code).toBe(1);
    expect(out).not.toContain("\u001B");
    expect(out).not.toContain("\u0007");
  });

  it("ends with 2 on an argument that it does not know", () => {
    const { folder } = makeAmended();
    for (const wrong of [["--format", "yaml"], ["--nonsense"]]) {
      const { code, out, err } = run(folder, ["audit", ...wrong]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(/yaml|nonsense/);
    }
  });

  it("ends with 2 where no policy is", () => {
    const folder = makeFolder({ [A]: FILED });
    const { code, err } = run(folder, ["audit", "--format", "json"]);
    expect(code).toBe(2);
    expect(err).toMatch(/docket\.yaml/);
  });

  it("ends with 2 where the policy went with the commit of an edit, and calls nothing intact", () => {
    const { folder } = makeHistory((h) => {
      h.write("docket.yaml", POLICY);
      h.write(A, FILED);
      h.commit("c1");
      h.remove("docket.yaml");
      h.replace(A, ...EDIT);
      h.commit("c2");
    });
    const { code, out } = run(folder, ["audit"]);
    expect(code).toBe(2);
    expect(out).not.toContain("intact");
  });

  it("writes nothing into the repository", () => {
    const { folder, git } = makeAmended();
    const before = git("status", "--porcelain", "--ignored");
    run(folder, ["audit"]);
    expect(git("status", "--porcelain", "--ignored")).toBe(before);
  });

  it("says so where git is not installed, and calls nothing intact", () => {
    const { folder } = makeAmended();
    const result = run(folder, ["audit", "--format", "json"], { env: { PATH: `${folder}/nowhere` } });
    const records = parseAudit(result);
    expect(records.map(({ path, verdict, filed }) => ({ path, verdict, filed }))).toEqual([
      { path: A, verdict: "unverifiable", filed: null },
      { path: B, verdict: "unverifiable", filed: null },
    ]);
    for (const { reason } of records) expect(reason).toMatch(/git/);
    expect(result.code).toBe(2);
  });

  it("ends with 1 where a record is amended and another one cannot be told", () => {
    const { folder, git, ids } = makeHistory((h) => {
      h.write("docket.yaml", POLICY);
      h.write(A, FILED);
      h.commit("c1");
      h.write("other.md", "# Other\n");
      h.commit("c2");
      h.write(B, record({ title: "B" }));
      h.commit("c3");
      h.replace(B, ...EDIT);
      h.commit("c4");
    });
    const shallow = `${makeFolder()}/clone`;
    git("clone", "-q", "--depth", "3", `file://${folder}`, shallow);
    const result = run(shallow, ["audit", "--format", "json"]);
    const verdicts = parseAudit(result).map(({ path, verdict, filed }) => [path, verdict, filed?.commit]);
    expect(verdicts).toEqual([
      [A, "unverifiable", undefined],
      [B, "amended", ids.get("c3")],
    ]);
    expect(result.code).toBe(1);
  });
});
