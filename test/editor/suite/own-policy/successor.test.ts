/** Create Successor where the policy lets a filed record name what supersedes it. */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { commands, DiagnosticSeverity, window, workspace } from "vscode";
import type { TreeNode } from "../../../../client/views/tree-node";
import { closeAll, isReadOnly, openInFront, readBytes, waitForLock } from "../editors";
import { activateDocket, deleteFile, findDiagnostics, readText, toUri, until } from "../workspace";

const record = "docs/operations/status_reports/System_status_report_v1.4_2026-02-14.md";

describe("Create Successor under a policy that lets a record name it", () => {
  for (const place of ["shut", "locked"] as const) {
    it(`writes its name into a record that is ${place}, and nothing else`, async () => {
      const before = await readBytes(record);
      await findVerdict((row) => row.description === "filed 2026-02-15");
      if (place === "locked") {
        await openInFront(record);
        await waitForLock();
      }
      await commands.executeCommand("docket.createSuccessor", { uri: `${toUri(record)}` });
      const successor = window.activeTextEditor?.document;
      ok(successor);
      const path = workspace.asRelativePath(successor.uri);
      try {
        match(path, /^docs\/operations\/status_reports\/System_status_report_.+\.md$/);
        await until(
          "the new document names the record",
          () => readText(path),
          (text) => text.includes(`**Supersedes:** ${record}`),
        );
        const line = `**Superseded by:** ${path}\r\n`;
        const written = (await readBytes(record)).toString();
        ok(written.includes(line), written);
        strictEqual(written.replace(line, ""), before.toString());

        const row = await findVerdict(({ children }) => children().length > 0);
        strictEqual(row.description, "filed 2026-02-15", "it is still as it was filed");
        match(
          row.children()[0]?.description ?? "",
          /^line 6 · not committed · allowed: field:Superseded by$/,
        );
        deepStrictEqual(
          findDiagnostics(record).map(({ severity }) => severity),
          [DiagnosticSeverity.Information],
          "it is told, and nothing else",
        );
        await openInFront(record);
        await waitForLock();
        strictEqual(await isReadOnly(), true);
      } finally {
        await closeAll();
        await workspace.fs.writeFile(toUri(record), before);
        await deleteFile(path);
      }
    });
  }
});

async function findVerdict(isRight: (row: TreeNode) => boolean): Promise<TreeNode> {
  const { trees } = await activateDocket();
  const [row] = await until(
    "the tree has it",
    () => trees.records.getChildren(),
    ([first, ...others]) => first !== undefined && others.length === 0 && isRight(first),
  );
  ok(row);
  return row;
}
