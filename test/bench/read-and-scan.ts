/** Reads the documents below a folder and scans their blocks: what any check of them must cost at least. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scanBlocks } from "../../server/document/scan-blocks";

const folder = process.argv[2] ?? ".";
let blocks = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (path.endsWith(".md")) blocks += scanBlocks(readFileSync(join(folder, path), "utf8")).length;
}
console.log(blocks);
