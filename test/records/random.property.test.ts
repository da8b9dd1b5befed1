/** Random straight histories of a few records, judged by a simple replay that compares bytes, and by `docket audit`. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAudit } from "../support/audit-answer";
import { POLICY } from "../support/delivery-documents";
import { git } from "../support/git-repository";
import { type HistoryRepository, makeHistory } from "../support/history-repository";
import { FOLDER, record } from "../support/record-document";
import { runHere } from "../support/run-here";
import { writeInto } from "../support/temporary-folder";

const STEPS = [
  "edit",
  "undo",
  "unfile",
  "file",
  "delete",
  "restore",
  "move",
  "loosen",
  "keep",
  "keep",
] as const;
type Step = (typeof STEPS)[number];

/** One document's way through the commits. */
interface Document {
  path: string;
  text: string | undefined;
  /** Text and commit, from the first time on that it was filed. */
  filed: { readonly text: string; readonly commit: string } | undefined;
  /** All texts that it has had. */
  readonly texts: string[];
}

const WORDS = ["amber", "birch", "cedar", "dunes", "ember", "fjord", "grove", "haven"] as const;

/** Texts that share next to nothing, so that git never takes one document for another. */
function textOf(document: number, word: string, filed: boolean): string {
  const own = WORDS[document % WORDS.length] ?? "";
  const lines = Array.from(
    { length: 12 },
    (_, index) => `- ${own} ${own}${index} ${document * 31 + index} ${own}`,
  );
  const header = filed ? {} : { status: "Active", filed: "—" };
  return record({ title: `${own} ${document}`, body: `${lines.join("\n")}\n\nIt was ${word}.\n`, ...header });
}

/** What the step makes of the document; nothing where it does not apply. */
function take(document: Document, step: Step, index: number, commit: number): void {
  const { text, texts, filed } = document;
  if (step === "restore" && text === undefined) document.text = texts.at(-1);
  if (text === undefined) return;
  if (step === "edit") document.text = text.replace(/It was .*\./, `It was ${WORDS[commit % 8]} ${commit}.`);
  if (step === "undo") document.text = filed?.text ?? text;
  if (step === "unfile")
    document.text = text.replace("** Filed", "** Active").replace(/(Filed:\*\*) .*/, "$1 —");
  if (step === "file")
    document.text = text.replace("** Active", "** Filed").replace("Filed:** —", "Filed:** 2026-02-20");
  if (step === "delete") document.text = undefined;
  if (step === "move") document.path = `${FOLDER}/${index}-${commit}-lessons.md`;
}

const isFiled = (text: string): boolean => text.includes("**Status:** Filed") || !text.includes("Filed:** —");

/** The documents after all steps, and the repository that went through them, a commit a step. */
function replay(
  ways: readonly (readonly Step[])[],
  last: "committed" | "staged" | "unstaged",
): [HistoryRepository, readonly Document[]] {
  const length = Math.max(...ways.map((way) => way.length));
  const documents = ways.map((_, index): Document => {
    const text = textOf(index, "calm", index % 3 === 0);
    return { path: `${FOLDER}/${index}-lessons.md`, text, filed: undefined, texts: [] };
  });
  const note = (document: Document, commit: string): void => {
    if (document.text === undefined) return;
    document.texts.push(document.text);
    if (document.filed === undefined && isFiled(document.text))
      document.filed = { text: document.text, commit };
  };
  const changes: (readonly [string, string | undefined])[] = [];
  const repository = makeHistory((h) => {
    h.write("docket.yaml", POLICY);
    for (const document of documents) {
      h.write(document.path, document.text ?? "");
      note(document, "c0");
    }
    h.commit("c0");
    for (let commit = 1; commit <= length; commit++) {
      const uncommitted = commit === length && last !== "committed";
      for (const [index, document] of documents.entries()) {
        const step = ways[index]?.[commit - 1] ?? "keep";
        // what git is not told of is no move, and what was not committed was not filed
        if (uncommitted && (step === "move" || document.filed === undefined)) continue;
        const before = { ...document };
        take(document, step, index, commit);
        if (before.text === document.text && before.path === document.path) continue;
        if (uncommitted) changes.push([document.path, document.text]);
        else {
          if (before.text !== undefined) h.remove(before.path);
          if (document.text !== undefined) h.write(document.path, document.text);
          note(document, `c${commit}`);
        }
      }
      const loosens = !uncommitted && ways.some((way) => way[commit - 1] === "loosen");
      if (loosens) h.write("docket.yaml", `${POLICY}rules: { lifecycle/*: off }\n# ${commit}\n`);
      if (!uncommitted) h.commit(`c${commit}`);
    }
  });
  for (const [path, text] of changes) {
    if (text === undefined) rmSync(join(repository.folder, path), { force: true });
    else writeInto(repository.folder, path, text);
  }
  if (last === "staged") git(repository.folder, "add", "-A");
  return [repository, documents];
}

function judge({ text, filed }: Document): string {
  if (text === undefined) return "deleted";
  return text === filed?.text ? "intact" : "amended";
}

describe("random histories", () => {
  it("are judged as a replay judges them", async () => {
    const way = fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 7 });
    const ways = fc.array(way, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ways, fc.constantFrom("committed", "staged", "unstaged"), async (steps, last) => {
        const [repository, documents] = replay(steps, last);
        const labels = new Map([...repository.ids].map(([label, id]) => [id, label]));
        const records = parseAudit(await runHere(repository.folder, "audit"));
        const actual = records.map((entry) => [
          entry.path,
          entry.verdict,
          labels.get(entry.filed?.commit ?? ""),
        ]);
        const wanted = documents
          .filter(({ filed }) => filed !== undefined)
          .map((document) => [document.path, judge(document), document.filed?.commit]);
        expect(actual.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
