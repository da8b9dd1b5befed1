/** What is written into an action's row or a gate item is what was asked for, and nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth } from "../../server/base/display-width";
import { applyEdits } from "../../server/base/edit";
import { parseTable, type TableCell } from "../../server/document/table";
import { type ActionField, editAction, fingerprintOf } from "../../server/features/action-edits";
import { editGateItem } from "../../server/features/gate-edits";
import { readActionStatus } from "../../server/process/action-status";
import { processOf } from "../../server/process/read-process";
import { govern } from "../../server/workspace/govern";
import type { GovernedDocument } from "../../server/workspace/types";
import { HEADER, PHASE_GATE, policyOf } from "../unit/process/read";

const policy = policyOf();
const COLUMNS = ["#", "Action", "Owner", "Due", "Status", "Evidence"] as const;
const FIELDS: readonly ActionField[] = ["owner", "due", "status", "evidence"];

/** Escaped pipes, code spans, emoji of one and of several parts, wide and combining characters. */
const piece = fc.constantFrom(
  "a \\| b",
  "`x \\| y`",
  "``a ` b``",
  "潮汐表",
  "👩‍🚀",
  "✅",
  "⚠️",
  "é",
  "e\u0301",
  "**bold**",
  "조석",
  "word",
  "\\",
  "(2026)",
  "[l](x.md)",
  "<br>",
  "$1",
);
const cell = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(" ").replace(/\\$/, ""));
const status = fc.constantFrom(
  "✅ Complete",
  "🔴 Blocked",
  "⬜ Not started",
  "🟡 In progress",
  "**open**",
  "",
);
const row = fc.record({
  text: cell.map((text) => `Do ${text}`),
  owner: cell,
  due: cell,
  status,
  evidence: cell,
});

interface Layout {
  /** How wide cells are made: not at all, by columns of the screen, or by units. */
  readonly pad: "none" | "display" | "units";
  readonly outer: "both" | "left" | "none";
  readonly rightAligned: boolean;
  readonly tight: boolean;
  readonly ending: string;
  readonly before: string;
  readonly after: string;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  pad: fc.constantFrom("none", "display", "units"),
  outer: fc.constantFrom("both", "left", "none"),
  rightAligned: fc.boolean(),
  tight: fc.boolean(),
  ending: fc.constantFrom("\n", "\r\n", "\r"),
  before: fc.constantFrom("", "\uFEFF"),
  after: fc.constantFrom("", "\n", "\n\nEnd.  \n", "  \n"),
});

type Values = {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  readonly evidence: string;
};

function render(
  rows: readonly Values[],
  { pad, outer, rightAligned, tight, ending, before, after }: Layout,
): string {
  const cells = [
    COLUMNS,
    ...rows.map((each, at) => [`A${at + 1}`, each.text, each.owner, each.due, each.status, each.evidence]),
  ];
  const measure = pad === "display" ? displayWidth : (text: string) => text.length;
  const widths = COLUMNS.map((_, column) => Math.max(3, ...cells.map((line) => measure(line[column] ?? ""))));
  const fill = (text: string, column: number): string => {
    if (pad === "none") return text;
    const blanks = " ".repeat(Math.max((widths[column] ?? 0) - measure(text), 0));
    return rightAligned ? blanks + text : text + blanks;
  };
  const line = (values: readonly string[]): string => {
    const joined = values.map(fill).join(tight && pad === "none" ? "|" : " | ");
    if (outer === "both") return tight && pad === "none" ? `|${joined}|` : `| ${joined} |`;
    return outer === "left" ? `| ${joined}` : joined;
  };
  const delimiter = line(
    COLUMNS.map(
      (_, column) =>
        "-".repeat((pad === "none" ? 3 : (widths[column] ?? 3)) - (rightAligned ? 1 : 0)) +
        (rightAligned ? ":" : ""),
    ),
  );
  const [head = [], ...body] = cells;
  const table = [line(head), delimiter, ...body.map(line)].join("\n");
  return before + `${HEADER}\n---\n\n${table}${after}`.replaceAll("\n", ending);
}

function tableOf({ parsed, text }: GovernedDocument): readonly (readonly TableCell[])[] {
  const block = parsed.blocks.find(({ kind }) => kind === "table");
  if (block === undefined) throw new Error("no table");
  const { head, rows } = parseTable(text, block);
  return [head, ...rows].map(({ cells }) => cells);
}

const value = fc
  .array(
    fc.oneof(
      piece,
      fc.constantFrom("|", "||", "a|", "2026-03-04", "Pilot"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(" ").trim())
  .filter((text) => text !== "" && !/[\p{Cc}\p{Cs}\u2028\u2029\ufffd]/u.test(text));

const field = fc.constantFrom(...FIELDS);

test("the cell says what was set, and everything from pipe to pipe around it is as it was", () => {
  let written = 0;
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      layout,
      fc.nat(),
      field,
      value,
      (rows, form, pick, change, text) => {
        const before = govern(PHASE_GATE, render(rows, form), policy);
        const actions = processOf(before).rows;
        const target = actions[pick % actions.length];
        if (target === undefined) return;
        const place = {
          line: target.action.line,
          id: target.action.id,
          seen: fingerprintOf(before.text, target.action),
        };
        const answer = editAction(before, false, place, { field: change, value: text });
        if ("refusal" in answer) {
          expect(answer.refusal).toMatch(/ already\.$/);
          return;
        }
        written++;
        const after = govern(PHASE_GATE, applyEdits(before.text, answer.edits), policy);
        const column = COLUMNS.findIndex((name) => name.toLowerCase() === change);
        const index = Number(target.action.id?.slice(1));
        const [cells, found] = [tableOf(before), tableOf(after)];
        const set = found[index]?.[column];
        if (change === "status") {
          expect(readActionStatus(set?.text ?? "", policy.process.actionStatuses)).toBe("done");
        } else expect(set?.text).toBe(text);
        const others = (lines: typeof cells): readonly (readonly (string | undefined)[])[] =>
          lines.map((line, at) =>
            COLUMNS.map((_, each) => (at === index && each === column ? "" : (line[each]?.text ?? ""))),
          );
        expect(others(found)).toEqual(others(cells));
        expectNothingElse(before.text, after.text, target.action.range, cells[index]?.[column]);
      },
    ),
    { numRuns: 1500 },
  );
  expect(written).toBeGreaterThan(1000);
});

/** Up to the pipe before the cell and from the pipe behind it on, the texts are the same; nothing but blanks goes. */
function expectNothingElse(
  before: string,
  after: string,
  line: { readonly end: number },
  cell: TableCell | undefined,
): void {
  const start = cell?.range.start ?? line.end;
  const end = cell?.range.end ?? line.end;
  const head = before.slice(0, start).replace(/[ \t]*$/, "");
  const tail = before.slice(end).replace(/^[ \t]*/, "");
  expect(after.startsWith(head)).toBe(true);
  expect(after.endsWith(tail)).toBe(true);
  if (cell === undefined) return;
  const behind = /[\r\n]|$/.exec(before.slice(end))?.index ?? 0;
  // without a pipe behind it, what follows the text is not the cell's
  if (before.slice(end, end + behind).trim() === "") expect(after.endsWith(before.slice(end))).toBe(true);
}

test("a column that is padded to one width stays so while the value fits", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 2, maxLength: 5 }),
      fc.boolean(),
      fc.constantFrom("display" as const, "units" as const),
      fc.nat(),
      value,
      (rows, rightAligned, pad, pick, text) => {
        const form: Layout = {
          pad,
          outer: "both",
          rightAligned,
          tight: false,
          ending: "\n",
          before: "",
          after: "\n",
        };
        const before = govern(PHASE_GATE, render(rows, form), policy);
        const actions = processOf(before).rows;
        const target = actions[pick % actions.length];
        const answer =
          target && editAction(before, false, { id: target.action.id }, { field: "evidence", value: text });
        if (answer === undefined || "refusal" in answer) return;
        const measure = pad === "display" ? displayWidth : (each: string) => each.length;
        const lines = (each: string): readonly string[] =>
          each.split("\n").filter((line) => line.startsWith("|"));
        const widths = new Set(lines(before.text).map(measure));
        fc.pre(widths.size === 1);
        // where both counts give the same, nothing tells which one was meant
        fc.pre(pad === "display" || new Set(lines(before.text).map(displayWidth)).size > 1);
        const column = Math.max("Evidence".length, ...rows.map(({ evidence }) => measure(evidence)));
        const widthsAfter = new Set(lines(applyEdits(before.text, answer.edits)).map(measure));
        const fits = measure(text.replaceAll("|", "\\|")) <= column;
        if (fits) expect(widthsAfter).toEqual(widths);
        else expect(widthsAfter.size).toBe(2);
      },
    ),
    { numRuns: 400 },
  );
});

test("a row that is not what was seen is left alone", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 4 }),
      layout,
      fc.nat(),
      field,
      value,
      cell,
      (rows, form, pick, change, text, other) => {
        const at = pick % rows.length;
        const seen = govern(PHASE_GATE, render(rows, form), policy);
        const target = processOf(seen).rows.find(({ action }) => action.id === `A${at + 1}`);
        if (target === undefined) return;
        const place = {
          line: target.action.line,
          id: target.action.id,
          seen: fingerprintOf(seen.text, target.action),
        };
        const changed = rows.map((each, index) =>
          index === at ? { ...each, text: `${each.text} ${other} again` } : each,
        );
        const answer = editAction(govern(PHASE_GATE, render(changed, form), policy), false, place, {
          field: change,
          value: text,
        });
        expect(answer).toEqual({
          refusal: expect.stringContaining(`The row of A${at + 1} is not what it was`),
        });
      },
    ),
    { numRuns: 200 },
  );
});

const proofValue = fc.constantFrom(
  "Log of Monday",
  "Yes — Pilot, 2026-03-01",
  "Pass — PMO Lead",
  "[PENDING]",
  "No — Pilot",
  "—",
  "",
  "log,\n                       v1.2",
);
const item = fc.record({
  evidence: fc.option(proofValue),
  confirmation: fc.option(proofValue),
  validation: fc.option(proofValue),
});
const KEYS = { evidence: "Evidence", confirmation: "Owner confirmation", validation: "PMO validation" };

test("a gate item's proof is read back, and no other one changes", () => {
  let written = 0;
  const shapes = fc.constantFrom("fence", "list", "bold", "shared" as const);
  const proofs = fc.constantFrom("evidence" as const, "confirmation" as const, "validation" as const);
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 3 }),
      shapes,
      fc.boolean(),
      fc.nat(),
      proofs,
      value,
      fc.constantFrom("\n", "\r\n"),
      (items, shape, wide, pick, proof, text, ending) => {
        const line = (key: keyof typeof KEYS, said: string): string => {
          const name = shape === "list" || shape === "bold" ? `**${KEYS[key]}:**` : `${KEYS[key]}:`;
          return `${shape === "list" ? "- " : shape === "shared" ? "  " : ""}${wide ? name.padEnd(23) : `${name} `}${said}`;
        };
        const body = items.map((each, at) => {
          const lines = (Object.keys(KEYS) as (keyof typeof KEYS)[]).flatMap((key) =>
            each[key] === null ? [] : [line(key, each[key] ?? "")],
          );
          const inFence = shape === "fence" ? `\`\`\`\n${lines.join("\n")}\n\`\`\`` : lines.join("\n");
          return shape === "shared"
            ? `\`\`\`\nGate 1.${at} — T\n${lines.join("\n")}\n\`\`\``
            : `### Gate 1.${at} — T\n\n${inFence}`;
        });
        const before = govern(
          PHASE_GATE,
          `${HEADER}\n## Gate 1\n\n${body.join("\n\n")}\n`.replaceAll("\n", ending),
          policy,
        );
        const rows = processOf(before).gates.flatMap((gate) => gate.items);
        const at = pick % items.length;
        const answer = editGateItem(before, false, { id: `1.${at}` }, { proof, value: text }, "2026-03-02");
        if ("refusal" in answer) return;
        written++;
        const [edit] = answer.edits;
        expect(answer.edits).toHaveLength(1);
        const result = applyEdits(before.text, answer.edits);
        const found = processOf(govern(PHASE_GATE, result, policy)).gates.flatMap((gate) => gate.items);
        const said = found[at]?.proofs[proof];
        expect(said?.verdict).toBe("given");
        expect(said?.text).toBe(
          proof === "evidence" ? text : `${said?.text.split(" — ")[0]} — ${text}, 2026-03-02`,
        );
        const others = (each: typeof rows) =>
          each.map(({ proofs: own, item: { id } }, index) => [
            id,
            ...(["evidence", "confirmation", "validation"] as const).map((key) =>
              index === at && key === proof ? "" : own[key]?.text,
            ),
          ]);
        expect(others(found)).toEqual(others(rows));
        expect(edit?.newText.replaceAll("\r\n", "\n").split("\n").length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 400 },
  );
  expect(written).toBeGreaterThan(100);
});
