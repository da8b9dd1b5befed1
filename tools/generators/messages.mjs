/** `l10n/bundle.l10n.json`: every sentence of the client, which is what translations are made from. */
import { readdirSync, readFileSync } from "node:fs";
import { getL10nJson } from "@vscode/l10n-dev";
import { inProject } from "../project.mjs";

export async function generate() {
  const names = readdirSync(inProject("client"), { recursive: true }).filter((name) => name.endsWith(".ts"));
  const sources = names.map((name) => nameTranslator(readFileSync(inProject("client", name), "utf8")));
  // as one script, with one import: for each, the library makes its queries anew, which takes most of the time
  const contents = ['import { l10n } from "vscode";', ...sources].join("\n");
  const messages = await getL10nJson([{ extension: ".ts", contents }]);
  const sorted = Object.fromEntries(Object.entries(messages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return new Map([["l10n/bundle.l10n.json", `${JSON.stringify(sorted, undefined, 2)}\n`]]);
}

/** What has no VS Code to ask takes `l10n.t` as its argument `t`; the library only knows the former. */
function nameTranslator(source) {
  const code = source.replaceAll(/^import [^;]*? from "vscode";$/gm, "");
  return /\bt: Translate\b/.test(code) ? code.replaceAll(/(?<![\w.])t\((?=\s*["'`])/g, "l10n.t(") : code;
}
