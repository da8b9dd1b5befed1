/** Names that git would quote, take for options or patterns, or that are no UTF-8. */
import { describe, expect, it } from "vitest";
import { type AuditRecord, parseAudit } from "../support/audit-answer";
import { POLICY } from "../support/delivery-documents";
import { type HistoryRepository, makeHistory } from "../support/history-repository";
import { EDIT, FOLDER, record } from "../support/record-document";
import { parseCheck } from "../support/run-cli";
import { runHere } from "../support/run-here";

const NAMES = [
  "with spaces",
  " leading space",
  "trailing space ",
  "double  space",
  'a "quoted" word',
  "it's",
  "a\ttab",
  "a\nline break",
  "back\\slash",
  "back\\nslash",
  "-dash",
  "--all",
  ":(glob)star",
  ":!not",
  "^caret",
  "a*star",
  "what?",
  "[set]",
  "{a,b}",
  "#hash",
  "%20",
  "$HOME",
  "`id`",
  "$(id)",
  "a;b",
  "a|b",
  "a&b",
  "colon:name",
  "at@{1}",
  "a..b",
  "=",
  "~",
  "é composed",
  "e\u0301 decomposed",
  "日本語",
  "🎫 passes",
  "👩‍👩‍👧",
  "\u202Eturned",
  "\u00A0space",
  "\uFEFFmark",
  "DEL\x7F",
  "\x01control",
  "{old => new}",
  "a => b",
  "R100",
  "0",
  "HEAD",
] as const;

const intact = (name: string): string => `${FOLDER}/kept/${name}.md`;
const changed = (name: string): string => `${FOLDER}/changed/${name}.md`;
const moved = (name: string): string => `${FOLDER}/moved/${name}.md`;
const gone = (name: string): string => `${FOLDER}/gone/${name}.md`;

function makeRepository(): HistoryRepository {
  return makeHistory((h) => {
    h.write("docket.yaml", POLICY);
    for (const [index, name] of NAMES.entries()) {
      const text = record({ title: `Name ${index}`, body: bodyOf(index) });
      h.write(intact(name), text);
      h.write(changed(name), text.replace("Name", "Changed"));
      h.write(`${FOLDER}/from/${name}.md`, text.replace("Name", "Moved"));
      h.write(gone(name), text.replace("Name", "Gone"));
    }
    h.commit("c1");
    for (const name of NAMES) {
      h.replace(changed(name), ...EDIT);
      h.rename(`${FOLDER}/from/${name}.md`, moved(name));
    }
    h.commit("c2");
    for (const name of NAMES) h.remove(gone(name));
    h.commit("c3");
  });
}

/** Texts so different that no deletion is taken for a rename. */
function bodyOf(index: number): string {
  return `Guests waited for four minutes on average.\n\n${`Gate ${index} of house ${index * 7}.\n`.repeat(9)}`;
}

describe("names", () => {
  let asked: Promise<ReadonlyMap<string, AuditRecord>> | undefined;

  const audit = async (): Promise<ReadonlyMap<string, AuditRecord>> => {
    const result = await runHere(makeRepository().folder, "audit");
    return new Map(parseAudit(result).map((entry) => [entry.path, entry]));
  };

  it.each(NAMES.map((name) => ({ name: JSON.stringify(name), path: name })))("$name", async ({ path }) => {
    asked ??= audit();
    const records = await asked;
    const verdicts = [intact, changed, moved, gone].map((of) => records.get(of(path))?.verdict);
    expect(verdicts).toEqual(["intact", "amended", "intact", "deleted"]);
  });

  it("are all of the records", async () => {
    asked ??= audit();
    expect((await asked).size).toBe(4 * NAMES.length);
  });

  it("that are no UTF-8 take no other record down, and are never intact where they were edited", async () => {
    const path = `${FOLDER}/caf\uE0E9.md`;
    const { folder } = makeHistory((h) => {
      h.write("docket.yaml", POLICY);
      h.write(path, record());
      h.write(intact("x"), record({ title: "Kept" }));
      h.commit("c1");
      h.replace(path, ...EDIT);
      h.commit("c2");
    });
    const result = await runHere(folder, "audit");
    const [first, second, ...others] = parseAudit(result);
    expect(others).toEqual([]);
    expect(first?.path).toMatch(/caf.*\.md$/);
    expect(["amended", "unverifiable"]).toContain(first?.verdict);
    expect([second?.path, second?.verdict]).toEqual([intact("x"), "intact"]);
    expect(result.code).not.toBe(0);
  });

  it("are as exact in the findings of a check", async () => {
    const { findings } = parseCheck(await runHere(makeRepository().folder, "check"));
    const edited = findings.filter(({ rule }) => rule === "record/filed-record-edited");
    expect(edited.map(({ path }) => path).sort()).toEqual(NAMES.map(changed).sort());
  });
});
