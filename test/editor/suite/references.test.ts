/** References, rename and moves of files as the editor does them. */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { type CodeLens, commands, type Location, Position, type Uri, WorkspaceEdit, workspace } from "vscode";
import { closeAll, openInFront } from "./editors";
import { deleteFile, findSettledRules, readText, toUri, until, writeText } from "./workspace";

const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
const folder = "docs/specs/ferries";

function pathOf(number: number): string {
  return `${folder}/ferry_${number}.md`;
}

function specification(number: number): string {
  const other = (number % numbers.length) + 1;
  return `# Ferry ${number}\n\n**Owner:** Ferry Lead\n**Status:** Draft\n**Version:** 0.1\n**Last Updated:** 2026-02-01\n\nAs \`${folder}/ferry_${other}.md\` and [it](ferry_${other}.md) say.\n`;
}

const owner = new Position(2, 12);

async function findReferences(path: string, place: Position): Promise<readonly Location[]> {
  return await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", toUri(path), place);
}

async function rename(uri: Uri, place: Position, newName: string): Promise<WorkspaceEdit> {
  return await commands.executeCommand<WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    uri,
    place,
    newName,
  );
}

/** Documents that an edit has changed have no tab of their own, and *Save All* passes them by. */
async function saveAll(): Promise<void> {
  for (const document of workspace.textDocuments) if (document.isDirty) await document.save();
}

describe("references", () => {
  before(async () => {
    await findSettledRules();
    for (const number of numbers) await writeText(pathOf(number), specification(number));
    await openInFront(pathOf(1));
    await until(
      "all documents of the role are known",
      () => findReferences(pathOf(1), owner),
      (found) => found.length === numbers.length,
    );
  });
  after(async () => {
    await closeAll();
    await workspace.fs.delete(toUri(folder), { recursive: true });
  });

  it("renames a role across ten documents", async () => {
    const edit = await rename(toUri(pathOf(1)), owner, "Ferry & Quay Lead");
    strictEqual(edit.size, numbers.length);
    ok(await workspace.applyEdit(edit));
    await saveAll();
    for (const number of numbers)
      strictEqual(
        await readText(pathOf(number)),
        specification(number).replace("Ferry Lead", "Ferry & Quay Lead"),
      );
    await until(
      "the new name is known",
      () => findReferences(pathOf(1), owner),
      (found) => found.length === numbers.length,
    );
    ok(await workspace.applyEdit(await rename(toUri(pathOf(1)), owner, "Ferry Lead")));
    await saveAll();
    for (const number of numbers) strictEqual(await readText(pathOf(number)), specification(number));
  });

  it("refuses a name that a filed record holds, and says which", async () => {
    const charter = "docs/team_skills/quality/qa_lead.md";
    const { document } = await openInFront(charter);
    // in a heading VS Code's own Markdown extension would go on to rename the heading
    const place = document.positionAt(
      document.getText().indexOf(" QA Lead", document.getText().indexOf("Role")) + 2,
    );
    const reason = await rename(document.uri, place, "Quality Lead").then(
      () => "nothing",
      (error: unknown) => `${error instanceof Error ? error.message : error}`,
    );
    match(reason, /`QA Lead` cannot be renamed: `docs\/.*\.md`.* filed records?, and what/);
  });

  it("lets every path follow a file that moves", async () => {
    const [from, to] = [pathOf(2), `${folder}/night/ferry_two.md`];
    const edit = new WorkspaceEdit();
    edit.renameFile(toUri(from), toUri(to));
    ok(await workspace.applyEdit(edit));
    await saveAll();
    strictEqual(
      await until(
        "the paths have followed",
        () => readText(pathOf(1)),
        (text) => text.includes("ferry_two"),
      ),
      specification(1).replace(`${folder}/ferry_2.md`, to).replace("(ferry_2.md)", "(night/ferry_two.md)"),
    );
    strictEqual(await readText(to), specification(2).replace("(ferry_3.md)", "(../ferry_3.md)"));
    const back = new WorkspaceEdit();
    back.renameFile(toUri(to), toUri(from));
    ok(await workspace.applyEdit(back));
    await saveAll();
    await until(
      "the paths are back",
      () => readText(pathOf(1)),
      (text) => text === specification(1),
    );
    strictEqual(await readText(from), specification(2));
  });

  it("tells above the title who cites the document", async () => {
    const { document } = await openInFront(pathOf(5));
    const lenses = await until(
      "a line stands above the title",
      () => commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10),
      (found) => found.some(({ command }) => command?.title.includes("cited by 1")),
    );
    const [lens, ...others] = lenses.filter(({ range }) => range.start.line === 0);
    deepStrictEqual(others, []);
    match(lens?.command?.title ?? "", /^Canonical specification · Draft · 0\.1 · cited by 1$/);
    strictEqual(lens?.command?.command, "docket.showCitations");
    await commands.executeCommand("docket.showCitations", ...(lens?.command?.arguments ?? []));
    await until(
      "the document that cites it is shown",
      () => workspace.textDocuments.map(({ uri }) => uri.path),
      (open) => open.some((path) => path.endsWith(pathOf(4))),
    );
    await deleteFile(pathOf(4));
    await until(
      "nothing cites it any more",
      () => commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10),
      (found) => found.some(({ command }) => command?.title === "Canonical specification · Draft · 0.1"),
    );
  });
});
