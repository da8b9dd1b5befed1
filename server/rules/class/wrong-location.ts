/** A document lies where its class does not belong. */
import { findClassField } from "../../workspace/classify";
import { documentStart } from "../../workspace/document-start";
import { pathWithin } from "../../workspace/govern";
import { classNoun, classOf, listWords } from "../fields";
import { moveDocument } from "../path-fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "class/wrong-location",
  summary: "A document lies outside the folders of its class.",
  why: "People and tools look for a record where the guide says it is; elsewhere it is as good as lost.",
  guide: "Document Classes (§2), locations",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy, workspace }) {
    const documentClass = classOf(document);
    if (documentClass === undefined || document.classification?.contradicted !== undefined) return;
    const { locations } = documentClass;
    const path = pathWithin(policy, document.path);
    if (locations.length === 0 || locations.some((location) => location.matches(path))) return;
    const written =
      document.classification?.by === "field" ? findClassField(document.parsed, policy) : undefined;
    const folders = documentClass.folder ?? documentClass.kinds.flatMap((kind) => kind.folder ?? []);
    const places = folders.length > 0 ? [folders].flat() : locations.map((each) => each.glob);
    const named = listWords(
      places.map((place) => `\`${place}\``),
      "or",
    );
    const here = path.includes("/") ? `in \`${path.slice(0, path.lastIndexOf("/"))}\`` : "in the top folder";
    return {
      at: written?.valueRange ?? documentStart(document),
      message: `This ${classNoun(documentClass)} lies ${here}. It belongs in ${named}, where readers look for it.`,
      needsDecision: true,
      fixes: () => moveDocument(document, documentClass, workspace()),
    };
  },
};
