/** How the documents of each class fare under their policy. */
import type { ClassCompliance } from "../process/board-model";
import type { BoardDocument } from "./board";

/** Documents that no class claims are left out, as nothing is asked of them. */
export function classCompliance(documents: readonly BoardDocument[]): readonly ClassCompliance[] {
  const classes = new Map<string, BoardDocument[]>();
  for (const document of documents) {
    const { className } = document.entry;
    if (className === undefined) continue;
    const others = classes.get(className);
    if (others === undefined) classes.set(className, [document]);
    else others.push(document);
  }
  return [...classes]
    .map(([className, all]) => {
      const faulty = all.filter(({ findings }) => findings > 0);
      return {
        className,
        documents: all.length,
        clean: all.length - faulty.length,
        worst: faulty.length === 0 ? undefined : toWorst(faulty.reduce(worse)),
      };
    })
    .sort((a, b) => (a.className < b.className ? -1 : 1));
}

/** Of two equally bad ones that whose path comes first. */
function worse(a: BoardDocument, b: BoardDocument): BoardDocument {
  if (a.findings !== b.findings) return a.findings > b.findings ? a : b;
  return a.entry.path < b.entry.path ? a : b;
}

function toWorst({ entry, findings }: BoardDocument): ClassCompliance["worst"] {
  return { path: entry.path, findings };
}
