/** Findings for people. */
import { expect, test } from "vitest";
import { FindingsReport } from "../../../server/report/findings-report";
import { prettyFormat } from "../../../server/report/pretty-findings";
import type { Colours, ReportedFinding } from "../../../server/report/types";

const mark = (name: string) => (text: string) => `<${name}:${text}>`;
const PLAIN: Colours = {
  bold: String,
  dim: String,
  underline: String,
  red: String,
  yellow: String,
  blue: String,
  green: String,
};
const COLOURED: Colours = { ...PLAIN, red: mark("red"), yellow: mark("yellow"), blue: mark("blue") };

function finding(
  path: string,
  line: number,
  severity: ReportedFinding["severity"],
  more: Partial<ReportedFinding> = {},
): ReportedFinding {
  return {
    rule: "group/rule",
    severity,
    path,
    line,
    column: 1,
    endLine: line,
    endColumn: 2,
    message: `Message ${line}.`,
    fixable: false,
    safelyFixable: false,
    ...more,
  };
}

function render(documents: number, findings: readonly ReportedFinding[], colours: Colours): string {
  const report = new FindingsReport(prettyFormat(colours));
  for (const path of new Set(findings.map((each) => each.path)))
    report.add(
      path,
      findings.filter((each) => each.path === path),
    );
  return [...report.render({ documents, ungoverned: 0 })].join("");
}

test("groups by file, the most severe first, then by place, with places aligned", () => {
  const findings = [
    finding("a.md", 3, "information"),
    finding("a.md", 9, "warning"),
    finding("a.md", 10, "error"),
    finding("a.md", 120, "warning"),
    finding("b.md", 1, "warning", { safelyFixable: true }),
  ];
  expect(render(1204, findings, PLAIN)).toBe(`a.md
   10:1  error    Message 10.  group/rule
    9:1  warning  Message 9.  group/rule
  120:1  warning  Message 120.  group/rule
    3:1  info     Message 3.  group/rule

b.md
  1:1  warning  Message 1.  group/rule

1,204 documents, 5 findings: 1 error, 3 warnings, 1 information.
\`docket fix\` corrects 1 finding.
`);
});

test("severities have their colours, in lines and summary", () => {
  const rendered = render(1, [finding("a.md", 1, "error")], COLOURED);
  expect(rendered).toContain("<red:error  >");
  expect(rendered).toContain("1 document, 1 finding: <red:1 error>.");
});

test("a message stays on one line, whatever it quotes", () => {
  const rendered = render(1, [finding("a\u001b.md", 1, "error", { message: "two\nlines\u0007" })], PLAIN);
  expect(rendered).toContain("a\uFFFD.md\n");
  expect(rendered).toContain("two lines\uFFFD  group/rule");
});

test("what is told before a file comes, and of files that never come, stands at its place", () => {
  const report = new FindingsReport(prettyFormat(PLAIN));
  report.addEarly([
    finding("b.md", 5, "warning"),
    finding("docket.yaml", 1, "error"),
    finding("a.md", 2, "error"),
  ]);
  report.add("c.md", [finding("c.md", 1, "warning")]);
  report.add("b.md", [finding("b.md", 7, "warning"), finding("b.md", 3, "warning")]);
  report.add("d.md", []);
  expect([...report.render({ documents: 3, ungoverned: 1 })].join("")).toBe(`a.md
  2:1  error    Message 2.  group/rule

b.md
  3:1  warning  Message 3.  group/rule
  5:1  warning  Message 5.  group/rule
  7:1  warning  Message 7.  group/rule

c.md
  1:1  warning  Message 1.  group/rule

docket.yaml
  1:1  error    Message 1.  group/rule

3 documents, 6 findings: 2 errors, 4 warnings. 1 other document is ungoverned.
`);
  expect(report.severities).toEqual(["error", "warning"]);
});
