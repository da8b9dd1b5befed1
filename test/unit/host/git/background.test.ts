/** What the language server needs: reading that can be cancelled, one process that stays, and none that is left over. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { buildSync } from "esbuild";
import { afterEach, expect, test, vi } from "vitest";
import { decodeText } from "../../../../server/host/decode-text";
import { openBlobReader } from "../../../../server/host/git/blob-reader";
import { readHistory } from "../../../../server/host/git/read-history";
import { EVER, historyOf, notPartial } from "../../../support/git-oracle";
import { git, makeRepository } from "../../../support/git-repository";
import { makeFolder } from "../../../support/temporary-folder";

afterEach(() => vi.unstubAllEnvs());

/** A machine that is busy takes its time. */
const PATIENCE = { timeout: 20_000 };

/** Puts a git first in PATH that notes its process and goes on as `then` says; gives those noted so far that were for `what`. */
function noteProcesses(then: string, what = " "): () => readonly number[] {
  const folder = makeFolder({ git: "" });
  const notes = join(folder, "notes");
  spawnSync(
    "sh",
    ["-c", 'printf %s "$1" > git; chmod +x git', "sh", `#!/bin/sh\necho "$$ $*" >> '${notes}'\n${then}\n`],
    {
      cwd: folder,
    },
  );
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
  return () =>
    existsSync(notes)
      ? readFileSync(notes, "utf8")
          .split("\n")
          .filter((line) => line.includes(what))
          .map((line) => Number.parseInt(line, 10))
      : [];
}

function realGit(): string {
  return spawnSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).stdout.trim();
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("an aborted reading is rejected with the reason, and its process ended", async () => {
  const repository = makeRepository({ "a.md": "" });
  const processes = noteProcesses("exec sleep 600");
  const controller = new AbortController();
  const reader = openBlobReader(repository, notPartial);
  const readings = [
    readHistory(repository, () => true, controller.signal),
    reader.read(["1".repeat(40)], controller.signal),
  ];
  await vi.waitUntil(() => processes().length === 3, PATIENCE);
  controller.abort(new Error("enough"));
  for (const reading of await Promise.allSettled(readings))
    expect(reading).toMatchObject({ status: "rejected", reason: { message: "enough" } });
  reader.dispose();
  for (const pid of processes()) await vi.waitUntil(() => !isRunning(pid), PATIENCE);
  await expect(readHistory(repository, () => true, controller.signal)).rejects.toThrow("enough");
});

test("many readings share one process, which is started again when it has died", async () => {
  const names = Array.from({ length: 30 }, (_, at) => `${at}.md`);
  const repository = makeRepository(
    Object.fromEntries(names.map((name) => [name, `\ufeff${name}\r\n`.repeat(5000)])),
  );
  const ids = [...(await historyOf(repository)).tree.values()].map(({ blob }) => blob);
  const processes = noteProcesses(`exec '${realGit()}' "$@"`, " cat-file ");
  const reader = openBlobReader(repository, notPartial);
  const readOne = async (id: string) => {
    const bytes = (await reader.read([id], EVER)).get(id);
    return bytes && decodeText(bytes);
  };
  expect(await Promise.all([...ids, ...ids].map(readOne))).toEqual(
    [...names, ...names].toSorted().map(() => expect.stringMatching(/^\ufeff\d+\.md\r\n/)),
  );
  const [first] = processes();
  expect(processes()).toHaveLength(1);
  if (first !== undefined) process.kill(first);
  expect(await readOne(ids[3] ?? "")).toMatch(/^\ufeff/);
  expect(processes()).toHaveLength(2);
  const controller = new AbortController();
  const aborted = reader.read(ids, controller.signal);
  controller.abort();
  await expect(aborted).rejects.toThrow();
  expect(await readOne(ids[4] ?? "")).toMatch(/^\ufeff/);
  const late = readOne(ids[5] ?? "");
  reader.dispose();
  expect(await late).toBeUndefined();
  expect(await readOne(ids[5] ?? "")).toBeUndefined();
  expect(processes()).toHaveLength(2);
  for (const pid of processes()) await vi.waitUntil(() => !isRunning(pid), PATIENCE);
});

test("what is no blob's id is undefined, and is not looked up", async () => {
  const repository = makeRepository({ "a.md": "" });
  const ids = ["HEAD", "HEAD:a.md", "", "x\ny", "1".repeat(40), git(repository, "rev-parse", "HEAD").trim()];
  const reader = openBlobReader(repository, notPartial);
  expect(await reader.read(ids, EVER)).toEqual(new Map(ids.map((id) => [id, undefined])));
  reader.dispose();
});

test("the process that stays does not keep the program from ending", async () => {
  const repository = makeRepository({ "a.md": "text" });
  const id = git(repository, "rev-parse", "HEAD:a.md").trim();
  const folder = makeFolder();
  const program = `
    import { openBlobReader } from ${JSON.stringify(join(import.meta.dirname, "../../../../server/host/git/blob-reader"))};
    const stay = setInterval(() => {}, 1000);
    openBlobReader(${JSON.stringify(repository)}, async () => false).read(["${id}"], new AbortController().signal).then((blobs) => {
      console.log(String(blobs.get("${id}")));
      clearInterval(stay);
    });`;
  buildSync({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    outfile: join(folder, "program.cjs"),
    bundle: true,
    platform: "node",
  });
  const { status, stdout } = spawnSync(process.execPath, [join(folder, "program.cjs")], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "text\n" });
});
