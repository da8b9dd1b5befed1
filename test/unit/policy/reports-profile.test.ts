/** The reports profile as a team extends it: which files it claims, and as what. */
import { describe, expect, it } from "vitest";
import { loadPolicies } from "../../../server/engine/policies";
import { govern } from "../../../server/workspace/govern";

const policies = loadPolicies(["docket.yaml"], () => "version: 1\nextends: reports\n");

function classOf(path: string, text = "# Title\n"): string | undefined {
  const policy = policies.policyFor(path);
  if (policy === undefined) throw new Error("no policy");
  const documentClass = govern(path, text, policy).classification?.class;
  return documentClass && [documentClass.id, documentClass.kind].filter(Boolean).join("/");
}

describe("the reports profile", () => {
  it("is read without a mistake", () => {
    expect(policies.problems).toEqual([]);
  });

  it.each([
    ["report_A01.md", "report"],
    ["deep/er/REPORT_a01.md", "report"],
    ["report_A04_part01_tracking_service.md", "report/part"],
    ["report_A04_Part02_appsflyer.md", "report/part"],
    ["report_A01_prompt.md", "report/prompt"],
    ["report_A04_part01_prompt.md", "report/prompt"],
    ["b_05/project_structure.md", "manifest"],
    ["README.md", undefined],
    ["notes/reports.md", undefined],
  ])("reads %s as %s", (path, expected) => {
    expect(classOf(path)).toBe(expected);
  });

  it("asks for no header", () => {
    const policy = policies.policyFor("report_A01.md");
    expect(policy && govern("report_A01.md", "Some text.\n", policy).headerless).toBe(false);
  });

  it("lets a workspace change the style of a class, and of one of its kinds", () => {
    const own = loadPolicies(
      ["docket.yaml"],
      () => `version: 1
extends: reports
classes:
  report:
    style: { symbols: null, headings: { inner: h5 } }
    kinds:
      prompt:
        style: { lists: { numbered: true }, details: null }
`,
    );
    expect(own.problems).toEqual([]);
    const styleOf = (path: string) => {
      const policy = own.policyFor(path);
      return policy && govern(path, "# Title\n", policy).classification?.class.style;
    };
    expect(styleOf("report_A01.md")).toMatchObject({
      levels: { main: 2, sub: 3, inner: 5 },
      numberedLists: false,
      bareSymbol: undefined,
      details: { onePerSection: true },
    });
    expect(styleOf("report_A01_prompt.md")).toMatchObject({
      levels: { main: 2, sub: 3, inner: 5 },
      numberedLists: true,
      details: undefined,
    });
    expect(styleOf("a_01/project_structure.md")).toBeUndefined();
  });
});
