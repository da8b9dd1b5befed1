/** Random governed documents: headers in every form, with fields left out, misspelled, doubled or badly filled. */
import fc from "fast-check";

export interface GovernedText {
  readonly path: string;
  readonly text: string;
}

type Line = readonly [key: string, value: string];

const words = fc.constantFrom(
  "Harbour Lead",
  "[Route Lead](../roles.md)",
  "**QA Lead**",
  "PMO Lead (acting)",
  "`docs/specs/berths.md`",
  "4.1 — Berth booking 🚢",
  "Ünïcödé & Co",
  "2.4",
);
const placeholders = fc.constantFrom(
  "",
  "—",
  "-",
  "TBD",
  "tbc",
  "{owner}",
  "[Role name]",
  "?",
  "TBD (at the meeting)",
);
const dates = fc.constantFrom(
  "2026-02-10",
  "2026-2-9",
  "February 18, 2026",
  "18 February 2026",
  "3rd of March 2026 (planned)",
  "**18 Feb 2026** 📅",
  "2026/02/10",
  "10.02.2026",
  "2062-02-10",
  "soon",
  "2026-02-10T21:30Z",
);
const versions = fc.constantFrom(
  "1.0",
  "v1.2",
  "2",
  "Version 1.2",
  "v. 1.3",
  "1,2",
  "1.2.3",
  "0.9-beta",
  "`1.1` (draft)",
  "1.0",
);
const states = fc.constantFrom(
  "Draft",
  "Canonical",
  "Active",
  "Supporting",
  "Deprecated",
  "Superseded by [x](x.md) from 2026-01-01",
  "Canonnical (words)",
  "🟢 Actve",
  "Suported",
  "Archved — since May",
  "**Deprecatd**",
  "Live",
  "Inactive",
  "Draft / Active",
  "Flied",
);
const filings = fc.constantFrom(
  "Filed",
  "✅ **Filed** (immutable)",
  "FILED",
  "Filed 2026-02-20",
  "filed — see log",
);
const classes = fc.constantFrom(
  "Delivery Record (Class 7)",
  "Class 4",
  "Delivery Recrod (Class 7)",
  "`Canonnical` — see the guide",
  "Planing Document (Class 4)",
  "Class 9",
  "Operational Record (Class 7)",
  "1",
);

const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  Owner: words,
  Class: classes,
  Status: states,
  Version: versions,
  "Last Updated": dates,
  "Date Filed": fc.constantFrom("—", "— (immutable on closure)", "TBD", ""),
  Feature: words,
  "Reports to": words,
  "Canonical Source": words,
  "Superseded by": words,
  "Effective date": dates,
};

/** How a key is spelled: mostly right. */
function spelled(key: string): fc.Arbitrary<string> {
  const lower = key.toLowerCase();
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(key) },
    { weight: 1, arbitrary: fc.constantFrom(lower, lower.replaceAll(" ", "_"), lower.replaceAll(" ", "-")) },
    // one letter left out, doubled, or changed with its neighbour
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: key.length - 2 }), fc.constantFrom("out", "double", "swap"))
        .map(([at, slip]) => {
          const letter = key[at] ?? "";
          if (slip === "out") return key.slice(0, at) + key.slice(at + 1);
          if (slip === "double") return key.slice(0, at) + letter + key.slice(at);
          return key.slice(0, at) + (key[at + 1] ?? "") + letter + key.slice(at + 2);
        }),
    },
  );
}

const PLACES: readonly (readonly [path: string, fields: readonly string[]])[] = [
  [
    "docs/specs/berths.md",
    ["Owner", "Class", "Status", "Version", "Last Updated", "Superseded by", "Effective date"],
  ],
  ["docs/reference/words.md", ["Owner", "Status", "Canonical Source", "Last Updated", "Superseded by"]],
  ["docs/product/roadmap.md", ["Owner", "Class", "Status", "Last Updated", "Superseded by"]],
  [
    "docs/product/phase_gates/4.1-berth-booking-phase-gate.md",
    ["Owner", "Class", "Status", "Feature", "Version", "Date Filed"],
  ],
  [
    "docs/product/lessons_learnt/4.1_berths.md",
    ["Owner", "Class", "Status", "Feature", "Version", "Date Filed"],
  ],
  ["docs/team_skills/harbour/harbour_lead.md", ["Owner", "Reports to", "Status", "Version", "Last Updated"]],
  ["docs/documentation_team/prompts/log.md", ["Owner", "Class", "Status", "Version", "Last Updated"]],
  ["notes/plan.md", ["Owner", "Class", "Status", "Version", "Last Updated"]],
];

function linesOf(fields: readonly string[]): fc.Arbitrary<readonly Line[]> {
  const line = (field: string): fc.Arbitrary<Line> =>
    fc.tuple(
      spelled(field),
      fc.oneof(
        { weight: 7, arbitrary: values[field] ?? words },
        { weight: 2, arbitrary: placeholders },
        { weight: 1, arbitrary: fc.oneof(words, dates) },
      ),
    );
  return fc
    .tuple(fc.shuffledSubarray([...fields], { minLength: 1 }), fc.constantFrom(...fields), fc.nat(9))
    .chain(([kept, again, chance]) => {
      const ordered = chance < 6 ? fields.filter((field) => kept.includes(field)) : kept;
      return fc.tuple(...(chance === 0 ? [...ordered, again] : ordered).map(line));
    });
}

type Form = (lines: readonly Line[], title: string) => string;

const each =
  (write: (line: Line) => string): Form =>
  (lines, title) =>
    `${title}${lines.map(write).join("\n")}\n`;

/** A header with its title, in each of the forms that people write. */
const FORMS: readonly Form[] = [
  each(([key, value]) => `**${key}:** ${value}`),
  each(([key, value]) => `**${key}**: ${value}`),
  each(([key, value]) => `**${key}:** ${value}  `),
  each(([key, value]) => `**${key}:** ${value}\\`),
  each(([key, value]) => `${key}: ${value}`),
  each(([key, value]) => `- **${key}:** ${value}`),
  each(([key, value]) => `> **${key}:** ${value}`),
  (lines, title) => `${title}${lines.map(([key, value]) => `**${key}:** ${value}`).join(" | ")}\n`,
  (lines, title) =>
    `${title}| Field | Value |\n|---|---|\n${lines.map(([key, value]) => `| ${key} | ${value} |`).join("\n")}\n`,
  (lines, title) =>
    `${title}${lines.map(([key, value], i) => `| ${key} | ${value} |${i === 0 ? "\n|---|---|" : ""}`).join("\n")}\n`,
  (lines, title) =>
    `---\n${lines.map(([key, value]) => `${key}: ${yaml(value)}`).join("\n")}\n---\n\n${title}`,
  (lines, title) =>
    `---\ntitle: "Berths: all"\n${lines.map(([key, value]) => `${key.toLowerCase().replaceAll(" ", "_")}: ${JSON.stringify(value)}`).join("\n")}\n---\n${title}`,
  (lines, title) => `${lines.map(([key, value]) => `**${key}:** ${value}`).join("\n")}\n\n${title}`,
  (lines, title) =>
    `${title}## Document control\n\n${lines.map(([key, value]) => `**${key}:** ${value}`).join("\n")}\n`,
  (lines, title) => `${title}${lines.map(([key, value]) => `${key}: ${value}`).join("\n")}\n---\n`,
  (lines, title) => `${title}${lines.map(([key, value]) => `**${key}:** ${value}`).join("\n\n")}\n\n---\n`,
];

function yaml(value: string): string {
  return /^[\s"'#&*!|>@`%{}[\],?:—-]|[:#]\s|[{}[\]]/.test(value) ? JSON.stringify(value) : value;
}

const body = fc
  .array(
    fc.constantFrom(
      "Some text, with **bold:** words and `code`.",
      "> **Standing notice:** all of it is indicative.",
      "Check against the lifecycle guide v2.1.",
      "## Change Log\n\n| Version | Date | Change |\n|---|---|---|\n| 1.1 | 2026-01-10 | dogs |\n| 1.0 | 2026-01-01 | first |",
      "## Changelog\n\n- **v1.0** — first\n- **v1.3** — boats\n- **v1.2** — cats",
      "## Version history\n\n### [1.2] - 2026-01-10\n\nCats.",
      "## Change Log\n\nNone yet.",
      "## Lifecycle & Versioning Compliance\n\nIn order.",
      "## Current Status\n\n```\nCurrent state: X\nFiled: —\n```",
      "## Items\n\n**Owner:** Someone\n**Status:** Whatever\n**Last Updated:** 3 March 2020",
      "```md\n**Owner:** TBD\n**Status:** Filed\n```",
      "- [ ] a task\n- [x] another 🚢",
      "| A | B |\n|---|---|\n| 1 | 2 |",
      "<!-- a comment -->",
      "---",
      "**Owner:** Harbour Lead\n**Status:** Draft",
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join("\n\n"));

/** Documents at the places of the profile `delivery`, none of them filed on purpose. */
export const governedText: fc.Arbitrary<GovernedText> = fc.constantFrom(...PLACES).chain(([path, fields]) =>
  fc
    .record({
      lines: linesOf(fields),
      form: fc.constantFrom(...FORMS),
      title: fc.constantFrom(
        "# Berths\n\n",
        "# Phase Gate Document: 4.1 Berths\n\n",
        "Berths\n======\n\n",
        "# Berths\n",
        "",
      ),
      gap: fc.constantFrom("\n", "\n\n", ""),
      body,
      lineEndings: fc.constantFrom(["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]),
      bom: fc.boolean(),
      ended: fc.boolean(),
    })
    .map(({ lines, form, title, gap, body: rest, lineEndings, bom, ended }) => {
      // YAML knows no line that ends in a carriage return alone
      const endings = lineEndings[0] === "\r" && form(lines, "").startsWith("---") ? ["\n"] : lineEndings;
      let line = 0;
      const text = `${form(lines, title)}${gap}${rest}${ended ? "\n" : ""}`;
      return {
        path,
        text: (bom ? "\uFEFF" : "") + text.replaceAll("\n", () => endings[line++ % endings.length] ?? ""),
      };
    }),
);

/** The same with a header that says, in one of many ways, that the document is filed. */
export const filedText: fc.Arbitrary<GovernedText> = fc.constantFrom(...PLACES).chain(([path, fields]) =>
  fc
    .record({
      lines: linesOf(fields.filter((field) => field !== "Status" && field !== "Date Filed")),
      form: fc.constantFrom(...FORMS),
      filing: fc.oneof(
        filings.map((value): Line => ["Status", value]),
        dates
          .filter((value) => /^[\dF*]/.test(value) && !/^10\./.test(value))
          .chain((value) =>
            fc.constantFrom("Date Filed", "Filed", "date_filed").map((key): Line => [key, value]),
          ),
      ),
      body,
    })
    .map(({ lines, form, filing, body: rest }) => ({
      path,
      text: `${form([...lines, filing], "# Berths\n\n")}\n${rest}\n`,
    })),
);

/** Lessons-learnt records with nothing in the way of filing them, with headers in every form. */
export const fileableText: fc.Arbitrary<GovernedText> = fc
  .record({
    form: fc.constantFrom(...FORMS),
    state: fc.constantFrom(
      "Active",
      "**Active**",
      "`Active`",
      "Active (in delivery)",
      "🟡 Active — until May",
    ),
    filing: fc.constantFrom(undefined, "—", "", "— (immutable on closure)", "TBD"),
    updated: fc.constantFrom(undefined, "2026-02-10"),
    lineEnding: fc.constantFrom("\n", "\r\n"),
    bom: fc.boolean(),
    rest: fc.constantFrom("", "\nSome text.\n", "\n## Notes\n\n- a `{mark}` in code\n"),
  })
  .map(({ form, state, filing, updated, lineEnding, bom, rest }) => {
    const lines: readonly (readonly [string, string | undefined])[] = [
      ["Owner", "PMO Lead"],
      ["Class", "Delivery Record (Class 7)"],
      ["Status", state],
      ["Feature", "4.1 — Berth booking"],
      ["Version", "v1.2"],
      ["Date Filed", filing],
      ["Last Updated", updated],
    ];
    const known = lines.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
    const text = `${form(known, "# Lessons Learnt — 4.1 Berth booking\n\n")}${rest}`;
    return {
      path: "docs/product/lessons_learnt/4.1-berth-booking-lessons.md",
      text: (bom ? "\uFEFF" : "") + text.replaceAll("\n", lineEnding),
    };
  });
