/** The extension is there, under its name, and starts in a workspace that has a policy. */
import { ok, strictEqual } from "node:assert";
import { extensions } from "vscode";

describe("activation", () => {
  it("activates in a workspace that has a policy", async () => {
    const extension = extensions.getExtension("docket.docket");
    ok(extension, "docket.docket is not installed");
    await extension.activate();
    strictEqual(extension.isActive, true);
  });
});
