/** What the client says is said through `l10n`, so that it can be translated. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const client = join(root, "client");
const messages: object = JSON.parse(readFileSync(join(root, "l10n/bundle.l10n.json"), "utf8"));

/** A text in quotes, and what stands before it on the way back to the last bracket, comma or assignment. */
const LITERAL = /([\w.]*[(:,=?] ?\s*)?("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;
/** Words, or one word in a place that is shown. */
const WORDS = /\p{L}{2,}[,.:;…]? \p{L}/u;
const SHOWN =
  /(?:\b(?:title|label|detail|placeHolder|placeholder|prompt|tooltip|description)|Message|Error)[(:] ?\s*$/;
/** The output is for whoever looks for a fault, and is kept in one language; a page is no sentence. */
const UNSHOWN = /^log\.|^`<!DOCTYPE/;

function findUntranslated(source: string): readonly string[] {
  const code = source
    .replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/.*$/gms, "")
    .replaceAll(/^(?:import|\} from) .*$/gm, "");
  const known = new Set(Object.keys(messages));
  return [...code.matchAll(LITERAL)]
    .map(([, before = "", literal = ""]) => ({ before, literal, text: readText(literal) }))
    .filter(({ before, text }) => WORDS.test(text) || (SHOWN.test(before) && /\p{L}{2}/u.test(text)))
    .filter(({ before, literal }) => !UNSHOWN.test(before) && !UNSHOWN.test(literal))
    .map(({ text }) => text)
    .filter((text) => !known.has(text));
}

/** Without quotes, and without what is put into a template. */
function readText(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(/\$\{[^}]*\}/g, "")
    .replaceAll(/\\(.)/g, "$1");
}

describe("the words of the client", () => {
  it("are found when they are not translated", () => {
    const wrong = [
      'tell("warning", "It failed.");',
      'const row = { label: "Open" };',
      'throw new Error("Gone");',
    ];
    expect(wrong.flatMap(findUntranslated)).toEqual(["It failed.", "Open", "Gone"]);
    expect(findUntranslated('const a = t("Docket has been stopped."); // Not this one')).toEqual([]);
  });

  it("are all in the bundle that translations are made from", () => {
    const names = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const found = names.flatMap((name) =>
      findUntranslated(readFileSync(join(client, name), "utf8")).map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
