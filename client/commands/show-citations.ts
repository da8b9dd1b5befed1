/** Opens the documents that name one, beside its title: the lens above the title calls it. */
import { commands, type Disposable, type Location, Position, Uri } from "vscode";

interface Title {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

export function registerShowCitations(): Disposable {
  return commands.registerCommand("docket.showCitations", async ({ uri, line }: Title) => {
    const target = Uri.parse(uri);
    const place = new Position(line, 0);
    const found =
      (await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", target, place)) ?? [];
    const others = found.filter((each) => `${each.uri}` !== `${target}`);
    if (others.length > 0)
      await commands.executeCommand("editor.action.showReferences", target, place, others);
  });
}
