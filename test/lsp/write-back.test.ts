/** The requests behind the commands that write into documents: edits against what the editor has, or a refusal. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type ActionEditAnswer,
  type GateGroup,
  methods,
  type OpenActions,
  type WriteBackAnswer,
} from "../../server/protocol/messages";
import { CLEAN, POLICY } from "../support/delivery-documents";
import { type LspClient, startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const PATH = "docs/product/phase_gates/3.2-retries-phase-gate.md";
const GATE = `# Phase Gate Document — 3.2 Retries

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 3.2 — Retries
**Version:** v1.0
**Date Filed:** —
**Last Updated:** 2026-02-18

## Current Status

\`\`\`
Current state:   READINESS_AUDIT
\`\`\`

## Gate R — 🟡 PENDING

\`\`\`
Gate R.1 — Owners named
  Evidence:            [PENDING]
  Owner confirmation:  Yes — Product Owner, 2026-02-18
  PMO validation:      [PENDING]
\`\`\`

## Actions

| # | Action | Owner | Deadline | Status |
|---|---|---|---|---|
| A1 | Write the spec | Product Owner | 2026-02-20 | 🟡 In progress |
| A3 | Name the owners | PMO Lead | 2026-02-18 | ✅ Complete |

- [ ] Tell the city
`;

async function start(
  text = GATE,
): Promise<{ readonly uri: string; readonly path: string; readonly client: LspClient }> {
  const folder = makeFolder({ "docket.yaml": POLICY, [PATH]: text, "docs/specs/a.md": CLEAN });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  return { path: join(folder, PATH), uri: uriOf(join(folder, PATH)), client };
}

function apply(text: string, answer: WriteBackAnswer): string {
  if ("refusal" in answer) return answer.refusal;
  const [change] = (answer.edit as WorkspaceEdit).documentChanges ?? [];
  return TextDocument.applyEdits(
    TextDocument.create("file:///x", "markdown", 1, text),
    (change as TextDocumentEdit).edits as never,
  );
}

test("an action is edited as its view shows it, and refused once its row has changed", async () => {
  const { path, uri, client } = await start();
  const { groups } = await client.request<OpenActions>(methods.openActions);
  const [action, task] = groups[0]?.actions ?? [];
  expect(action?.fields).toEqual(["status", "due", "owner"]);
  expect(task?.fields).toEqual(["status"]);
  const place = { uri, id: action?.id, line: action?.range.start.line, seen: action?.seen };
  const edit = (parameters: object) =>
    client.request<WriteBackAnswer>(methods.editAction, { ...place, ...parameters });
  expect(apply(GATE, await edit({ field: "status" }))).toBe(GATE.replace("🟡 In progress", "✅ Complete"));
  expect(apply(GATE, await edit({ field: "due", value: "2026-03-01" }))).toBe(
    GATE.replace("2026-02-20", "2026-03-01"),
  );
  const tick = await edit({ field: "status", id: null, line: task?.range.start.line, seen: task?.seen });
  expect(apply(GATE, tick)).toBe(GATE.replace("- [ ]", "- [x]"));

  const moved = GATE.replace("## Actions", "Words.\n\n## Actions");
  client.open(path, moved);
  const answer = await edit({ field: "owner", value: "QA Lead" });
  expect(answer).toMatchObject({ edit: { documentChanges: [{ textDocument: { uri, version: 1 } }] } });
  expect(apply(moved, answer)).toBe(moved.replace("| Product Owner |", "| QA Lead |"));
  client.change(path, moved.replace("Write the spec", "Write the specs"));
  expect(await edit({ field: "owner", value: "QA Lead" })).toEqual({
    refusal: expect.stringMatching(/^The row of A1 is not what it was/),
  });
  expect(readFileSync(path, "utf8")).toBe(GATE);
});

test("who completes an action is told what it frees, and can let that start", async () => {
  const waiting = GATE.replace(/^(\| A1 .*)$/m, (row) => {
    const blocked = row.replace("A1", "A2").replace("🟡 In progress", "⛔ Blocked by A1");
    return `${row}\n${blocked}`;
  });
  const { path, uri, client } = await start(waiting);
  const done = await client.request<ActionEditAnswer>(methods.editAction, { uri, id: "A1", field: "status" });
  expect(done.freed).toMatchObject([{ uri, id: "A2" }]);
  const after = apply(waiting, done);
  client.open(path, after);
  const begun = await client.request<ActionEditAnswer>(methods.editAction, {
    ...done.freed?.[0],
    field: "start",
  });
  expect(apply(after, begun)).toBe(after.replace("⛔ Blocked by A1", "Not started"));
  expect(begun.freed).toBeUndefined();
});

test("a gate is brought through: evidence, validation, advance", async () => {
  const { path, uri, client } = await start();
  const pending = async () =>
    (await client.request<readonly GateGroup[]>(methods.pendingGates))[0]?.gates?.[0];
  const gate = await pending();
  const [item] = gate?.items ?? [];
  const place = { uri, id: item?.id, title: item?.title, line: item?.range.start.line };
  const advance = (parameters: object = {}) =>
    client.request<WriteBackAnswer>(methods.advanceGate, { uri, gate: "R", ...parameters });
  expect(await advance()).toEqual({
    refusal: "Gate R does not pass yet: R.1 lacks `Evidence` and `PMO validation`.",
  });
  expect(gate?.ready).toBe(false);
  const give = (proof: string, value: string, missing?: readonly string[]) =>
    client.request<WriteBackAnswer>(methods.editGateItem, { ...place, missing, proof, value });
  expect(await give("evidence", "log.md v1.2", ["validation"])).toEqual({
    refusal: expect.stringMatching(/^The gate item R\.1 is not what it was/),
  });
  const proven = apply(GATE, await give("evidence", "log.md v1.2", ["evidence", "validation"]));
  expect(proven).toBe(GATE.replace("Evidence:            [PENDING]", "Evidence:            log.md v1.2"));
  client.open(path, proven);
  const valid = apply(proven, await give("validation", "PMO Lead"));
  expect(valid).toMatch(/ {2}PMO validation: {6}Pass — PMO Lead, \d{4}-\d\d-\d\d\n/);
  const before = client.changes;
  client.change(path, valid);
  await client.until(() => client.changes > before);
  expect(await pending()).toMatchObject({ status: "passed", ready: true });
  const after = apply(valid, await advance());
  expect(after).toContain("Current state:   AWAITING_MEETING");
  expect(after).toMatch(/^## Gate R — ✅ COMPLETE \(\d{4}-\d\d-\d\d\)$/m);
  const changes = client.changes;
  client.change(path, after);
  await client.until(() => client.changes > changes);
  expect(await pending()).toBeUndefined();
  expect(client.rules(path).filter((rule) => /^(?:gate|process)\//.test(rule))).toEqual([]);
});

test("nothing is written into a filed record, or into what no policy governs", async () => {
  const filed = GATE.replace("**Status:** Active", "**Status:** Filed").replace(
    "Filed:** —",
    "Filed:** 2026-02-20",
  );
  const { uri, client } = await start(filed);
  const place = { uri, id: "A1", field: "status" };
  expect(await client.request(methods.editAction, place)).toEqual({
    refusal:
      "This document is filed, and a filed record is permanent. Start a successor for what has changed.",
  });
  expect(await client.request(methods.editAction, { ...place, uri: "file:///elsewhere/a.md" })).toEqual({
    refusal: "Docket does not govern this document, so it does not write to it.",
  });
});

test("roles are offered as documents name them", async () => {
  const { uri, client } = await start();
  expect(await client.request(methods.roles, { uri, of: "owners" })).toEqual(["Product Owner", "PMO Lead"]);
  expect(await client.request(methods.roles, { uri, of: "validators" })).toEqual(["PMO Lead"]);
});
