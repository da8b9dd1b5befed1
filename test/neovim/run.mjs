/**
 * Works in Neovim, without a window, with the packaged server and the configuration that docs/editors.md gives for its
 * version. Needs the bundles of `npm run package`. The last line is `N passed, N failed`.
 */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyExample } from "../../tools/copy-example.mjs";
import { installNeovim } from "../../tools/install-neovim.mjs";
import { inProject } from "../../tools/project.mjs";
import { runNode, runNpm, runProgram } from "../../tools/run-program.mjs";
import { openScope, openTemporaryFolder } from "../../tools/scope.mjs";
import { eventually, openWalk } from "../editor/walk/steps.mjs";
import { startNeovim } from "./neovim.mjs";

const wrongState = "docs/specs/api_contracts/reservation_endpoints.md";
const charter = "docs/team_skills/specs/service_api_owner.md";

const scope = openScope();
const counts = await work().catch((error) => {
  console.error(error);
  return { passed: 0, failed: 1 };
});
await scope.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);

async function work() {
  const folder = openTemporaryFolder(scope);
  const program = await installNeovim();
  const { version, config } = await readConfiguration(program);
  console.log(`Neovim ${version}`);
  const path = await unpack(folder);
  const workspace = await copyExample(join(folder, "delivery"));
  const editor = startNeovim(scope, { program, workspace, config, folder, path });
  const { open, place, findings, line, press, floating } = openHand(editor);
  const { step, getCounts } = openWalk({
    onFailure: async () => {
      console.log(`        Neovim said: ${editor.said()}`);
      await editor.type("<C-\\><C-n>");
    },
  });

  await step("it starts the server for a governed document, whose findings it shows", async () => {
    await open(wrongState);
    await eventually("the finding", findings, (rules) => rules.join() === "lifecycle/unknown-state");
  });

  await step("it shows what the command line finds, in all documents", async () => {
    const { output } = await runNode(join(path, "docket"), ["check", "--format", "json"], { cwd: workspace });
    const expected = JSON.parse(output).findings.map(
      ({ path: file, line: at, rule }) => `${file}:${at} ${rule}`,
    );
    const shown = () =>
      editor.evaluate(
        "vim.tbl_map(function(d) return vim.fn.fnamemodify(vim.fn.bufname(d.bufnr), ':.') .. ':' .. d.lnum + 1 .. ' ' .. d.code end, vim.diagnostic.get())",
      );
    const all = expected.sort().join("\n");
    strictEqual(
      (await eventually("all findings", shown, (found) => found.sort().join("\n") === all)).length,
      expected.length,
    );
  });

  await step("hover tells of an owner", async () => {
    await place("**Owner:** S");
    await editor.run("vim.lsp.buf.hover()");
    const text = (await eventually("a hover", floating, (lines) => lines.length > 0)).join("\n");
    match(text, /Service API Owner/);
    match(text, /Reports to: Specs Lead/);
  });

  await step("definition leads from an owner to its charter", async () => {
    await place("**Owner:** S");
    await editor.run("vim.lsp.buf.definition()");
    await eventually(
      "the charter",
      () => editor.evaluate("vim.fn.expand('%:.')"),
      (name) => name === charter,
    );
    await open(wrongState);
  });

  await step("completion offers the states of the class, and writes the chosen one", async () => {
    await place("**Status:** F");
    await editor.type("ciw<C-x><C-o>");
    const offered = () =>
      editor.evaluate("vim.tbl_map(function(i) return i.abbr end, vim.fn.complete_info({'items'}).items)");
    deepStrictEqual(await eventually("states", offered, (items) => items.length > 0), [
      "Draft",
      "Canonical",
      "Deprecated",
      "Archived",
    ]);
    await editor.type("<C-n><C-y><Esc>");
    match(await line(), /^\*\*Status:\*\* (Draft|Canonical)$/);
    await editor.type("u");
  });

  await step(
    "completion offers the fields that the header lacks, without tab stops where there are none",
    async () => {
      await place("**Last Updated:** ");
      await editor.type("o**<C-x><C-o><C-n>");
      await eventually("a field", line, (text) => text.length > 2);
      await editor.type("<C-y><Esc>");
      // where there are tab stops, their first text
      match(await line(), /^\*\*\w[\w ]*:\*\* [^$]*$/);
      await editor.type("u");
    },
  );

  await step("a code action mends the finding", async () => {
    await eventually("the finding", findings, (rules) => rules.join() === "lifecycle/unknown-state");
    await place("**Status:** F");
    const offered = await press("Change to `Canonical`");
    ok(
      offered.some((title) => title.startsWith("Accept")),
      offered.join(),
    );
    await eventually("no findings", findings, (rules) => rules.length === 0);
    match(readFileSync(join(workspace, wrongState), "utf8"), /Finalised/);
    await editor.type(":write<CR>");
    await eventually(
      "the fix on the disk",
      () => readFileSync(join(workspace, wrongState), "utf8"),
      (text) => text.includes("**Status:** Canonical"),
    );
  });

  await step("formatting brings the header into the order of its class", async () => {
    const header = () => editor.evaluate("table.concat(vim.fn.getline(3, 7), ' ')");
    const written = await header();
    await place("**Version:**");
    await editor.type("ddggjp");
    await eventually("the moved line", header, (text) => text !== written);
    await editor.run("(vim.lsp.buf.format or vim.lsp.buf.formatting_sync)()");
    await eventually("the header as it was", header, (text) => text === written);
  });

  await step("the outline holds the sections of a document", async () => {
    const names = await editor.run(
      "local answers = vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', " +
        "{ textDocument = vim.lsp.util.make_text_document_params() }, 10000) " +
        "for _, answer in pairs(answers or {}) do if answer.result then " +
        "return vim.tbl_map(function(s) return s.name end, answer.result[1].children or answer.result) end end return {}",
    );
    ok(
      names.some((name) => /Endpoints|Errors|Change Log/.test(name)),
      names.join(),
    );
  });

  await step("references of an owner are listed from all documents", async () => {
    await place("**Owner:** S");
    await editor.run("vim.lsp.buf.references()");
    const files = () =>
      editor.evaluate("vim.tbl_map(function(i) return vim.fn.bufname(i.bufnr) end, vim.fn.getqflist())");
    await eventually("a list", files, (names) => new Set(names).size > 2);
    await editor.type(":cclose<CR>");
  });

  await step("what changes on the disk is noticed in documents that are not open", async () => {
    const file = "docs/specs/new_rules.md";
    writeFileSync(join(workspace, file), "# New rules\n");
    const found = () =>
      editor.evaluate(
        `vim.tbl_map(function(d) return d.code end, vim.tbl_filter(function(d) return vim.endswith(vim.fn.bufname(d.bufnr), '${file}') end, vim.diagnostic.get()))`,
      );
    await eventually("the finding", found, (rules) => rules.join() === "header/missing-header");
  });

  return getCounts();
}

/** What the steps are made of. */
function openHand(editor) {
  return {
    open: (path) => editor.run(`vim.cmd("silent edit! ${path}")`),
    /** Puts the cursor on the last character of the first place of `words`. */
    place: async (words) => {
      const search = `vim.fn.search("\\\\V" .. ${JSON.stringify(words)}, "ceW")`;
      ok((await editor.evaluate(`vim.fn.cursor(1, 1) == 0 and ${search}`)) > 0, `There is no ${words}`);
    },
    line: () => editor.evaluate("vim.fn.getline('.')"),
    /** The rules of the findings on the document. */
    findings: () => editor.evaluate("vim.tbl_map(function(d) return d.code end, vim.diagnostic.get(0))"),
    /** The lines of the window that floats, such as that of a hover. */
    floating: () =>
      editor.run(
        "for _, w in ipairs(vim.api.nvim_list_wins()) do if vim.api.nvim_win_get_config(w).relative ~= '' then " +
          "return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(w), 0, -1, false) end end return {}",
      ),
    /** Chooses the code action whose title begins so; gives the titles of all. */
    press: async (title) => {
      await editor.run(
        "vim.ui.select = function(items, options, done) offered = vim.tbl_map(options.format_item, items) " +
          `for i, t in ipairs(offered) do if vim.startswith(t, ${JSON.stringify(title)}) then return done(items[i], i) end end end ` +
          "vim.lsp.buf.code_action()",
      );
      return eventually(
        "code actions",
        () => editor.evaluate("offered or {}"),
        (titles) => titles.length > 0,
      );
    },
  };
}

/** The package that npm makes, with the command where a PATH finds it; gives that folder. */
async function unpack(folder) {
  const packed = await runNpm(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination", folder]);
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`npm made no package:\n${packed.output}`);
  const unpacked = await runProgram("tar", ["-xzf", join(folder, archive), "-C", folder]);
  if (unpacked.code !== 0) throw new Error(unpacked.output);
  const bin = join(folder, "bin");
  mkdirSync(bin);
  symlinkSync(join(folder, "package", "dist", "cli.cjs"), join(bin, "docket"));
  return bin;
}

/** What the documentation says for this Neovim. */
async function readConfiguration(program) {
  const { output } = await runProgram(program, ["--version"]);
  const [version, minor] = /\bv0\.(\d+)[.\d]*/.exec(output) ?? [];
  const heading =
    minor === "7" ? "Neovim 0.7" : Number(minor) < 11 ? "Neovim 0.8 to 0.10" : "Neovim 0.11 and newer";
  const text = readFileSync(inProject("docs", "editors.md"), "utf8");
  const config = text.split(`\n### ${heading}\n`)[1]?.split("```lua\n")[1]?.split("```")[0];
  if (config === undefined) throw new Error(`docs/editors.md has nothing for ${heading}.`);
  return { version, config };
}
