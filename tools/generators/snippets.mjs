/** Snippets of VS Code from the profiles' templates, so that a snippet and *New Document* write the same text. */
import { loadModule } from "./load-module.mjs";

/** The snippet body of a template: placeholders become tab stops that keep their braces until they are filled in. */
export function toSnippetBody(body) {
  const stops = new Map();
  const text = body.replace(/[\\$]/g, "\\$&").replace(/\{(\p{L}[^{}\n]*)\}/gu, (_, name) => {
    if (name === "today") return "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";
    if (stops.has(name)) return `$${stops.get(name)}`;
    stops.set(name, stops.size + 1);
    return `\${${stops.size}:{${name}\\}}`;
  });
  return text.replace(/\n$/, "").split("\n");
}

export async function generate() {
  const { profiles } = await loadModule("server/policy/profiles/generated.ts");
  const snippets = {};
  for (const profile of Object.values(profiles)) {
    for (const template of profile.templates) {
      snippets[`Docket: ${template.title}`] = {
        prefix: [`docket-${template.id}`],
        description: `A new ${template.title.toLowerCase()} with a compliant header`,
        body: toSnippetBody(template.body),
      };
    }
  }
  return new Map([["snippets/docket.json", `${JSON.stringify(snippets, null, 2)}\n`]]);
}
