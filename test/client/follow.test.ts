/** What of a tree is drawn again when its rows are made anew. */
import { describe, expect, it } from "vitest";
import { follow } from "../../client/views/follow";
import { leaf, type TreeNode } from "../../client/views/tree-node";

const row = (id: string, content?: string): TreeNode => ({
  id,
  label: `${id} ${content}`,
  description: "",
  tooltip: "",
  icon: undefined,
  sentence: "",
  context: "",
  target: undefined,
  ...leaf,
  ...(content === undefined ? {} : { content }),
});

describe("a tree whose rows are made anew", () => {
  it("draws again only the row that says something else, and knows it as the same object", () => {
    const before = [row("a", "1"), row("b", "1")];
    const { rows, redraw } = follow(before, [row("a", "1"), row("b", "2")]);
    expect(redraw).toEqual([before[1]]);
    expect(redraw[0]).toBe(before[1]);
    expect(rows).toBe(before);
    expect(before.map(({ label }) => label)).toEqual(["a 1", "b 2"]);
  });

  it("is drawn again as a whole when rows come, go or move, or do not say what they are made from", () => {
    const before = [row("a", "1"), row("b", "1")];
    for (const after of [[row("a", "1")], [row("b", "1"), row("a", "1")], [row("a", "1"), row("b")]]) {
      expect(follow(before, after)).toEqual({ rows: after, redraw: [undefined] });
    }
    expect(follow([], [])).toEqual({ rows: [], redraw: [] });
  });

  it("takes back that a row's children are to be asked for", () => {
    const before = [{ ...row("a", "1"), load: async () => [] }];
    follow(before, [{ ...row("a", "2"), load: undefined }]);
    expect(before[0]?.load).toBeUndefined();
  });
});
