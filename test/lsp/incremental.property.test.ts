/** Whatever happens in whatever order, the server ends up where one that starts afterwards begins. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { methods, type OpenActions } from "../../server/protocol/messages";
import { POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { type LspClient, startClient } from "../support/lsp-client";
import { makeFolder, writeInto } from "../support/temporary-folder";

const paths = ["docs/specs/a.md", "docs/specs/x/b.md", "docs/product/roadmap.md", "team/docs/specs/d.md"];
const texts = [WITHOUT_OWNER, WORDY_DATE, `${WITHOUT_OWNER}\n- [ ] Something to do\n`];
const policyPaths = ["docket.yaml", "team/docket.yaml"];
const policies = [
  POLICY,
  `${POLICY}rules: { header/missing-field: off }\n`,
  `${POLICY}ignore: ["**/x/**"]\n`,
];

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      path: fc.constantFrom(...paths),
      text: fc.constantFrom(...texts),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      path: fc.constantFrom(...policyPaths),
      text: fc.constantFrom(...policies),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("delete" as const),
      path: fc.constantFrom("docs/specs/a.md", "docs/specs/x", "docs", "team", ...policyPaths),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { kind: "rename" as const, path: "docs/specs/x", to: "docs/specs/z" },
      { kind: "rename" as const, path: "team", to: "group" },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("open" as const),
      path: fc.constantFrom(...paths, ...policyPaths),
      text: fc.constantFrom(...texts, ...policies),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("close" as const),
      path: fc.constantFrom(...paths, ...policyPaths),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function perform(folder: string, client: LspClient, open: Set<string>, each: Step): void {
  const path = join(folder, each.path);
  if (each.kind === "write") {
    const existed = existsSync(path);
    writeInto(folder, each.path, each.text);
    client.report(existed ? 2 : 1, path);
  } else if (each.kind === "delete") {
    rmSync(path, { recursive: true, force: true });
    client.report(3, path);
  } else if (each.kind === "rename") {
    if (!existsSync(path) || existsSync(join(folder, each.to))) return;
    renameSync(path, join(folder, each.to));
    client.report(3, path);
    client.report(1, join(folder, each.to));
  } else if (each.kind === "close") {
    if (open.delete(each.path)) client.close(path);
  } else if (open.has(each.path)) client.change(path, each.text);
  else {
    open.add(each.path);
    client.open(path, each.text);
  }
}

async function stateOf(folder: string, client: LspClient): Promise<unknown> {
  await client.scanned();
  const { groups } = await client.request<OpenActions>(methods.openActions);
  const actions = groups.map(({ path, name, actions }) => [
    path,
    name,
    actions?.map(({ text, range }) => [text, range]),
  ]);
  return { findings: client.allRules(folder), actions };
}

test("incremental equals from scratch", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 6 }),
      async (steps) => {
        const folder = makeFolder({
          ".git/HEAD": "",
          "docket.yaml": POLICY,
          "docs/specs/x/b.md": WITHOUT_OWNER,
        });
        const client = await startClient({ folders: [folder] });
        const open = new Set<string>();
        for (const [each, pause] of steps) {
          perform(folder, client, open, each);
          if (pause) await client.scanned();
        }
        // what is open counts as the editor has it; a server that starts afterwards knows the disk alone
        for (const path of open) client.close(join(folder, path));
        const later = await startClient({ folders: [folder] });
        expect(await stateOf(folder, client)).toEqual(await stateOf(folder, later));
      },
    ),
    { numRuns: 60 },
  );
});
