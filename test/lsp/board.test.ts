/** The board as the server draws it for the client. */
import { expect, test } from "vitest";
import { type BoardAnswer, methods } from "../../server/protocol/messages";
import { phaseGate, phaseGatePath } from "../support/board-of";
import { POLICY } from "../support/delivery-documents";
import { startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const PATH = phaseGatePath("7.1");

function tides(status: string): string {
  const rows = [
    ["A1", "Print", "Printer", "2999-02-27", status, "—"],
    ["A2", "Bind", "Binder", "2999-03-04", "Blocked", "A1"],
  ] as const;
  const gates = "## Gate 2 — In progress\n";
  return phaseGate({ id: "7.1", title: "Tides", state: "SPEC_DELIVERY", gates, rows });
}

test("links name the document and the line, and parts follow what is typed", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, [PATH]: tides("In progress") });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const ask = () => client.request<BoardAnswer>(methods.board);
  const before = await ask();
  expect(before.parts.map(({ id }) => id)).toEqual([
    "part-head",
    "part-lane-Feature",
    "part-charts",
    "part-due",
    "part-classes",
  ]);
  const line = tides("")
    .split("\n")
    .findIndex((each) => each.startsWith("| A1"));
  expect(before.parts[1]?.html).toContain(
    `href="#" data-uri="${uriOf(`${folder}/${PATH}`)}" data-line="${line}"`,
  );
  expect(before.style).toContain("--vscode-editor-background");

  const changes = client.changes;
  client.open(`${folder}/${PATH}`, tides("Complete"));
  await client.until(() => client.changes > changes);
  const after = await ask();
  expect(before.parts[1]?.html).toContain("<b>Printer</b>");
  // its row still says that it is blocked, by what is done now
  expect(after.parts[1]?.html).toContain("<b>Binder</b>");
  expect(after.parts.map(({ id }) => id)).not.toContain("part-charts");
  expect(after.parts.at(-1)?.id).toBe("part-classes");
});

test("several folders have a board each, with ids of their own", async () => {
  const folders = [1, 2].map(() => makeFolder({ "docket.yaml": POLICY, [PATH]: tides("In progress") }));
  const client = await startClient({ folders });
  await client.scanned();
  const { parts } = await client.request<BoardAnswer>(methods.board);
  const html = parts.map((part) => part.html).join("");
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const folder of folders) expect(html).toContain(`Board · ${folder.split("/").at(-1)}`);
});
