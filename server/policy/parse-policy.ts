/** Policy YAML to a resolved policy. */
import { Minimatch } from "minimatch";
import { parseDocument } from "yaml";
import { foldKey } from "../base/fold";
import { profiles } from "./profiles/generated";
import type { DocumentClass, FieldPolicy, FileNamePattern, Layered, NoticePolicy, PathPattern, Policy, PolicyProblem, Severity, SeveritySetting } from "./types";

export interface PolicyInput { readonly path: string; readonly text: string; readonly folder: string; readonly readFile: (path: string) => string | undefined; readonly ruleIds: readonly string[] }
export interface ParsedPolicy { readonly policy: Policy | undefined; readonly problems: readonly PolicyProblem[]; readonly files: readonly string[] }

type Raw = Record<string, any>;
const isMap = (v: unknown): v is Raw => typeof v === "object" && v !== null && !Array.isArray(v);
function merge(a: unknown, b: unknown): unknown {
  if (!isMap(a) || !isMap(b)) return b === undefined ? a : b;
  const out: Raw = { ...a };
  for (const [k, v] of Object.entries(b)) {
    const existing = Object.keys(out).find((each) => foldKey(each) === foldKey(k)) ?? k;
    if (v === null) delete out[existing];
    else out[existing] = merge(out[existing], v);
  }
  return out;
}
export function parsePolicy(input: PolicyInput): ParsedPolicy {
  const doc = parseDocument(input.text);
  if (doc.errors.length > 0) return { policy: undefined, problems: [{ path: input.path, range: { start: doc.errors[0]!.pos[0], end: doc.errors[0]!.pos[1] }, severity: "error", message: doc.errors[0]!.message }], files: [input.path] };
  const own = (doc.toJS() ?? {}) as Raw;
  const layers: Raw[] = [];
  for (const name of [own["extends"] ?? []].flat()) if (profiles[name as string]) layers.push(profiles[name as string]!.policy as Raw);
  layers.push(own);
  const raw = layers.reduce((a, b) => merge(a, b) as Raw, {} as Raw);
  return { policy: build(raw, input, layers), problems: [], files: [input.path] };
}
const list = (v: unknown): string[] => (v === undefined || v === null ? [] : [v].flat().map(String));
function glob(g: string): PathPattern { const m = new Minimatch(g, { dot: true, nocase: true, nonegate: true, nocomment: true }); return { glob: g, matches: (p) => m.match(p) }; }
const TOKENS: Record<string, string> = { id: "(?:\\d+(?:\\.\\d+)*[a-z]?|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)", slug: "[a-z0-9]+(?:-[a-z0-9]+)*", version: "\\d+(?:\\.\\d+)*", date: "\\d{4}-\\d{2}-\\d{2}", any: ".+" };
const EX: Record<string, string> = { id: "3.2", slug: "position-sizing", version: "1.4", date: "2026-02-14", any: "name" };
function fileName(pattern: string): FileNamePattern {
  const names: string[] = [];
  const re = new RegExp(`^${pattern.split(/(\{\w+\})/).map((part) => { const t = /^\{(\w+)\}$/.exec(part)?.[1]; if (t && TOKENS[t]) { names.push(t); return `(${TOKENS[t]})`; } return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }).join("")}$`);
  return { pattern, example: pattern.replace(/\{(\w+)\}/g, (_, t: string) => EX[t] ?? t), matches: (n) => re.test(n), tokensOf: (n) => { const m = re.exec(n); return m ? Object.fromEntries(names.map((x, i) => [x, m[i + 1] ?? ""])) : undefined; }, telling: /[A-Za-z0-9]/.test(pattern.replace(/\{\w+\}/g, "").replace(/\.\w+$/, "")) };
}
const conds = (v: unknown) => [v ?? []].flat().map((c) => Object.fromEntries(Object.entries(c as Raw).map(([k, x]) => [k, list(x)])));
function build(raw: Raw, input: PolicyInput, layers: Raw[]): Policy {
  const shared = raw["fields"] ?? {};
  const sharedOf = (n: string): Raw => (Object.entries(shared).find(([k]) => foldKey(k) === foldKey(n))?.[1] ?? {}) as Raw;
  const field = (name: string, own: Raw): FieldPolicy => { const f = { ...sharedOf(name), ...own }; return { name, keys: [name, ...list(f["aliases"])].map(foldKey), type: f["type"] ?? "text", required: f["required"] === true, severity: f["severity"] ? { value: f["severity"] as Severity, layer: 0 } : undefined, values: list(f["values"]), default: f["default"] as string | undefined, why: f["why"], placeholderWhile: conds(f["placeholderWhile"]), future: f["future"] === true }; };
  const notice = (n: Raw | undefined): NoticePolicy | undefined => { if (!n) return undefined; const res = list(n["matches"]).map((m) => new RegExp(m.split(/\s+/).map((w) => w === "{version}" ? "[^\\n]{0,40}?\\bv?\\d+\\.\\d+" : w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\s_\\-*`]*"), "i")); return { name: n["name"], why: n["why"], text: n["text"], isIn: (t) => res.some((r) => r.test(t)) }; };
  const make = (id: string, kind: string | undefined, c: Raw, base?: Raw): DocumentClass => {
    const merged = base ? (merge({ fields: base["fields"] }, { fields: c["fields"] ?? {} }) as Raw)["fields"] : c["fields"];
    const fields = Object.entries((merged ?? {}) as Raw).map(([n, f]) => field(n, (f ?? {}) as Raw));
    const inh = (k: string) => c[k] ?? base?.[k];
    const log = inh("changeLog");
    return { id, kind, name: base?.["name"] ?? c["name"], title: c["title"] ?? base?.["title"], keys: [(base ?? c)["name"], ...list((base ?? c)["aliases"]), id].map(foldKey), summary: inh("summary"), paths: list(c["paths"]).map(glob), locations: list(inh("locations")).map(glob), folder: inh("folder"), fileName: inh("fileName") ? fileName(inh("fileName")) : undefined, recognise: conds(c["recognise"]), titleKeys: list(c["titles"]).map(foldKey), fields, fieldByKey: new Map(fields.flatMap((f) => f.keys.map((k) => [k, f] as const)).reverse()),
      states: Object.entries((inh("states") ?? {}) as Raw).map(([n, s]) => ({ name: n, keys: [n, ...list(s?.["aliases"])].map(foldKey), meaning: s?.["meaning"], setBy: s?.["setBy"], next: list(s?.["next"]), successor: s?.["successor"] ? { field: s["successor"]["field"], keys: field(s["successor"]["field"], {}).keys, date: s["successor"]["date"] === true, dateKeys: field("Effective date", { aliases: ["Deprecated on", "Deprecated since", "Effective from"] }).keys } : undefined })),
      sections: [...(base?.["sections"] ?? []), ...(c["sections"] ?? [])].map((s: Raw) => ({ title: s["title"], keys: [s["title"], ...list(s["headings"])].map(foldKey), why: s["why"], when: conds(s["when"]), body: s["body"] })),
      notice: notice(inh("notice")), changeLog: log ? { initialVersion: String(log["initialVersion"]), keys: list(log["headings"]).map(foldKey), why: log["why"] } : undefined, immutable: inh("immutable") ? { when: conds(inh("immutable")["when"]), mode: inh("immutable")["mode"] ?? "frozen" } : undefined,
      kinds: base ? [] : Object.entries((c["kinds"] ?? {}) as Raw).map(([k, v]) => make(id, k, v as Raw, c)) };
  };
  const classes = Object.entries((raw["classes"] ?? {}) as Raw).map(([id, c]) => make(id, undefined, c as Raw));
  const docs = list(raw["documents"] ?? "**/*.md").map(glob), ignore = list(raw["ignore"]).map(glob);
  const words = new Set(list(raw["placeholders"]).map((w) => w.toLowerCase()));
  const mark = (v: string) => /^\{[^}]*\}$|^\[[^\]]*\]$/.test(v.trim()) || /\{[\p{L}][^}]*\}/u.test(v.replace(/`[^`]*`/g, ""));
  const rules = layers.map((l) => (l["rules"] ?? {}) as Record<string, SeveritySetting>);
  const ignores = (p: string) => ignore.some((g) => g.matches(p));
  const p = (raw["process"] ?? {}) as Raw; const fl = (o: Raw) => Object.fromEntries(Object.entries(o ?? {}).map(([k, v]) => [k, list(v).map(foldKey)])) as any;
  return { path: input.path, folder: input.folder, name: raw["name"] ?? "", guide: raw["guide"], ignores, covers: (path) => !ignores(path) && (docs.some((g) => g.matches(path)) || classes.some((c) => [c, ...c.kinds].some((k) => k.paths.some((g) => g.matches(path))))),
    isPlaceholder: (v) => { const t = v.trim().toLowerCase(); return mark(v) || words.has(t) || words.has(t.replace(/\s+(?:\(.*\)|[—–-] .*)$/, "")); }, isTemplateMark: mark, classes,
    severityOf: (id) => { for (const key of [id, `${id.split("/")[0]}/*`, "*"]) for (let i = rules.length - 1; i >= 0; i--) { const v = rules[i]?.[key]; if (v !== undefined) return { value: v, layer: i } as Layered<SeveritySetting>; } return undefined; },
    process: { actionClasses: list(p["actionClasses"]), actionColumns: fl(p["actionColumns"]), actionStatuses: fl(p["actionStatuses"]), gateKeys: fl(p["gateKeys"]), pendingWords: list(p["pendingWords"]).map(foldKey), failedWords: list(p["failedWords"]).map(foldKey), passedWords: list(p["passedWords"]).map(foldKey), statusHeadings: list(p["statusHeadings"]).map(foldKey), lifecycles: ((p["lifecycles"] ?? []) as Raw[]).map((l) => ({ name: l["name"], states: Object.entries(l["states"] as Raw).map(([n, a]) => ({ name: n, keys: [n, ...list(a)].map(foldKey) })), gates: Object.entries(l["gates"] as Raw).map(([n, [from, to]]: any) => ({ name: n, from, to })) })) },
    templates: [] } as Policy;
}
