/** Findings appear in all governed documents, follow the text and the policy, and are fixed from the editor. */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import type { CodeAction, Diagnostic, TextDocument } from "vscode";
import { CodeActionKind, commands, Position, Range, WorkspaceEdit, window, workspace } from "vscode";
import {
  deleteFile,
  findAllRules,
  findDiagnostics,
  findRules,
  findSettledRules,
  getRule,
  readText,
  toUri,
  until,
  writeText,
} from "./workspace";

const bareSpecification = "# Refund Endpoints\n\nA refund is paid back within ten working days.\n";

describe("diagnostics", () => {
  it("are there for documents that nobody has opened", async () => {
    const path = "docs/product/decisions/3.3-mailed_receipts.md";
    await until(
      "the name of the file is found fault with",
      () => findRules(path),
      (rules) => rules.includes("class/wrong-filename"),
    );
    ok(!workspace.textDocuments.some(({ uri }) => uri.fsPath.endsWith("mailed_receipts.md")));
  });

  it("name their rule, and link to its page", async () => {
    const [finding] = await until("there is one", findAll, (all) => all.length > 0);
    ok(finding !== undefined && typeof finding.code === "object");
    match(`${finding.code.value}`, /^[a-z]+\/[a-z-]+$/);
    match(finding.code.target.path, new RegExp(`/docs/rules/${finding.code.value}\\.md$`));
  });

  it("follow what is typed, before it is saved", async () => {
    const path = "docs/specs/tariff_rules.md";
    const document = await workspace.openTextDocument(toUri(path));
    const before = findRules(path);
    const line = document
      .getText()
      .split("\n")
      .findIndex((text) => text.startsWith("**Owner:**"));
    const owner = document.lineAt(line).rangeIncludingLineBreak;
    const text = document.getText(owner);
    await edit(document, owner, "");
    await until(
      "the owner is missed",
      () => findRules(path),
      (rules) => rules.includes("header/missing-field"),
    );
    await edit(document, new Range(owner.start, owner.start), text);
    await until(
      "nobody misses the owner",
      () => findRules(path).join(),
      (rules) => rules === before.join(),
    );
    await document.save();
  });

  it("reach governed documents without an extension, open and closed", async () => {
    const path = "docs/team_skills/pmo/processes/handover_run";
    const text = "# Handover Run\n\nHow a feature changes hands.\n";
    const isBare = (rules: readonly string[]) => rules.includes("header/missing-header");
    await writeText(path, text);
    await until("it is diagnosed", () => findRules(path), isBare);
    await deleteFile(path);
    await until(
      "its findings are gone",
      () => findRules(path),
      (rules) => rules.length === 0,
    );
    await writeText(path, text);
    try {
      const document = await workspace.openTextDocument(toUri(path));
      strictEqual(document.languageId, "plaintext");
      await until("it is diagnosed again", () => findRules(path), isBare);
      await edit(document, new Range(2, 0, 2, 0), "**Owner:** PMO Lead\n\n");
      await until(
        "it has a header",
        () => findRules(path),
        (rules) => rules.length > 0 && !isBare(rules),
      );
      await document.save();
    } finally {
      await deleteFile(path);
    }
  });

  it("leave the document clean when the fix for a missing header is taken", async () => {
    const path = "docs/specs/api_contracts/refund_endpoints.md";
    await writeText(path, bareSpecification);
    try {
      const document = await workspace.openTextDocument(toUri(path));
      await window.showTextDocument(document);
      const finding = await findOnly(path, "header/missing-header");
      const action = await findPreferredAction(document, finding);
      ok(action.edit);
      ok(await workspace.applyEdit(action.edit));
      await until(
        "no finding is left",
        () => findRules(path),
        (rules) => rules.length === 0,
      );
      ok(document.getText().startsWith("# Refund Endpoints\n"));
      ok(document.getText().endsWith("A refund is paid back within ten working days.\n"));
      match(document.getText(), /^\*\*Owner:\*\* \S/m);
      await document.save();
    } finally {
      await deleteFile(path);
    }
  });

  it("follow the policy when it is edited", async () => {
    const policy = await readText("docket.yaml");
    const rule = "class/wrong-filename";
    const before = await findSettledRules();
    const document = await workspace.openTextDocument(toUri("docket.yaml"));
    try {
      const end = document.lineAt(document.lineCount - 1).range.end;
      await edit(document, new Range(end, end), `\nrules:\n  ${rule}: off\n`);
      await document.save();
      const expected = before.filter((row) => !row.endsWith(rule));
      await until(
        "the rule is off",
        () => findAllRules().join("\n"),
        (rows) => rows === expected.join("\n"),
      );
    } finally {
      await edit(
        document,
        new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end),
        policy,
      );
      await document.save();
    }
    await until(
      "the rule is on",
      () => findAllRules().join("\n"),
      (rows) => rows === before.join("\n"),
    );
  });

  it("stand in the policy when that is where the mistake is", async () => {
    const policy = await readText("docket.yaml");
    const before = await findSettledRules();
    await writeText("docket.yaml", `${policy}classess: {}\n`);
    try {
      const [problem] = await until(
        "the key is found fault with",
        () => findDiagnostics("docket.yaml"),
        (all) => all.length > 0,
      );
      match(problem?.message ?? "", /classes/);
      strictEqual(problem?.range.start.line, policy.split("\n").length - 1);
    } finally {
      await writeText("docket.yaml", policy);
    }
    await until(
      "the policy is right again",
      () => findAllRules().join("\n"),
      (rows) => rows === before.join("\n"),
    );
    deepStrictEqual(findDiagnostics("docket.yaml"), []);
  });
});

function findAll(): readonly Diagnostic[] {
  return findAllRules().flatMap((row) => findDiagnostics(row.split(" ")[0] ?? ""));
}

async function findOnly(path: string, rule: string): Promise<Diagnostic> {
  const all = await until(
    "there is one finding",
    () => findDiagnostics(path),
    ({ length }) => length > 0,
  );
  deepStrictEqual(all.map(getRule), [rule]);
  const [only] = all;
  ok(only);
  return only;
}

async function findPreferredAction(document: TextDocument, { range }: Diagnostic): Promise<CodeAction> {
  const kind = CodeActionKind.QuickFix.value;
  const [preferred] = await until(
    "a fix is offered",
    async () =>
      (
        await commands.executeCommand<CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          range,
          kind,
        )
      ).filter(({ isPreferred }) => isPreferred === true),
    (actions) => actions.length > 0,
  );
  ok(preferred);
  return preferred;
}

async function edit({ uri }: TextDocument, range: Range, text: string): Promise<void> {
  const change = new WorkspaceEdit();
  change.replace(uri, range, text);
  ok(await workspace.applyEdit(change));
}
