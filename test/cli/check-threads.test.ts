/** Large roots are checked on two threads: the result is the same, file by file. */
import { expect, test } from "vitest";
import { CLEAN, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { parseCheck, useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

test("every document is checked once, and the findings come in order", () => {
  const texts = [CLEAN, WITHOUT_OWNER, WORDY_DATE];
  const names = Array.from({ length: 3000 }, (_, i) => `docs/specs/${String(i).padStart(4, "0")}.md`);
  const files = Object.fromEntries(names.map((name, i) => [name, texts[i % 3] ?? ""]));
  const folder = makeFolder({
    "team/docket.yaml": POLICY,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`team/${path}`, text])),
    "team/docs/specs/z.md": "\0",
  });
  const result = run(folder, ["check", "--format", "json", "team"]);
  const { documents, findings } = parseCheck(result);
  expect([result.code, documents]).toEqual([1, 3000]);
  const expected = names.flatMap((path, i) =>
    i % 3 === 0 ? [] : [`${path} ${i % 3 === 1 ? "header/missing-field" : "header/date-format"}`],
  );
  expect(findings.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    ...expected,
    "docs/specs/z.md internal/unreadable-path",
  ]);
});
