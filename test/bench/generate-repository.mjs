/** Makes a git repository in which records were filed and some amended, from generated documents. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDocuments } from "./generate-documents.mjs";

const DAY = 86_400;
const START = 1_735_689_600;

/** Gives the paths of filed and of amended records. One commit a filing, an amendment, and for every tenth document. */
export function generateRepository(folder, count) {
  const source = mkdtempSync(join(tmpdir(), "docket-bench-documents-"));
  const parts = [];
  let time = START;
  const commit = (message, files) => {
    time += DAY / 4;
    parts.push(`commit refs/heads/main\ncommitter Clerk <clerk@example.com> ${time} +0000\n${data(message)}`);
    for (const [path, text] of files) parts.push(`M 100644 inline ${path}\n${data(text)}`);
  };
  try {
    const { paths } = generateDocuments(source, count);
    const texts = new Map(paths.map((path) => [path, readFileSync(join(source, path), "utf8")]));
    for (let at = 0; at < paths.length; at += 100)
      commit("add", [
        ["docket.yaml", "version: 1\nextends: delivery\n"],
        ...paths.slice(at, at + 100).map((path) => [path, texts.get(path)]),
      ]);
    const records = paths.filter((path) => path.includes("phase_gates"));
    const change = (path, edit) => {
      texts.set(path, edit(texts.get(path)));
      commit(path, [[path, texts.get(path)]]);
    };
    for (const path of paths.filter((each, index) => index % 10 === 0 && !records.includes(each)))
      change(path, (text) => `${text}\nOne more line.\n`);
    const filed = records.filter((_, index) => index % 4 === 0);
    for (const path of filed)
      change(path, (text) => text.replace(/(status(?:\*\*)?:(?:\*\*)? )Active/i, "$1Filed"));
    const amended = filed.filter((_, index) => index % 12 === 0);
    for (const path of amended) change(path, (text) => text.replace(/\n## 1\./, "\n## 1. After the filing:"));
    importInto(folder, parts);
    return { filed, amended };
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function importInto(folder, parts) {
  mkdirSync(folder, { recursive: true });
  const git = (parameters, input) => {
    const { status, stderr } = spawnSync("git", parameters, { cwd: folder, input, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${parameters[0]}: ${stderr}`);
  };
  git(["init", "-q", "-b", "main"]);
  git(["fast-import", "--quiet"], parts.join(""));
  git(["reset", "-q", "--hard", "main"]);
  git(["repack", "-adq"]);
}
