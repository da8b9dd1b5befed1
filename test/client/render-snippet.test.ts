/** What *New Document from Template…* puts into the editor. */
import { describe, expect, it } from "vitest";
import { renderSnippet } from "../../client/commands/render-snippet";

describe("the snippet", () => {
  it("stops at each placeholder, at the same one once", () => {
    const stop = (number: number, name: string) => `\${${number}:{${name}\\}}`;
    expect(renderSnippet("# {id} — {title}\n\n{id} {owner}\n")).toBe(
      `# ${stop(1, "id")} — ${stop(2, "title")}\n\n${stop(1, "id")} ${stop(3, "owner")}\n`,
    );
  });

  it("takes nothing else for the syntax of snippets", () => {
    expect(renderSnippet("costs $1, \\n, $name, }")).toBe("costs \\$1, \\\\n, \\$name, \\}");
    expect(renderSnippet("{not\nclosed")).toBe("{not\nclosed");
  });

  it("leaves to VS Code what VS Code knows", () => {
    expect(renderSnippet("{today} {a} {today}", { today: "$CURRENT_YEAR" })).toBe(
      `$CURRENT_YEAR \${1:{a\\}} $CURRENT_YEAR`,
    );
  });
});
