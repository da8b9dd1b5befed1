/** Two documents of a folder have the same number. */

import { folderOf, nameOf } from "../../base/path-parts";
import { documentStart } from "../../workspace/document-start";
import { namesWithNumber, numberOf } from "../document-numbers";
import { classOf, listWords } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "class/duplicate-number",
  summary: "Two documents of one folder have the same number.",
  why: "Documents are cited by their numbers; one that stands for two of them cites neither.",
  guide: "Names of the class's files",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check({ document, namesIn }) {
    const documentClass = classOf(document);
    if (documentClass === undefined || namesIn === undefined) return;
    const number = numberOf(document.path, documentClass);
    if (number === undefined) return;
    const own = nameOf(document.path);
    const others = namesWithNumber(number, namesIn(folderOf(document.path)), documentClass).filter(
      (name) => name !== own,
    );
    if (others.length === 0) return;
    const named = listWords(
      others.map((name) => `\`${name}\``),
      "and",
    );
    return {
      at: documentStart(document),
      message: `The number ${number} is also that of ${named}. Give the newer one the next free number.`,
    };
  },
};
