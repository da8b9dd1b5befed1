/** What all documents of a root say of actions and gates, by path. */
import { analyse } from "../engine/analyse";
import type { DocumentFacts } from "../features/open-actions";
import { systemClock } from "../host/clock";
import { analyseFiles } from "./analyse-files";
import type { OpenedRoot } from "./open-root";
import { createProgress } from "./progress";
import type { Terminal } from "./terminal";

export function readFacts(root: OpenedRoot, terminal: Terminal): readonly DocumentFacts[] {
  const facts: DocumentFacts[] = [];
  analyseFiles(root, systemClock.today(), createProgress(terminal), analyse, (_, analysis) => {
    const { entry } = analysis;
    facts.push({ entry, process: analysis.process(), deliverable: analysis.deliverable() });
  });
  return facts.sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1));
}
