/** The floor: a Node program that only reads the documents below a folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
let length = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (path.endsWith(".md")) length += readFileSync(join(folder, path), "utf8").length;
}
console.log(length);
