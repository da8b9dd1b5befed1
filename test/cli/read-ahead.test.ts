/** Reading ahead on another thread: many files say what each says alone, whatever is in them. */
import { expect, test } from "vitest";
import { CLEAN, POLICY, WITHOUT_OWNER } from "../support/delivery-documents";
import { parseCheck, useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();
const runAlone = useCli({ readsAhead: false });

/** More files than one has to have for a thread, in folders that have fewer. */
const FOLDERS = 6;
const FILES = 150;

function contentOf(index: number): string | Buffer {
  switch (index % 10) {
    case 0:
      return CLEAN;
    case 1:
      return `\uFEFF${WITHOUT_OWNER}`;
    case 2:
      return WITHOUT_OWNER.replaceAll("\n", "\r\n");
    case 3:
      return `${WITHOUT_OWNER}\nÉtude 🙂 — 日本語\n`;
    case 4:
      return Buffer.from(WITHOUT_OWNER.replace("Calls", "Caf\u00e9s"), "latin1");
    case 5:
      return "";
    case 6:
      return Buffer.from(CLEAN, "utf16le");
    // larger than what the thread hands over, and larger only once it is decoded
    case 7:
      return index < 20 ? WITHOUT_OWNER + "Another line of text.\n".repeat(20_000) : WITHOUT_OWNER;
    case 8:
      return index < 20 ? `${WITHOUT_OWNER}— ${"Another line of text.\n".repeat(4_000)}` : WITHOUT_OWNER;
    default:
      return `${WITHOUT_OWNER}\n${"Some text.\n".repeat(index)}`;
  }
}

function manyFiles(): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = { "docket.yaml": POLICY };
  for (let folder = 0; folder < FOLDERS; folder++)
    for (let index = 0; index < FILES; index++)
      files[`docs/specs/${folder}/${String(index).padStart(3, "0")}.md`] = contentOf(index);
  return files;
}

test("many files say together what those of each folder say alone", () => {
  const folder = makeFolder(manyFiles());
  const check = (...paths: string[]) => parseCheck(run(folder, ["check", ...paths, "--format", "json"]));
  const all = check();
  const alone = Array.from({ length: FOLDERS }, (_, index) => check(`docs/specs/${index}`));
  expect(all.findings.length).toBeGreaterThan(FOLDERS * FILES * 0.7);
  expect(all.findings).toEqual(alone.flatMap(({ findings }) => findings));
  expect(all.documents).toBe(alone.reduce((sum, { documents }) => sum + documents, 0));
});

test("a command line whose thread cannot start reads all by itself", () => {
  const folder = makeFolder(manyFiles());
  const [one, other] = [run(folder, ["check"]), runAlone(folder, ["check"])];
  expect(other).toEqual(one);
  expect(one.out).toContain("findings");
});
