/** The commands that write: they write what they should, and nothing into what is filed. */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { commands, env, Position, Range, window, workspace } from "vscode";
import {
  activateDocket,
  deleteFile,
  findRules,
  findSettledRules,
  leaveQuestion,
  readText,
  toUri,
  until,
  writeText,
} from "./workspace";

describe("Insert Header", () => {
  it("gives a document a complete header for its class", async () => {
    const path = "docs/specs/api_contracts/refund_endpoints.md";
    await writeText(path, "# Refund Endpoints\n\nPaid back within ten working days.\n");
    try {
      await window.showTextDocument(toUri(path));
      await until(
        "it is diagnosed",
        () => findRules(path),
        (rules) => rules.includes("header/missing-header"),
      );
      // the owner comes from the documents beside it, which have to be known
      await findSettledRules();
      await commands.executeCommand("docket.insertHeader");
      await until(
        "no finding is left",
        () => findRules(path),
        (rules) => rules.length === 0,
      );
      match(window.activeTextEditor?.document.getText() ?? "", /^# Refund Endpoints\n\n\*\*Owner:\*\* /);
      await window.activeTextEditor?.document.save();
    } finally {
      await deleteFile(path);
    }
  });
});

describe("Copy Next-Steps Update", () => {
  const gates = "docs/product/phase_gates/3.4-group-rides-phase-gate.md";

  it("puts what comes next in the active document's work item on the clipboard", async () => {
    await env.clipboard.writeText("");
    await window.showTextDocument(toUri(gates));
    await commands.executeCommand("docket.copyNextSteps");
    const text = await env.clipboard.readText();
    match(text, /^## 3\.4 — Group Rides: next steps on \d{4}-\d\d-\d\d\n/);
    match(text, /\n- \*\*Critical path:\*\* A2 → A5 → A7 → A10, due 2026-03-04 \(\d+ days overdue\)\n/);
    match(text, /\n\| Service API Owner \| A2 Add the group fields/);
  });

  it("takes the work item of a row, whatever is open", async () => {
    const { trees } = await activateDocket();
    const rows = await until(
      "there are gates",
      () => trees.pendingGates.getChildren(),
      (found) => found.length > 1,
    );
    await commands.executeCommand(
      "docket.copyNextSteps",
      rows.find(({ label }) => label.startsWith("BLG-TECH-07")),
    );
    match(await env.clipboard.readText(), /^## BLG-TECH-07 — Dock-Fault Billing: next steps/);
  });
});

describe("New Document from Template", () => {
  const given = { template: "phase-gate", id: "3.9", title: "Night tariff", slug: "night-tariff" };
  const path = "docs/product/phase_gates/3.9-night-tariff-phase-gate.md";

  it("writes the file where it belongs, and begins at the first placeholder", async () => {
    await commands.executeCommand("docket.newDocument", given);
    try {
      const editor = await until(
        "it is open",
        () => window.activeTextEditor,
        (active) => active?.document.uri.path.endsWith(path) === true,
      );
      ok(editor);
      await editor.document.save();
      match(editor.document.getText(), /3\.9/);
      match(editor.document.getText(editor.selection), /^\{.+\}$/);
      const { trees } = await activateDocket();
      await until(
        "it is governed",
        () => trees.pendingGates.getChildren().map(({ label }) => label),
        (labels) => labels.some((label) => label.startsWith("3.9 · ")),
      );
      deepStrictEqual(findRules(path), []);
    } finally {
      await deleteFile(path);
    }
  });

  it("writes nothing over a file that is there", async () => {
    await writeText(path, "# Kept\n");
    try {
      // that there is one is said at the question for its name, and the author leaves it
      const asking = commands.executeCommand("docket.newDocument", given);
      await leaveQuestion(asking);
      strictEqual(await readText(path), "# Kept\n");
    } finally {
      await deleteFile(path);
    }
  });
});

describe("Start Work Item", () => {
  const given = { kind: "defect", id: "BLG-TECH-12", title: "Bell is silent" };
  const paths = [
    "docs/product/phase_gates/BLG-TECH-12-bell-is-silent-phase-gate.md",
    "docs/product/decisions/BLG-TECH-12-bell-is-silent.md",
    "docs/product/lessons_learnt/BLG-TECH-12-bell-is-silent-lessons.md",
  ];

  it("writes all documents, begins with the gates, and does so once", async () => {
    await commands.executeCommand("docket.startWorkItem", given);
    try {
      const editor = await until(
        "the gates are open",
        () => window.activeTextEditor,
        (active) => active?.document.uri.path.endsWith(paths[0] ?? "") === true,
      );
      match(editor?.document.getText(editor.selection) ?? "", /^\{.+\}$/);
      await editor?.document.save();
      for (const path of paths) {
        match(await readText(path), /BLG-TECH-12/);
        deepStrictEqual(findRules(path), []);
      }
      await until("its gates are pending", findWorkItems, (labels) =>
        labels.some((label) => label.startsWith("BLG-TECH-12 · ")),
      );
      const before = await readText(paths[1] ?? "");
      await leaveQuestion(
        commands.executeCommand("docket.startWorkItem", { ...given, title: "Bell is dumb" }),
      );
      strictEqual((await workspace.findFiles("docs/**/BLG-TECH-12*")).length, 3);
      strictEqual(await readText(paths[1] ?? ""), before);
    } finally {
      // VS Code may go on holding the document for minutes, and what it holds is open
      await empty(paths[0] ?? "");
      for (const path of paths) await deleteFile(path);
      await until(
        "it is gone",
        findWorkItems,
        (labels) => !labels.some((label) => label.includes("BLG-TECH-12")),
      );
    }
  });

  it("writes none of them where one exists", async () => {
    await writeText(paths[2] ?? "", "# Kept\n");
    try {
      await leaveQuestion(commands.executeCommand("docket.startWorkItem", given));
      deepStrictEqual(
        (await workspace.findFiles("docs/**/BLG-TECH-12*")).map((uri) => workspace.asRelativePath(uri)),
        [paths[2]],
      );
      strictEqual(await readText(paths[2] ?? ""), "# Kept\n");
    } finally {
      await deleteFile(paths[2] ?? "");
    }
  });
});

describe("Fix All in Workspace", () => {
  const filed = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";
  let texts: ReadonlyMap<string, string>;

  before(async () => {
    const files = await workspace.findFiles("docs/**");
    const paths = files.map((uri) => workspace.asRelativePath(uri));
    texts = new Map(await Promise.all(paths.map(async (path) => [path, await readText(path)] as const)));
  });

  after(async () => {
    for (const [path, text] of texts) if ((await readText(path)) !== text) await writeText(path, text);
  });

  it("changes documents, and not those that are filed", async () => {
    const path = "docs/specs/api_contracts/refund_endpoints.md";
    await writeText(
      path,
      "# Refund Endpoints\n\n**Owner:** Pay Lead\n**Status:** Canonical\n**Version:** 1.0\n**Last Updated:** February 18, 2026\n",
    );
    const before = await readText(filed);
    try {
      await until(
        "the date is found fault with",
        () => findRules(path),
        (rules) => rules.includes("header/date-format"),
      );
      const outcome = await commands.executeCommand<{ changed: number }>("docket.fixAll");
      ok(outcome.changed > 0);
      await until(
        "the date is right",
        () => findRules(path),
        (rules) => rules.length === 0,
      );
      await workspace.saveAll();
      match(await readText(path), /\*\*Last Updated:\*\* 2026-02-18$/m);
      strictEqual(await readText(filed), before);
    } finally {
      await deleteFile(path);
    }
  });
});

async function empty(path: string): Promise<void> {
  const { document, edit } = await window.showTextDocument(toUri(path));
  const all = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await edit((change) => change.replace(all, ""));
  await document.save();
}

/** Of the tree Pending Gates. */
async function findWorkItems(): Promise<readonly string[]> {
  const { trees } = await activateDocket();
  return trees.pendingGates.getChildren().map(({ label }) => label);
}
