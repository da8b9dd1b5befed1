/** What the board draws: cards, charts, the time line, the table, and what it leaves out where there is too much. */
import { expect, test } from "vitest";
import { drawChart } from "../../../server/report/board/chart";
import { elementId, encodePath, escapeMarkup } from "../../../server/report/board/escape";
import { linksBy } from "../../../server/report/board/link";
import { renderMermaid } from "../../../server/report/board/mermaid";
import { renderBoardPage, renderBoardParts } from "../../../server/report/board/page";
import { createScale } from "../../../server/report/board/time-scale";
import { boardOf, phaseGate, phaseGatePath, TODAY } from "../../support/board-of";

const linkTo = linksBy(encodePath);
const PATH = phaseGatePath("7.1");
const ROWS = [
  ["A1", "Measure", "Harbour Lead", "2026-02-20", "✅ Complete", "—"],
  [
    "A2",
    "Print the tables of all harbours in two sizes and four colours",
    "Printer",
    "2026-02-27",
    "In progress",
    "A1",
  ],
  ["A3", "Bind", "Binder", "2026-03-04", "Blocked", "A2"],
  ["A4", "Paint", "Painter", "ASAP", "Not started", "—"],
] as const;
const GATES = `## Gate 2 — In progress

#### Gate 2.1 — Tables printed

\`\`\`
Evidence:           tides.md v1.2
Owner confirmation: Yes — Printer, 2026-02-20
PMO validation:     Pass — PMO Lead, 2026-02-20
\`\`\`

#### Gate 2.2 — Tables bound

\`\`\`
Evidence:           [PENDING]
Owner confirmation: Yes — Binder, 2026-02-20
PMO validation:     [PENDING]
\`\`\`
`;
const TIDES = phaseGate({ id: "7.1", title: "Tides", state: "SPEC_DELIVERY", gates: GATES, rows: ROWS });

/** Without tags, one line an element. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "\n")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

function partOf(files: Readonly<Record<string, string>>, id: string): string {
  const parts = renderBoardParts([{ name: undefined, board: boardOf(files), linkTo }]);
  return parts.find((part) => part.id === id)?.html ?? "";
}

function lineOf(text: string, start: string): number {
  return text.split("\n").findIndex((line) => line.startsWith(start)) + 1;
}

test("a card names what its documents list as blockers before what waits", () => {
  const blockers =
    "## Open Blockers\n\n| # | Blocker | Status |\n|---|---|---|\n| B-01 | Ink is *out* | 🔴 Open |\n| B-02 | No paper | Resolved |\n";
  const lane = partOf({ [PATH]: `${TIDES}\n${blockers}` }, "part-lane-Feature");
  expect(textOf(lane.slice(lane.indexOf('<ul class="blocked"')))).toMatch(
    /^B-01 Ink is out\nA3 waits for A2\n/,
  );
});

test("a card says what is next, who acts, by when, and what waits", () => {
  const lane = partOf({ [PATH]: TIDES }, "part-lane-Feature");
  expect(textOf(lane.slice(lane.indexOf("<li")))).toContain(
    [
      "7.1",
      "Tides",
      "1 overdue",
      "Gate 2 · 1 of 2 items passed",
      "lacks evidence, validation",
      "Printer",
      "A2",
      "Feb 27, 2 days late",
      "and 1 action that can start",
      "A3 waits for A2",
    ].join("\n"),
  );
  expect(lane).toContain(`href="./${PATH}#L${lineOf(TIDES, "## Gate 2")}"`);
  expect(lane).toContain(`href="./${PATH}#L${lineOf(TIDES, "| A2")}"`);
  // half of the ring of radius 9
  expect(lane).toContain('stroke-dasharray="28.3 56.5"');
});

test("the head counts, and an empty board says so", () => {
  expect(
    textOf(partOf({ [PATH]: TIDES }, "part-head"))
      .split("\n")
      .join(" "),
  ).toBe(
    "Board Mar 1 1 work item in flight · 3 open actions · 1 overdue · next deadline Mar 4 · 1 without a deadline",
  );
  expect(textOf(partOf({}, "part-head"))).toContain("Nothing is open");
});

test("a chart has a box for every node and an arrow for every edge, the critical path heavy", () => {
  const [chart] = boardOf({ [PATH]: TIDES }).charts;
  if (chart === undefined) throw new Error("There is no chart.");
  const { svg, left } = drawChart(chart, TODAY, linkTo, "");
  expect(left).toBe(0);
  expect(svg.match(/<a [^>]*class="[^"]*"/g)?.map((tag) => /class="([^"]*)"/.exec(tag)?.[1])).toEqual([
    "node action critical",
    "node action critical waiting",
    "node gate critical",
  ]);
  expect(svg.match(/<g class="edge critical">/g)?.length).toBe(2);
  expect(svg).toContain(
    "<title>A2 Print the tables of all harbours in two sizes and four colours · Printer · due Feb 27, 2 days late · 3 d slack · on the critical path</title>",
  );
  expect(textOf(svg)).toMatch(/\nPrint the tables of all harbours\b.*…\n/);
  expect(textOf(svg)).toContain("Feb 27, late\n· 3 d slack");
  expect(textOf(svg)).toContain("Gate 2 · 1 of 2 passed\nSPEC_DELIVERY → Q…\nlacks evidence, validation");
  // from left to right
  const lefts = [...svg.matchAll(/class="box"[^>]*? (?:x="|points=")(\d+)/g)].map(([, x]) => Number(x));
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
});

test("a gate, an action and another work item have shapes of their own", () => {
  const waiting = [["B1", "Look", "Seer", "2026-03-04", "Blocked", "BLG-TECH-09"]] as const;
  const files = {
    [phaseGatePath("7.2")]: phaseGate({
      id: "7.2",
      title: "Fog",
      gates: "## Gate 2 — In progress\n",
      rows: waiting,
    }),
    [phaseGatePath("BLG-TECH-09")]: phaseGate({
      id: "BLG-TECH-09",
      title: "Moon",
      gates: "## Gate G2 — In progress\n",
    }),
  };
  const charts = partOf(files, "part-charts");
  const shapes = [
    ...charts.matchAll(
      /class="node ([\w-]+)[^>]*>.*?<(rect|polygon) class="box"[^>]*?(?:rx="([\d.]+)")?\/>/g,
    ),
  ];
  expect(shapes.map(([, kind, shape, radius]) => [kind, shape, radius]).toSorted()).toEqual([
    ["action", "rect", "5"],
    ["gate", "polygon", undefined],
    ["work-item", "rect", "23"],
  ]);
});

test("a work item that holds up several others stands in the chart of each, with an id of its own", () => {
  const waiting = [["B1", "Look", "Seer", "2026-03-04", "Blocked", "BLG-TECH-09"]] as const;
  const files = Object.fromEntries(
    ["7.2", "7.3"].map((id) => [phaseGatePath(id), phaseGate({ id, title: "Fog", rows: waiting })]),
  );
  const moon = phaseGate({ id: "BLG-TECH-09", title: "Moon", gates: "## Gate G2 — In progress\n" });
  const charts = partOf({ ...files, [phaseGatePath("BLG-TECH-09")]: moon }, "part-charts");
  const ids = [...charts.matchAll(/<a id="([^"]*)" class="node work-item"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(2);
});

test("the time line has a mark for every day on which something is due, and today", () => {
  const due = partOf({ [PATH]: TIDES }, "part-due");
  expect(due.match(/class="mark[^"]*"/g)).toEqual(['class="mark late"', 'class="mark"']);
  expect(textOf(due)).toContain("Today, Mar 1");
  expect(due).toContain("<title>A3 Bind · Binder · Mar 4</title>");
});

test("days lie as far apart as they are, long stretches without any are cut short and said", () => {
  const scale = createScale(["2026-02-01", "2026-02-11", "2026-02-21", "2026-09-01"], 100, 410);
  expect(scale.ticks.map(({ x }) => x)).toEqual([100, 200, 300, 510]);
  expect(scale.breaks).toEqual([{ x: 405, days: 192 }]);
  expect(createScale(["2026-02-01"], 100, 400).at("2026-02-01")).toBe(300);
});

test("what is years away stands at the edge of the time line", () => {
  const rows = [["A1", "Wait", "One", "2999-01-01", "Not started", "—"]] as const;
  const due = partOf({ [PATH]: phaseGate({ id: "7.1", title: "Tides", rows }) }, "part-due");
  expect(due).toContain("A1 Wait · One · Jan 1, 2999");
  expect(due.match(/<rect class="box" x="(\d+)"/)?.[1]).toBe("900");
});

test("of many work items the most urgent are shown, the others counted", () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => {
      const id = `9.${at}`;
      const day = `2026-03-${String((at % 28) + 1).padStart(2, "0")}`;
      const rows = [
        ["A1", "Do", "One", day, "Not started", "—"],
        ["A2", "Then", "Two", day, "Blocked", "A1"],
      ] as const;
      return [
        phaseGatePath(id),
        phaseGate({ id, title: `Item ${at}`, state: "QA_REVIEW", gates: GATES, rows }),
      ];
    }),
  );
  const page = renderBoardPage({ name: undefined, board: boardOf(files), linkTo }, "hash");
  expect(page).toContain("and 44 more, due later or without a deadline");
  expect(page).toContain("and 52 more work items with shorter chains");
  expect(page).toContain("and 40 more work items with later deadlines");
  expect(page.length).toBeLessThan(150_000);
});

test("a chart of very many actions shows the critical path and says what it leaves out", () => {
  const rows = Array.from({ length: 90 }, (_, at) => {
    const on = at < 5 ? (at === 0 ? "—" : `A${at - 1}`) : "A4";
    return [`A${at}`, "Do", "One", "2026-03-01", at === 0 ? "Not started" : "Blocked", on] as const;
  });
  const charts = partOf({ [PATH]: phaseGate({ id: "7.1", title: "Tides", rows }) }, "part-charts");
  expect(charts).toContain("6 actions on the critical path · 66 more not drawn");
  expect(charts.match(/class="node action critical/g)?.length).toBe(6);
});

test("the page needs nothing else and runs nothing", () => {
  const page = renderBoardPage({ name: undefined, board: boardOf({ [PATH]: TIDES }), linkTo }, "abc=");
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-abc='; base-uri 'none'; form-action 'none'"`,
  );
  expect(page).not.toMatch(/<script|https?:|url\(|@import| style="/);
});

test("headings follow one another, and everything that scrolls or links has a name", () => {
  const page = renderBoardPage({ name: undefined, board: boardOf({ [PATH]: TIDES }), linkTo }, "abc=");
  const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  for (const [tag] of page.matchAll(/<[^>]* tabindex="0"[^>]*>/g)) expect(tag).toMatch(/aria-label="[^"]+"/);
  for (const [, content = ""] of page.matchAll(/<a [^>]*>(.*?)<\/a>/g)) expect(textOf(content)).not.toBe("");
});

test("words are escaped, keys become ids, paths become references", () => {
  expect(escapeMarkup(`<a href="x">&'\u202e\ud800`)).toBe(
    "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\uFFFD\uFFFD",
  );
  expect(elementId("card", "3.4 a/ä")).toBe("card-3.4_20_a_2f__e4_");
  expect(encodePath("a b/ü#1?.md")).toBe("./a%20b/%C3%BC%231%3F.md");
  expect(encodePath("javascript:alert(1)")).toBe("./javascript%3Aalert(1)");
  expect(encodePath("../x.md")).toBe("../x.md");
});

test("Mermaid gets milestones, heavy arrows for the critical path, and a sentence where there is nothing", () => {
  expect(renderMermaid(boardOf({ [PATH]: TIDES }))).toBe(`\`\`\`mermaid
gantt
  title Due dates
  dateFormat YYYY-MM-DD
  axisFormat %b %e
  section 7.1 Tides
    A2 Print the tables of all harbours in two sizes and four colours (Pr… :crit, milestone, t0_0, 2026-02-27, 0d
    A3 Bind (Binder) :crit, milestone, t0_1, 2026-03-04, 0d
\`\`\`

\`\`\`mermaid
flowchart LR
  subgraph g0["7.1 Tides"]
    n0_0["A2 Print the tables of all harbours in two sizes and four colours<br/>Printer · Feb 27 · 3 d slack"]
    n0_1["A3 Bind<br/>Binder · Mar 4"]
    n0_2{{"Gate 2 · 1 of 2"}}
    n0_0 ==> n0_1
    n0_1 ==> n0_2
  end
\`\`\`

As of 2026-03-01.
`);
  expect(renderMermaid(boardOf({}))).toBe(
    "No open action has a deadline.\n\nNo open action waits for another one.\n\nAs of 2026-03-01.\n",
  );
});
