/** A new report in a folder under the profile `reports`: two files whose one finding is a length. */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { commands, window } from "vscode";
import { activateDocket, deleteFile, findRules, leaveQuestion, readText, until } from "../workspace";

describe("New Report", () => {
  before(activateDocket);

  it("writes the main and the prompt file, and opens the main one at its first placeholder", async () => {
    ok((await commands.getCommands(true)).includes("docket.newReport"));
    await commands.executeCommand("docket.newReport", { task: "A02", "(folder)": "" });
    try {
      const editor = await until(
        "the report is open at a placeholder",
        () => window.activeTextEditor,
        (active) =>
          active?.document.uri.path.endsWith("/report_A02.md") === true &&
          /^\{.+\}$/.test(active.document.getText(active.selection)),
      );
      ok(editor);
      match(
        editor.document.getText(),
        /^---\ntitle: a02_dask_cluster_for_data_processing\n---\n\n# Dask Cluster/,
      );
      strictEqual(await readText("report_A02.md"), editor.document.getText());
      match(await readText("report_A02_prompt.md"), /^# Dask Cluster for Data Processing: Prompts$/m);
      await editor.document.save();
      const rules = await until(
        "both files are checked",
        () => [findRules("report_A02.md"), findRules("report_A02_prompt.md")],
        ([main]) => main?.join() === "report/length",
      );
      deepStrictEqual(rules, [["report/length"], []]);

      const before = await readText("report_A02_prompt.md");
      await leaveQuestion(commands.executeCommand("docket.newReport", { task: "A02", "(folder)": "" }));
      strictEqual(await readText("report_A02_prompt.md"), before);
    } finally {
      await deleteFile("report_A02.md");
      await deleteFile("report_A02_prompt.md");
    }
  });
});
