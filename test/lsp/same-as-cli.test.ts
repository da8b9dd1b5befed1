/** The language server over stdio, as it ships, and the command line: the same findings for the same files. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useBundles } from "../support/bundles";
import { POLICY, WITHOUT_OWNER } from "../support/delivery-documents";
import { startClient, uriOf } from "../support/lsp-client";
import { parseCheck, useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();
const bundle = useBundles("server", "cli");
const EXAMPLES = join(import.meta.dirname, "../../examples/delivery");
const SEVERITIES = ["", "error", "warning", "information"];

test("for the example workspace", async () => {
  const folder = makeFolder();
  cpSync(EXAMPLES, folder, { recursive: true });
  const { findings, documents } = parseCheck(run(folder, ["check", "--format", "json"]));
  expect(documents).toBeGreaterThan(20);
  expect(findings.length).toBeGreaterThan(20);
  const client = await startClient({ folders: [folder], command: [bundle("server"), "--stdio"] });
  await client.scanned();
  const prefix = `${uriOf(folder)}/`;
  const inEditor = client.messages.flatMap(({ uri, diagnostics }) =>
    diagnostics.map(({ code, severity, message, range: { start, end } }) => ({
      rule: code,
      severity: SEVERITIES[severity ?? 0],
      path: decodeURI(uri).slice(prefix.length),
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      message,
    })),
  );
  const key = (finding: object) => JSON.stringify(finding);
  const sorted = (list: readonly object[]) => list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  expect(sorted(inEditor)).toEqual(sorted(findings.map(({ fixable: _, field: __, ...finding }) => finding)));
});

test("`docket lsp --stdio` is the same server", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/specs/a.md": WITHOUT_OWNER });
  const client = await startClient({ folders: [folder], command: [bundle("cli"), "lsp", "--stdio"] });
  await client.scanned();
  expect(client.allRules(folder)).toEqual(["docs/specs/a.md header/missing-field"]);
});
