/** Makes a repository of governed documents, the same for the same number: log-normal sizes, all kinds of headers. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const WORDS =
  "harbour ferry timetable berth crossing passenger manifest tide pilot signal deck ramp vehicle ticket fare gate delay notice crew watch engine repair inspection permit season weather fog wind current depth chart buoy lantern rope anchor cargo crate pallet scale customs quay office clerk ledger record entry correction approval review change rule limit".split(
    " ",
  );
const OWNERS = ["Harbour Lead", "Crossing Lead", "PMO Lead", "QA Lead", "Product Owner", "Fare Owner"];
const KINDS = [
  { folder: "docs/specs", name: (slug) => `${slug}.md`, fields: canonical, weight: 6 },
  { folder: "docs/product/decisions", name: (slug, id) => `${id}-${slug}.md`, fields: planning, weight: 2 },
  {
    folder: "docs/product/phase_gates",
    name: (slug, id) => `${id}-${slug}-phase-gate.md`,
    fields: record,
    weight: 2,
  },
];

/** Deterministic numbers between 0 and 1. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function canonical(random) {
  const status = random() < 0.02 ? "Finalised" : "Canonical";
  return { Owner: pick(random, OWNERS), Status: status, Version: "1.2", "Last Updated": day(random) };
}

function planning(random) {
  return {
    Owner: "Product Owner",
    Class: "Planning Document (Class 4)",
    Status: "Active",
    "Last Updated": random() < 0.03 ? "February 18, 2026" : day(random),
  };
}

function record(_random, id) {
  return {
    Owner: "PMO Lead",
    Class: "Delivery Record (Class 7)",
    Status: "Active",
    Feature: `${id} — Night crossings`,
    Version: "v1.0",
    "Date Filed": "—",
  };
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

function day(random) {
  const number = (limit) => String(1 + Math.floor(random() * limit)).padStart(2, "0");
  return `2025-${number(12)}-${number(28)}`;
}

function sentence(random, length) {
  const words = Array.from({ length }, () => pick(random, WORDS));
  return `${words[0][0].toUpperCase()}${words.join(" ").slice(1)}.`;
}

function header(fields, form) {
  const entries = Object.entries(fields);
  if (form === "front-matter")
    return entries.map(([key, value]) => `${key.toLowerCase().replace(/ /g, "_")}: ${value}`);
  if (form === "list") return entries.map(([key, value]) => `- **${key}:** ${value}`);
  if (form === "plain") return entries.map(([key, value]) => `${key}: ${value}`);
  return entries.map(([key, value]) => `**${key}:** ${value}`);
}

function part(random, number) {
  const kind = random();
  if (kind < 0.15) {
    const rows = Array.from(
      { length: 3 + Math.floor(random() * 12) },
      (_, row) =>
        `| A-${String(row + 1).padStart(2, "0")} | ${sentence(random, 8)} | ${pick(random, OWNERS)} | ${day(random)} | ${pick(random, ["Not started", "In progress", "Complete"])} | ${row > 0 && random() < 0.3 ? `A-${String(row).padStart(2, "0")}` : "—"} |`,
    );
    return ["| # | Action | Owner | Deadline | Status | Blocked on |", "|---|---|---|---|---|---|", ...rows];
  }
  if (kind < 0.25) {
    return [
      "```",
      `Gate ${number}.1 — ${sentence(random, 5)}`,
      `  Evidence:             docs/specs/${pick(random, WORDS)}.md`,
      "  Owner confirmation:   Yes — QA Lead, 2025-11-03",
      "  PMO validation:       [PENDING]",
      "```",
    ];
  }
  if (kind < 0.5) return Array.from({ length: 4 }, () => `- ${sentence(random, 9)}`);
  return [sentence(random, 14), sentence(random, 12), sentence(random, 17)].join(" ").split("\n");
}

function documentText(random, kind, id, size) {
  const fields = kind.fields(random, id);
  if (random() < 0.01) delete fields.Owner;
  const form = pick(random, ["bold", "bold", "bold", "plain", "list", "front-matter"]);
  const lines = header(fields, form);
  const title = `# ${sentence(random, 4)}`;
  const text =
    form === "front-matter" ? ["---", ...lines, "---", "", title, ""] : [title, "", ...lines, "", "---", ""];
  text.push("> **Standing notice:** all detail here is indicative.", "", "## Change Log", "");
  text.push("| Version | Change |", "|---|---|", "| 1.2 | More ferries. |", "| 1.0 | Initial version. |", "");
  let length = text.join("\n").length;
  for (let number = 1; length < size; number++) {
    const section = [`## ${number}. ${sentence(random, 3)}`, "", ...part(random, number), ""];
    text.push(...section);
    length += section.join("\n").length + 1;
  }
  return `${text.join("\n")}\n`;
}

/** Writes `count` documents and a policy below `folder`; resolves with their paths and bytes. */
export function generateDocuments(folder, count) {
  const weights = KINDS.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
  const paths = [];
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const random = numbers(i * 7919 + 17);
    const kind = weights[i % weights.length];
    const id = `${1 + (i % 9)}.${i}`;
    const slug = `${pick(random, WORDS)}-${pick(random, WORDS)}-${i}`;
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const size = Math.max(900, Math.min(120_000, Math.round(6000 * Math.exp(0.75 * normal))));
    const path = `${kind.folder}/${Math.floor(i / 50)}/${kind.name(slug, id)}`;
    const text = documentText(random, kind, id, size);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    paths.push(path);
    bytes += Buffer.byteLength(text);
  }
  const long = "docs/specs/long.md";
  writeFileSync(join(folder, long), documentText(numbers(1), KINDS[0], "1.0", 95_000));
  writeFileSync(join(folder, "docket.yaml"), "version: 1\nextends: delivery\n");
  return { paths: [...paths, long], bytes, long };
}
