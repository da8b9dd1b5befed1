/** A document's file name does not follow its class's pattern. */

import { nameOf } from "../../base/path-parts";
import { documentStart } from "../../workspace/document-start";
import { pathWithin } from "../../workspace/govern";
import { classNoun, classOf, quoteValue, withArticle } from "../fields";
import { renameDocument } from "../path-fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "class/wrong-filename",
  summary: "A file name does not follow the pattern of its class.",
  why: "The name carries the id and the kind of the document; links, reports and people rely on it.",
  guide: "Document Classes (§2), naming conventions",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy, workspace }) {
    const documentClass = classOf(document);
    if (documentClass?.fileName === undefined || document.classification?.contradicted !== undefined) return;
    const path = pathWithin(policy, document.path);
    const name = nameOf(path);
    if (documentClass.fileName.matches(name)) return;
    // a document in the wrong place gets its name when it is moved
    if (
      documentClass.locations.length > 0 &&
      !documentClass.locations.some((location) => location.matches(path))
    )
      return;
    return {
      at: documentStart(document),
      message: `${quoteValue(name)} is not named as ${withArticle(classNoun(documentClass))} is: \`${documentClass.fileName.pattern}\`, for example \`${documentClass.fileName.example}\`.`,
      needsDecision: true,
      fixes: () => renameDocument(document, documentClass, workspace()),
    };
  },
};
