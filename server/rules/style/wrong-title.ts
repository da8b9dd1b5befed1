/** The front matter lacks the title, or writes it in another way than the house does. */

import { foldKey } from "../../base/fold";
import { nameOf } from "../../base/path-parts";
import { plainValue } from "../../base/plain-value";
import type { TitleCase } from "../../policy/style-policy";
import { documentStart } from "../../workspace/document-start";
import type { GovernedDocument } from "../../workspace/types";
import { bodyStart } from "../body-fixes";
import { quoteRange } from "../fields";
import { behindLine, insertLines, lineEndingOf, replace, withLineEnding } from "../fixes";
import type { Fix, Rule } from "../rule";
import { styleOf } from "../style-outline";

const JOINERS: Readonly<Record<TitleCase, string>> = { snake_case: "_", "kebab-case": "-" };

export const rule: Rule = {
  id: "style/wrong-title",
  summary: "The front matter has no title, or none as the house writes it.",
  why: "Sites and lists find a document by this title, and sort and link it by its form.",
  guide: "Document structure: front matter",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const title = styleOf(document)?.title;
    const { parsed } = document;
    const { fields, problems } = parsed.header;
    // what cannot be read has its own finding
    if (title === undefined || problems.length > 0) return;
    const key = foldKey(title.field);
    const written = fields.find((each) => each.form === "front-matter" && each.folded === key);
    if (written === undefined || written.value.trim() === "") {
      const lacks =
        parsed.header.frontMatter === undefined
          ? `This document has no front matter with a \`${title.field}\``
          : `The front matter has ${written === undefined ? "no" : "an empty"} \`${title.field}\``;
      return {
        at: written?.lineRange ?? documentStart(document),
        message: `${lacks}. It names the document for sites and lists${inCase(title.case)}.`,
        fixes: () => {
          const value = proposeTitle(document, title.case);
          return written === undefined
            ? insertTitle(document, title.field, value)
            : [replace("Write the title", written.valueRange, ` ${value}`, true)];
        },
      };
    }
    if (title.case === undefined || isInCase(written.value, title.case)) return;
    const cased = toCase(written.value, title.case);
    // `C++` without its signs is another word
    const losesWords = cased === "" || /[\p{S}#%&@]/u.test(written.value);
    return {
      at: written.valueRange,
      message: `${quoteRange(document.text, written.valueRange)} is not in ${title.case}${cased === "" ? "" : `, as \`${cased}\` is`}.`,
      needsDecision: losesWords,
      fixes: () =>
        cased === "" ? [] : [replace(`Write it in ${title.case}`, written.valueRange, cased, !losesWords)],
    };
  },
};

function inCase(style: TitleCase | undefined): string {
  return style === undefined ? "" : ` and is written in ${style}`;
}

function isInCase(value: string, style: TitleCase): boolean {
  return value === toCase(value, style);
}

/** Lower-case words and numbers with the house's joiner between them. */
function toCase(value: string, style: TitleCase | undefined): string {
  if (style === undefined) return value;
  const words =
    value
      .normalize("NFC")
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join(JOINERS[style]);
}

/** The words of the heading, or of the file's name. */
function proposeTitle({ parsed, path }: GovernedDocument, style: TitleCase | undefined): string {
  const heading = plainValue(parsed.title?.title ?? "");
  const name = nameOf(path).replace(/\.\w+$/, "");
  return (
    [heading, name].map((words) => toCase(words, style ?? "snake_case")).find((each) => each !== "") ??
    "untitled"
  );
}

function insertTitle(document: GovernedDocument, field: string, value: string): readonly Fix[] {
  const { text, parsed } = document;
  const { frontMatter } = parsed.header;
  const line = `${field}: ${value}\n`;
  const start = bodyStart(text);
  const block = `---\n${line}---\n${start < text.length ? "\n" : ""}`;
  const edit =
    frontMatter === undefined
      ? { range: { start, end: start }, newText: withLineEnding(block, lineEndingOf(text)) }
      : insertLines(document, behindLine(text, frontMatter.start), line);
  return [{ title: "Write the title into the front matter", safe: true, edits: [edit] }];
}
