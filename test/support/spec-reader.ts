/** Reads an executable rule spec: headings name cases, fences are files, `^^^` lines mark what a reader of the file sees. */

export interface Mark {
  /** Zero-based line of the document without marks. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

interface SpecFile {
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface PastFile {
  readonly kind: "filed" | "committed" | "deleted";
  readonly path: string;
  readonly text: string;
}

interface ExpectedFix {
  /** The fix's title; undefined for all safe fixes of the document. */
  readonly title: string | undefined;
  /** The new path, where the fix moves the document. */
  readonly path: string | undefined;
  readonly text: string;
  /** Index of the file in `files` that it fixes. */
  readonly file: number;
}

export interface SpecCase {
  readonly name: string;
  /** One-based, in the spec. */
  readonly line: number;
  readonly policy: string | undefined;
  readonly today: string;
  readonly files: readonly SpecFile[];
  /** Earlier texts: as filed, as the last commit has them, of records that are gone. */
  readonly past: readonly PastFile[];
  readonly fixes: readonly ExpectedFix[];
}

const FENCE = /^(`{3,})(\S+)?[ \t]*(.*)$/;
const MARK = /^(\s*)(\^+) (error|warning|information)(?: ([a-z]+\/[a-z-]+))?: (.+)$/;
const TODAY = "2026-03-01";

/** The cases of a spec for the rule `rule`. Throws on a spec that is not well formed: a test must not pass by accident. */
export function readSpec(spec: string, rule: string): SpecCase[] {
  const lines = spec.split("\n");
  const cases: SpecCase[] = [];
  let current:
    | { -readonly [K in keyof SpecCase]: SpecCase[K] extends readonly (infer T)[] ? T[] : SpecCase[K] }
    | undefined;
  for (let i = 0; i < lines.length; i++) {
    const heading = /^##\s+(.*)$/.exec(lines[i] ?? "");
    if (heading !== null) {
      current = {
        name: heading[1] ?? "",
        line: i + 1,
        policy: undefined,
        today: TODAY,
        files: [],
        past: [],
        fixes: [],
      };
      cases.push(current);
      continue;
    }
    const fence = FENCE.exec(lines[i] ?? "");
    if (fence === null) continue;
    const end = lines.indexOf(fence[1] as string, i + 1);
    if (end < 0) throw new Error(`line ${i + 1}: the fence is not closed`);
    if (current === undefined) throw new Error(`line ${i + 1}: a fence before the first case`);
    const body = lines.slice(i + 1, end);
    const info = fence[3] ?? "";
    const today = /\btoday=(\d{4}-\d{2}-\d{2})/.exec(info)?.[1];
    if (today !== undefined) current.today = today;
    if (fence[2] === "yaml" && info.startsWith("policy")) current.policy = body.join("\n");
    else if (fence[2] === "md" && info.startsWith("fixed")) {
      const parts = /^fixed(?: "([^"]+)")?(?: (\S.*))?$/.exec(info.replace(/ (?:crlf|bom)(?= |$)/g, ""));
      if (parts === null) throw new Error(`line ${i + 1}: \`${info}\` is no fix`);
      current.fixes.push({
        title: parts[1],
        path: parts[2],
        text: render(body, info),
        file: current.files.length - 1,
      });
    } else if (fence[2] === "md" && /^(?:filed|committed|deleted) /.test(info)) {
      const [kind, ...rest] = info.replace(/ (?:crlf|bom|today=\S+)/g, "").split(" ");
      current.past.push({ kind: kind as PastFile["kind"], path: rest.join(" "), text: render(body, info) });
    } else if (fence[2] === "md") {
      const path = info.replace(/ (?:crlf|bom|today=\S+)/g, "").trim();
      if (path === "") throw new Error(`line ${i + 1}: a file needs a path`);
      current.files.push(readFile(path, body, info, rule));
    }
    i = end;
  }
  return cases;
}

function readFile(path: string, body: readonly string[], info: string, rule: string): SpecFile {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of body) {
    const mark = MARK.exec(line);
    if (mark === null) {
      lines.push(line);
      continue;
    }
    const start = (mark[1] ?? "").length;
    marks.push({
      line: lines.length - 1,
      start,
      end: start + (mark[2] ?? "").length,
      severity: mark[3] ?? "",
      rule: mark[4] ?? rule,
      message: mark[5] ?? "",
    });
  }
  return { path, text: render(lines, info), marks };
}

/** The file's text; `crlf` and `bom` in the fence's info say how it is stored. */
function render(lines: readonly string[], info: string): string {
  const lineEnding = /(?:^| )crlf\b/.test(info) ? "\r\n" : "\n";
  const text = lines.length === 0 ? "" : lines.join(lineEnding) + lineEnding;
  return /(?:^| )bom\b/.test(info) ? `\uFEFF${text}` : text;
}

/** The fence as it would have to read for `found`; printed when a case fails. */
export function renderMarks(text: string, found: readonly Mark[], rule: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .flatMap((line, index) => [
      line,
      ...found
        .filter((mark) => mark.line === index)
        .map(
          (mark) =>
            `${" ".repeat(mark.start)}${"^".repeat(Math.max(1, mark.end - mark.start))} ${mark.severity}${mark.rule === rule ? "" : ` ${mark.rule}`}: ${mark.message}`,
        ),
    ])
    .join("\n");
}
