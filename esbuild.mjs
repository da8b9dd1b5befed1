/**
 * Bundles what ships into dist/: the extension, the page of its board, the language server and the CLI.
 * `--production` minifies, `--watch` builds again on every change, `--metafile` prints what is in each bundle.
 */
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyzeMetafile, build, context } from "esbuild";

const production = process.argv.includes("--production");
const root = dirname(fileURLToPath(import.meta.url));

const entries = [
  { source: "client/extension.ts", bundle: "dist/extension.cjs", external: ["vscode"] },
  { source: "client/board/page/page.ts", bundle: "dist/board.js", page: true },
  { source: "server/lsp/main.ts", bundle: "dist/server.cjs" },
  { source: "server/host/read-ahead/reading-thread.ts", bundle: "dist/reading-thread.cjs" },
  // `docket lsp` loads dist/server.cjs, so that all other commands start without the LSP library.
  { source: "server/cli/main.ts", bundle: "dist/cli.cjs", program: true, without: "vscode-languageserver" },
];

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // Node 20 knows the properties that are asked for; written as a call, an expression is looked up anew every time
  supported: { "regexp-unicode-property-escapes": true },
  // ES modules first: some libraries' CommonJS files load their parts in ways that no bundler sees.
  mainFields: ["module", "main"],
  // names stay readable where a crash is reported; the rest takes Node time to read at every start
  minify: production,
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [withoutYamlEngine()],
  sourcemap: production ? false : "linked",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

// While the project is being laid down, entries may be absent.
const present = entries.filter(({ source }) => existsSync(join(root, source)));
for (const { source } of entries.filter((entry) => !present.includes(entry))) {
  console.log(`${source} does not exist yet: skipped.`);
}

await Promise.all(present.map(process.argv.includes("--watch") ? watchEntry : buildEntry));

async function buildEntry(entry) {
  const { metafile } = await build(getOptions(entry));
  if (entry.without !== undefined) refuse(metafile, entry);
  if (entry.program) chmodSync(join(root, entry.bundle), 0o755);
  if (production) {
    rmSync(join(root, `${entry.bundle}.map`), { force: true });
    escapeCharacters(entry.bundle);
  }
  if (process.argv.includes("--metafile")) console.log(await analyzeMetafile(metafile));
}

/**
 * V8 keeps a file in two bytes a character for the sake of one that is not ASCII, and takes longer over it. The bundler
 * escapes them everywhere but in regular expressions.
 */
function escapeCharacters(bundle) {
  const file = join(root, bundle);
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/[^\0-\x7f]/g, escaped));
}

async function watchEntry(entry) {
  const watching = await context({ ...getOptions(entry), logLevel: "info" });
  await watching.watch();
}

function getOptions({ source, bundle, external = [], program = false, page = false }) {
  const banner = program ? { js: "#!/usr/bin/env node" } : {};
  // VS Code 1.100 has Chromium 132 in it
  const place = page ? { platform: "browser", format: "iife", target: "chrome132" } : {};
  return { ...shared, ...place, entryPoints: [source], outfile: bundle, external, banner };
}

/** Docket gives gray-matter another YAML engine; the one that comes with it would be loaded and never asked. */
function withoutYamlEngine() {
  const contents =
    "const unused = () => { throw new Error('another engine reads YAML'); };\n" +
    "module.exports = { safeLoad: unused, safeDump: unused };";
  return {
    name: "without-yaml-engine",
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]js-yaml[\\/]index\.js$/ }, () => ({ contents, loader: "js" })),
  };
}

function refuse(metafile, { bundle, without }) {
  const found = Object.keys(metafile.inputs).find((path) => path.includes(`node_modules/${without}/`));
  if (found !== undefined) throw new Error(`${bundle} must not hold ${without}, but it does: ${found}`);
}
