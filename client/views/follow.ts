/** Takes over a tree's new rows with as little drawn again as can be. */
import type { TreeNode } from "./tree-node";

interface Followed {
  readonly rows: readonly TreeNode[];
  /** What is to be drawn again; undefined stands for the whole tree. */
  readonly redraw: readonly (TreeNode | undefined)[];
}

/**
 * VS Code knows a row as an object: as long as the same rows stand in the same order, each stays the object that it
 * was and takes over what it now says. When rows come, go or move, the whole tree is drawn again; what is expanded and
 * selected then depends on the rows' ids.
 */
export function follow(before: readonly TreeNode[], after: readonly TreeNode[]): Followed {
  const stays =
    before.length === after.length &&
    after.every(({ id, content }, index) => id === before[index]?.id && content !== undefined);
  if (!stays) return { rows: after, redraw: [undefined] };
  const redraw = before.filter((row, index) => {
    const now = after[index];
    if (now === undefined || now.content === row.content) return false;
    Object.assign(row, now);
    return true;
  });
  return { rows: before, redraw };
}
