/**
 * An extension for the window of `npm start` alone, which would stand empty: it shows Docket's views, the problems, and
 * the document of the example that has most to tell; or the walkthrough, in a folder without a policy.
 */
const { commands, Uri, window, workspace } = require("vscode");

const TELLING = "docs/product/phase_gates/3.5-winter-pass-phase-gate.md";

exports.activate = async () => {
  // a window that was opened before shows what was open in it
  if (window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  const policies = await workspace.findFiles("**/{docket.yaml,.docket/policy.yaml}", "**/node_modules/**", 1);
  if (policies.length === 0) return void (await commands.executeCommand("docket.getStarted"));
  await commands.executeCommand("docket.openActions.focus");
  await commands.executeCommand("workbench.actions.view.problems");
  const [document] = await workspace.findFiles(TELLING, undefined, 1);
  if (document !== undefined) await window.showTextDocument(Uri.file(document.fsPath), { preview: false });
};
