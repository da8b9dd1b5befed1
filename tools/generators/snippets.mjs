/** Snippets of VS Code from the profiles' templates, so that a snippet and *New Document* write the same text. */
import { loadModule } from "./load-module.mjs";

const TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";

export async function generate() {
  const { profiles } = await loadModule("server/policy/profiles/generated.ts");
  const { renderSnippet } = await loadModule("client/commands/render-snippet.ts");
  const snippets = {};
  for (const profile of Object.values(profiles)) {
    for (const template of profile.templates) {
      snippets[`Docket: ${template.title}`] = {
        prefix: [`docket-${template.id}`],
        description: template.description,
        body: renderSnippet(template.body, { today: TODAY }).replace(/\n$/, "").split("\n"),
      };
    }
  }
  return new Map([["snippets/docket.json", `${JSON.stringify(snippets, null, 2)}\n`]]);
}
