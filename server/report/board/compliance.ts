/** How the documents of each class fare, as an HTML table. */
import { nameOf } from "../../base/path-parts";
import type { ClassCompliance } from "../../process/board-model";
import { count, groupThousands } from "../terminal-text";
import { elementId, escapeMarkup } from "./escape";
import type { LinkTo } from "./link";

/** Of the bar, in pixels. */
const BAR = 120;

export function renderCompliance(
  classes: readonly ClassCompliance[],
  linkTo: LinkTo,
  prefix: string,
): string {
  const rows = classes.map(({ className, documents, clean, worst }) => {
    const name = escapeMarkup(className);
    const first =
      worst === undefined
        ? "—"
        : `<a id="${elementId(`${prefix}class`, className)}" ${linkTo({ path: worst.path, line: 0 })} aria-label="${escapeMarkup(`${className}: ${worst.path}, ${count(worst.findings, "finding")}`)}">${escapeMarkup(nameOf(worst.path))}</a> <span class="muted">${count(worst.findings, "finding")}</span>`;
    return `<tr><th scope="row">${name}</th><td class="number">${groupThousands(documents)}</td><td class="number">${groupThousands(clean)}</td><td class="share">${bar(clean, documents)}</td><td class="worst">${first}</td></tr>`;
  });
  return `<h2>Documents by class</h2>
<div class="scroll"><table><thead><tr><th scope="col">Class</th><th scope="col" class="number">Documents</th><th scope="col" class="number">Without error or warning</th><th scope="col">Share</th><th scope="col">Most to mend</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}

/** Rounded down: a hundred in a hundred is said of nothing less. */
function bar(clean: number, documents: number): string {
  const share = Math.floor((clean / documents) * 100);
  const width = Math.round((clean / documents) * BAR);
  return `<svg class="bar" width="${BAR}" height="10" viewBox="0 0 ${BAR} 10" aria-hidden="true"><rect class="all" width="${BAR}" height="10" rx="2"/><rect class="done" width="${width}" height="10" rx="2"/></svg> <span>${share} %</span>`;
}
