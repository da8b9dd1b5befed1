/** Files that are made from others are what they would be made to be now. */
import { describe, expect, it } from "vitest";
// @ts-expect-error a tool that Node runs directly, without types
import { generateAll } from "../../tools/generate.mjs";

describe("generated files", () => {
  it("are fresh", async () => {
    const { stale, failures } = await generateAll({ check: true });
    expect(failures).toEqual([]);
    expect(stale, "run `npm run generate`").toEqual([]);
  });
});
