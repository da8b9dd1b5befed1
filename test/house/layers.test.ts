/** Holds the layers: which folder may import which, and which package lives where. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** What each folder of server/ may import besides itself. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  protocol: ["base"],
  document: ["base"],
  policy: ["base"],
  workspace: ["base", "document", "policy"],
  process: ["base", "document", "policy", "workspace"],
  deliverables: ["base", "document", "policy", "workspace"],
  records: ["base", "document", "policy", "workspace"],
  rules: ["base", "document", "policy", "workspace", "process", "deliverables", "records"],
  engine: ["base", "document", "policy", "workspace", "process", "deliverables", "records", "rules"],
  features: [
    "base",
    "protocol",
    "document",
    "policy",
    "workspace",
    "process",
    "deliverables",
    "records",
    "rules",
    "engine",
  ],
  report: [
    "base",
    "document",
    "policy",
    "workspace",
    "process",
    "deliverables",
    "records",
    "rules",
    "engine",
  ],
  host: ["base", "workspace"],
  lsp: [
    "base",
    "protocol",
    "document",
    "policy",
    "workspace",
    "process",
    "deliverables",
    "records",
    "rules",
    "engine",
    "features",
    "report",
    "host",
  ],
  cli: [
    "base",
    "document",
    "policy",
    "workspace",
    "process",
    "deliverables",
    "records",
    "rules",
    "engine",
    "features",
    "report",
    "host",
  ],
};

/** Where a package may be imported from; a folder of server/, or client. */
const HOMES: readonly (readonly [packages: RegExp, homes: readonly string[]])[] = [
  [/^vscode$|^vscode-languageclient(\/|$)/, ["client"]],
  [/^vscode-languageserver/, ["lsp"]],
  [/^node:/, ["host", "cli", "lsp/main", "client"]],
  [/^yaml$/, ["base", "document", "policy"]],
  [/^gray-matter$/, ["document"]],
  [/^valibot$/, ["policy"]],
  [/^minimatch$/, ["policy"]],
  [/^fastest-levenshtein$/, ["base"]],
  [/^commander$|^picocolors$/, ["cli"]],
  [/^diff$/, ["base", "report"]],
  [/^@dagrejs\/dagre$/, ["report"]],
];

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

function layerOf(file: string): string {
  return file.startsWith("client/") ? "client" : (file.split("/")[1] ?? "");
}

function imports(): Import[] {
  return [...sources("server"), ...sources("client")].flatMap((file) =>
    [
      ...readFileSync(join(root, file), "utf8").matchAll(
        /^(?:import "|(?:(?:import|export) [^"\n]*|\} )from ")([^"\n]+)";$|\bimport\("([^"]+)"\)/gm,
      ),
    ].map((match) => ({
      file,
      layer: layerOf(file),
      target: (match[1] ?? match[2]) as string,
    })),
  );
}

describe("layers", () => {
  const all = imports();

  it("sees the imports", () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it("point one way", () => {
    const wrong = all
      .filter(({ target }) => target.startsWith("."))
      .flatMap(({ file, layer, target }) => {
        const resolved = relative(root, join(root, dirname(file), target)).replaceAll("\\", "/");
        const other = layerOf(resolved);
        if (other === layer) return [];
        const allowed = layer === "client" ? ["protocol"] : (LAYERS[layer] ?? []);
        return allowed.includes(other) ? [] : [`${file} imports ${resolved}`];
      });
    expect(wrong).toEqual([]);
  });

  it("keep rules apart: a rule imports no other rule", () => {
    const wrong = all.filter(
      ({ file, target }) => /^server\/rules\/\w+\//.test(file) && /^\.\/(?!.*\/)/.test(target),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it("keep packages at home", () => {
    const wrong = all
      .filter(({ target }) => !target.startsWith("."))
      .filter(({ file, layer, target }) => {
        const home = HOMES.find(([packages]) => packages.test(target));
        if (home === undefined) return true;
        return !home[1].some((each) => each === layer || file.startsWith(`server/${each}`));
      });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
