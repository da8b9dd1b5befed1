/** Where a filed record is locked beside its own editor, and that nothing unlocks it but its author. */
import { deepStrictEqual, notStrictEqual, ok, strictEqual } from "node:assert";
import { commands, TabInputTextDiff, Uri, window, workspace } from "vscode";
import { closeAll, isReadOnly, openInFront, readBytes, type, waitForLock } from "./editors";
import { activateDocket, toUri, until } from "./workspace";

const amended = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";
const verification = "docs/product/verification/3.1-dock-reservation-verification.md";
const report = "docs/operations/status_reports/System_status_report_v2.3_2026-02-11.md";

const promise = "known faults, every month";
const amendment = "known faults, every quarter";

describe("a record beside what was filed", () => {
  afterEach(closeAll);

  it("is locked as in an editor of its own, and unlocked from there", async () => {
    const before = await readBytes(amended);
    await compareWithFiled();
    await waitUntilState(amended, "locked");
    const document = findDocument(amended);
    const text = document.getText();
    await type("x");
    strictEqual(document.getText(), text);

    await commands.executeCommand("docket.unlockRecord", { confirmed: true });
    ok(getComparison(), "the comparison stays in front");
    await type("x");
    notStrictEqual(document.getText(), text);
    await commands.executeCommand("workbench.action.files.revert");
    await until(
      "the text is back",
      () => document.getText(),
      (now) => now === text,
    );

    await commands.executeCommand("docket.lockRecord");
    ok(getComparison());
    await type("x");
    strictEqual(document.getText(), text);
    strictEqual((await readBytes(amended)).compare(before), 0);
  });

  it("is what commands are about on both sides", async () => {
    await compareWithFiled();
    await waitUntilState(amended, "locked");
    await commands.executeCommand("workbench.action.compareEditor.focusSecondarySide");
    await until(
      "the filed text has the cursor",
      () => window.activeTextEditor?.document.uri.scheme,
      (scheme) => scheme === "docket-filed",
    );
    await commands.executeCommand("docket.unlockRecord", { confirmed: true });
    await waitUntilState(amended, "unlocked");
    await commands.executeCommand("docket.lockRecord");
    await waitUntilState(amended, "locked");
    ok(getComparison());
  });

  it("is restored there, and stays locked", async () => {
    const bytes = await readBytes(amended);
    try {
      await compareWithFiled();
      await waitUntilState(amended, "locked");
      await commands.executeCommand("docket.restoreRecord", { uri: `${toUri(amended)}`, confirmed: true });
      strictEqual((await readBytes(amended)).toString(), bytes.toString().replace(amendment, promise));
      ok(getComparison());
      const document = findDocument(amended);
      strictEqual(document.isDirty, false);
      const { version } = document;
      await type("x");
      strictEqual(document.version, version);
    } finally {
      await closeAll();
      await workspace.fs.writeFile(toUri(amended), bytes);
    }
  });
});

describe("somebody else's comparison", () => {
  afterEach(closeAll);

  it("is left as it is, with a record on its right side", async () => {
    const left = Uri.from({ scheme: "untitled", path: "/another version" });
    await commands.executeCommand("vscode.diff", left, toUri(report), "Working Tree");
    await until(
      "it has the cursor",
      () => `${window.activeTextEditor?.document.uri}`,
      (uri) => uri === `${toUri(report)}`,
    );
    const document = findDocument(report);
    const { version } = document;
    await type("x");
    notStrictEqual(document.version, version);
    await commands.executeCommand("workbench.action.files.revert");
    const { getLock } = await activateDocket();
    strictEqual(getLock(toUri(report)), undefined);
  });
});

describe("while the history is not known", () => {
  afterEach(closeAll);

  it("what is locked stays locked, whatever becomes of the server", async () => {
    const { getLock, isServing } = await activateDocket();
    const { document } = await openInFront(verification);
    await waitForLock();
    const seen = new Set<unknown>();
    const look = setInterval(() => seen.add(getLock(document.uri)), 1);
    try {
      await commands.executeCommand("docket.restartServer");
      strictEqual(isServing(), true);
      await type("x");
      await waitForRecords();
      await type("x");
    } finally {
      clearInterval(look);
    }
    deepStrictEqual([...seen], ["locked"]);
    strictEqual(document.isDirty, false);
    strictEqual(await isReadOnly(), true);
  });

  it("a record that is opened is locked as soon as it is known, and stays where it is", async () => {
    const { getLock } = await activateDocket();
    strictEqual(getLock(toUri(report)), undefined, "no test has opened it before");
    const restarted = commands.executeCommand("docket.restartServer");
    const { document } = await openInFront(report);
    await waitForLock();
    await restarted;
    strictEqual(`${window.activeTextEditor?.document.uri}`, `${document.uri}`);
    strictEqual(await isReadOnly(), true);
  });
});

describe("a record that VS Code's own command made writeable", () => {
  afterEach(closeAll);

  it("counts as unlocked once it was saved, and can be locked again", async () => {
    const bytes = await readBytes(report);
    const { document } = await openInFront(report);
    const text = document.getText();
    await waitForLock();
    try {
      await commands.executeCommand("workbench.action.files.setActiveEditorWriteableInSession");
      await type("x");
      ok(await document.save());
      await waitUntilState(report, "unlocked");
    } finally {
      await workspace.fs.writeFile(toUri(report), bytes);
    }
    await until(
      "the text is back",
      () => document.getText(),
      (now) => now === text,
    );
    const { trees } = await activateDocket();
    await until(
      "nothing is amended any more",
      () => trees.records.getChildren().map(({ description }) => description),
      (all) => !all.includes("amended, not committed"),
    );
    await commands.executeCommand("docket.lockRecord");
    await waitUntilState(report, "locked");
    strictEqual(await isReadOnly(), true);
  });
});

async function compareWithFiled(): Promise<void> {
  await waitForRecords();
  await commands.executeCommand("docket.showFilingChanges", { uri: `${toUri(amended)}` });
  await until("they are compared", getComparison, (input) => input !== undefined);
  await until(
    "it has the cursor",
    () => `${window.activeTextEditor?.document.uri}`,
    (uri) => uri === `${toUri(amended)}`,
  );
}

async function waitForRecords(): Promise<void> {
  const { trees } = await activateDocket();
  await until(
    "the history is read",
    () => trees.records.getChildren().length,
    (count) => count === 4,
  );
}

function getComparison(): TabInputTextDiff | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputTextDiff ? input : undefined;
}

function findDocument(path: string) {
  const document = workspace.textDocuments.find(({ uri }) => `${uri}` === `${toUri(path)}`);
  ok(document);
  return document;
}

async function waitUntilState(path: string, wanted: string): Promise<void> {
  const { getLock } = await activateDocket();
  await until(
    `it is ${wanted}`,
    () => getLock(toUri(path)),
    (state) => state === wanted,
  );
}
