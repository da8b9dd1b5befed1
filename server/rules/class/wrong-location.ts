/** A document lies where its class does not belong. */
import { pathWithin } from "../../workspace/govern";
import { isClassField } from "../../workspace/classify";
import { classOf, documentStart, sentence, withArticle } from "../fields";
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
  *check({ document, policy, workspace }) {
    const documentClass = classOf(document);
    if (documentClass === undefined || document.classification?.contradicted !== undefined) return;
    const { locations } = documentClass;
    const path = pathWithin(policy, document.path);
    if (locations.length === 0 || locations.some((location) => location.matches(path))) return;
    const written = document.parsed.header.fields.find((field) => isClassField(field.folded, policy));
    const places = documentClass.folder === undefined ? documentClass.kinds.flatMap((kind) => kind.folder ?? []) : [documentClass.folder];
    const named = (places.length > 0 ? places : locations.map((each) => each.glob)).map((place) => `\`${place}\``).join(" or ");
    yield {
      at: written?.valueRange ?? documentStart(document),
      message: `${sentence(withArticle(documentClass.title))} belongs in ${named}, where readers look for it.`,
      fixes: () => moveDocument(document, documentClass, workspace),
    };
  },
};
