/** One line of the ledger: how Docket writes it, and what a line says that is read. */
import { NORMALISATION } from "./normalise";

/** The version of the ledger's lines that this Docket writes. */
const LEDGER_VERSION = 1;

interface SealLine {
  readonly kind: "seal";
  /** Relative to the policy's folder, with `/`. */
  readonly path: string;
  /** Of the normalised text, as 64 hexadecimal digits. */
  readonly sha256: string;
  readonly normalisation: number;
  /** ISO date. */
  readonly filed: string;
  /** ISO date. */
  readonly sealed: string;
  /** SHA-256 of the line before; none for the ledger's first line. */
  readonly previous: readonly string[];
}

/** Joins two or more ends of the ledger, after branches that both sealed were merged. */
interface JoinLine {
  readonly kind: "join";
  /** ISO date. */
  readonly sealed: string;
  readonly previous: readonly string[];
}

export type LedgerLine = SealLine | JoinLine;

export type ReadLine =
  | LedgerLine
  /** A newer Docket wrote it. */
  | {
      readonly kind: "newer";
      /** Undefined where the line says so in no way that is known here. */
      readonly path: string | undefined;
      readonly previous: readonly string[] | undefined;
      /** A clause: `version 2`. */
      readonly what: string;
    }
  /** No line of a ledger; the reason is a clause: `it has no \`path\``. */
  | { readonly kind: "unreadable"; readonly reason: string };

/** Without a line ending, keys in their fixed order. */
export function renderLine(line: LedgerLine): string {
  if (line.kind === "join") {
    const { sealed, previous } = line;
    return JSON.stringify({ version: LEDGER_VERSION, merge: true, sealed, previous });
  }
  const { path, sha256, normalisation, filed, sealed, previous } = line;
  return JSON.stringify({ version: LEDGER_VERSION, path, sha256, normalisation, filed, sealed, previous });
}

/** `text` is a line without its ending. Never throws. */
export function readLine(text: string): ReadLine {
  const value = parseObject(text);
  if (value === undefined) return unreadable("it is no JSON object");
  const { version, normalisation, previous } = value;
  if (typeof version !== "number") return unreadable("it has no `version`");
  if (isNewer(version, LEDGER_VERSION)) return newer(value, `version ${version}`);
  if (version !== LEDGER_VERSION) return unreadable(`there is no version ${version} of such a line`);
  if (!isHashes(previous)) return unreadable("it has no `previous` that is a list of hashes");
  const line = value.merge === true ? readJoin(value, previous) : readSeal(value, previous);
  if (line.kind === "unreadable") return line;
  // a line that says the same in other bytes has another hash: nothing that Docket does writes it so
  if (renderLine(line) !== text) return unreadable("it is not written as Docket writes it");
  if (isNewer(normalisation, NORMALISATION)) return newer(value, `normalisation ${String(normalisation)}`);
  return line;
}

function readJoin(value: Fields, previous: readonly string[]): LedgerLine | Unreadable {
  const { sealed } = value;
  if (!isDate(sealed)) return unreadable("it has no `sealed` that is a date");
  if (previous.length < 2) return unreadable("it joins fewer than two lines");
  return { kind: "join", sealed, previous };
}

function readSeal(value: Fields, previous: readonly string[]): LedgerLine | Unreadable {
  const { path, sha256, normalisation, filed, sealed } = value;
  if (typeof path !== "string" || path === "") return unreadable("it has no `path`");
  if (!isHash(sha256)) return unreadable("it has no `sha256` of 64 hexadecimal digits");
  if (typeof normalisation !== "number" || !Number.isInteger(normalisation) || normalisation < 1)
    return unreadable("it has no `normalisation` that is a number");
  if (!isDate(filed)) return unreadable("it has no `filed` that is a date");
  if (!isDate(sealed)) return unreadable("it has no `sealed` that is a date");
  if (previous.length > 1) return unreadable("it follows more than one line");
  return { kind: "seal", path, sha256, normalisation, filed, sealed, previous };
}

type Fields = Readonly<Record<string, unknown>>;
type Unreadable = Extract<ReadLine, { readonly kind: "unreadable" }>;

function unreadable(reason: string): Unreadable {
  return { kind: "unreadable", reason };
}

function newer({ path, previous }: Fields, what: string): ReadLine {
  return {
    kind: "newer",
    path: typeof path === "string" ? path : undefined,
    previous: isHashes(previous) ? previous : undefined,
    what,
  };
}

/** The one guard: `JSON.parse` throws on what is no JSON. */
function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

function isNewer(value: unknown, known: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value > known;
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isHashes(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isHash);
}

function isDate(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
