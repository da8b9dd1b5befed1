/** `npm run check`: types, lint and the fast tests, side by side; prints the output of what failed only. */
import { getCommandFile, isMain } from "./project.mjs";
import { runNode } from "./run-program.mjs";

const fastTests = ["unit", "rules", "examples", "client", "property", "house"].map((name) => `test/${name}/`);

/** They start git hundreds of times, or try whole documents a thousand times, and are left to `npm test`. */
const slowTests = [
  "test/unit/host/git/**",
  "test/property/{board,filing,fixes,formatting,style,write-back}.test.ts",
  "test/unit/{policy/robustness,process/process,records/ledger,document/scan-blocks}.property.test.ts",
  "test/unit/process/{critical-path,copy-text}.test.ts",
];

/** The checks that read the code and do not run it: a name, and the command of an installed package. */
export const staticChecks = [
  { name: "types", command: ["typescript", "tsc"], parameters: ["-b"] },
  { name: "lint", command: ["@biomejs/biome", "biome"], parameters: ["check", "--error-on-warnings", "."] },
];

const checks = [
  ...staticChecks,
  {
    name: "tests",
    command: ["vitest", "vitest"],
    // the engine has no state of its own, so that its tests may share the modules that they load
    parameters: [
      "run",
      "--reporter=dot",
      "--no-isolate",
      ...slowTests.flatMap((glob) => ["--exclude", glob]),
      ...fastTests,
    ],
  },
];

/** Runs one check; resolves with whether it passed, its output, and a line that says so. */
export async function runCheck({ name, command, parameters }) {
  const { code, output, milliseconds } = await runNode(getCommandFile(...command), parameters);
  return { passed: code === 0, output, line: renderStage(code === 0, name, milliseconds) };
}

/** One line on a part of a run. */
export function renderStage(passed, name, milliseconds, detail = "") {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  return `${passed ? "ok  " : "FAIL"}  ${name.padEnd(24)} ${seconds.padStart(7)}  ${detail}`.trimEnd();
}

if (isMain(import.meta.url)) {
  const results = await Promise.all(
    checks.map(async (check) => {
      const result = await runCheck(check);
      console.log(result.line);
      return result;
    }),
  );
  for (const { output } of results.filter(({ passed }) => !passed)) console.log(`\n${output.trim()}`);
  process.exit(results.every(({ passed }) => passed) ? 0 : 1);
}
