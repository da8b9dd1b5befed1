/** Fix All on a report that breaks the house style in more than twenty places: the document is clean and says what it said. */
import { ok, strictEqual } from "node:assert";
import { commands, workspace } from "vscode";
import { renderedText, UNTIDY_REPORT, wordsOf } from "../../../support/styled-reports";
import { openInFront } from "../editors";
import {
  activateDocket,
  deleteFile,
  findDiagnostics,
  findRules,
  getRule,
  readText,
  until,
  writeText,
} from "../workspace";

const path = "report_A01.md";

describe("A report in the house style", () => {
  before(activateDocket);
  after(() => deleteFile(path));

  it("is clean after Fix All and keeps every word", async () => {
    await writeText(path, UNTIDY_REPORT);
    await openInFront(path);
    await until(
      "the layout is found fault with",
      () => findDiagnostics(path).filter((each) => getRule(each).startsWith("style/")),
      (found) => found.length > 20,
    );
    await commands.executeCommand("docket.fixAll");
    // what a report on its task lacks is for its author to write
    await until(
      "nothing is left",
      () => findRules(path).filter((rule) => !rule.startsWith("report/")),
      (rules) => rules.length === 0,
    );
    await workspace.saveAll();
    const fixed = await readText(path);
    ok(fixed.startsWith("---\ntitle: the_quay\n---\n"), fixed);
    strictEqual(wordsOf(fixed).content, wordsOf(UNTIDY_REPORT).content);
    strictEqual(renderedText(fixed), renderedText(UNTIDY_REPORT));
  });
});
