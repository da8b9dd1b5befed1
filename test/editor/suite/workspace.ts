/** What the tests inside VS Code share: the workspace's files, its diagnostics, and waiting for them. */
import { ok } from "node:assert";
import type { Diagnostic } from "vscode";
import { commands, extensions, languages, Uri, window, workspace } from "vscode";
import type { DocketApi } from "../../../client/extension";
import { eventually } from "./eventually";

/** The URI of a file of the example, by its path. */
export function toUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder, "no folder is open");
  return Uri.joinPath(folder.uri, path);
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(toUri(path)));
}

export async function writeText(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(toUri(path), new TextEncoder().encode(text));
}

/** Closes it first, changed or not: an open document outlives its file. */
export async function deleteFile(path: string): Promise<void> {
  const uri = toUri(path);
  if (workspace.textDocuments.some((document) => `${document.uri}` === `${uri}`)) {
    await window.showTextDocument(uri);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await workspace.fs.delete(uri);
}

/** Docket's own findings in a file, open or not. */
export function findDiagnostics(path: string): readonly Diagnostic[] {
  return languages.getDiagnostics(toUri(path)).filter(({ source }) => source === "docket");
}

/** The rules that a file breaks, without repetition. */
export function findRules(path: string): readonly string[] {
  return [...new Set(findDiagnostics(path).map(getRule))].toSorted();
}

export function getRule({ code }: Diagnostic): string {
  return `${typeof code === "object" ? code.value : code}`;
}

/** All rules with findings, by the path of the file. */
export function findAllRules(): readonly string[] {
  return languages
    .getDiagnostics()
    .flatMap(([uri, found]) =>
      found
        .filter(({ source }) => source === "docket")
        .map((finding) => `${workspace.asRelativePath(uri)} ${getRule(finding)}`),
    )
    .toSorted();
}

/** All rules with findings, once no more come. */
export async function findSettledRules(): Promise<readonly string[]> {
  let last = "";
  let since = Date.now();
  return await until("the findings have settled", findAllRules, (found) => {
    const text = found.join("\n");
    if (text !== last) since = Date.now();
    last = text;
    return found.length > 0 && Date.now() - since > 1000;
  });
}

export async function activateDocket(): Promise<DocketApi> {
  const extension = extensions.getExtension<DocketApi>("docket.docket");
  ok(extension, "docket.docket is not installed");
  return await extension.activate();
}

/** Reads until the value is right; otherwise rejects with what was expected and what was seen last. */
export async function until<T>(
  expected: string,
  read: () => T | PromiseLike<T>,
  isRight: (value: T) => boolean,
): Promise<T> {
  let seen: T | undefined;
  try {
    const { value } = await eventually(expected, async () => {
      const value = await read();
      seen = value;
      return isRight(value) ? { value } : undefined;
    });
    return value;
  } catch (error) {
    throw new Error(`${expected}; seen instead: ${JSON.stringify(seen, undefined, 2)}`, { cause: error });
  }
}

/** As Escape does, until the command has ended. */
export async function leaveQuestion(asking: Thenable<unknown>): Promise<void> {
  let ended = false;
  asking.then(() => {
    ended = true;
  });
  await until(
    "the question is left",
    async () => {
      await commands.executeCommand("workbench.action.closeQuickOpen");
      return ended;
    },
    (left) => left,
  );
}
