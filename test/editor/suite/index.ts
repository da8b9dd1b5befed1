/** Runs the mocha tests that the bundle holds, inside VS Code's extension host. */
import Mocha from "mocha";

/**
 * Loads each test file, runs all tests, and rejects when one fails or there is none. The results go as JSON to
 * the file that DOCKET_TEST_RESULTS names.
 */
export async function runSuites(loaders: readonly (() => Promise<unknown>)[]): Promise<void> {
  const output = process.env.DOCKET_TEST_RESULTS;
  if (output === undefined) throw new Error("DOCKET_TEST_RESULTS names no file for the results.");
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 60_000,
    slow: 5_000,
    forbidOnly: process.env.CI !== undefined,
    reporter: "json",
    reporterOptions: { output },
  });
  // What mocha does before it reads a file: it puts `describe`, `it` and the rest into place.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  for (const load of loaders) await load();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else if (runner.total === 0) reject(new Error("There are no tests."));
      else resolve();
    });
  });
}
