/** The extension starts in a workspace that has a policy, and serves it for as long as it has one. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { commands, extensions } from "vscode";
import {
  activateDocket,
  deleteFile,
  findAllRules,
  findSettledRules,
  readText,
  until,
  writeText,
} from "./workspace";

describe("activation", () => {
  it("comes by itself in a workspace that has a policy", async () => {
    const extension = extensions.getExtension("docket.docket");
    ok(extension, "docket.docket is not installed");
    await until(
      "the extension is active",
      () => extension.isActive,
      (active) => active,
    );
    const { isServing } = await activateDocket();
    await until("the server runs", isServing, (serving) => serving);
  });

  it("ends with the last policy, and comes back with the next", async () => {
    const { isServing, trees } = await activateDocket();
    const before = await findSettledRules();
    const policy = await readText("docket.yaml");
    await deleteFile("docket.yaml");
    try {
      await until("the server has stopped", isServing, (serving) => !serving);
      await until("no finding is left", findAllRules, (found) => found.length === 0);
      await until(
        "no action is left",
        () => trees.openActions.getChildren().length,
        (count) => count === 0,
      );
    } finally {
      await writeText("docket.yaml", policy);
    }
    await until("the server runs again", isServing, (serving) => serving);
    await until("the findings are back", findAllRules, (found) => found.length === before.length);
    deepStrictEqual(findAllRules(), before);
  });

  it("starts the server anew on request", async () => {
    const { isServing } = await activateDocket();
    const before = await findSettledRules();
    await commands.executeCommand("docket.restartServer");
    strictEqual(isServing(), true);
    await until("the findings are back", findAllRules, (found) => found.length === before.length);
  });
});
