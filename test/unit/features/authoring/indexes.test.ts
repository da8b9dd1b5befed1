/** What is kept of documents by name and by role follows every change of them. */
import { expect, test } from "vitest";
import { NameIndex } from "../../../../server/features/authoring/name-index";
import { RoleIndex } from "../../../../server/features/authoring/roles";
import type { DocumentFacts } from "../../../../server/features/open-actions";
import { action, document } from "../../../support/process-facts";

const owned = (path: string, owner: string, owners: readonly string[], charterOf?: string): DocumentFacts => {
  const facts = document(path, {
    actions: owners.map((each, at) => action(`A-${at}`, "blocked", { owners: [each] })),
  });
  return { ...facts, entry: { ...facts.entry, owner, classId: "canonical", charterOf } };
};

test("roles are counted as they are now, by the spelling and the charter that there are", () => {
  const index = new RoleIndex();
  const pilot = owned("a.md", "pilot lead", ["Pilot Lead", "Chart Owner"]);
  const chart = owned("b.md", "Chart Owner", ["Pilot Lead", "Pilot Lead"]);
  const charter = owned("c.md", "Harbour Master", [], "Pilot Lead");
  for (const each of [pilot, chart, charter]) index.add(each);
  expect(index.all()).toEqual([
    { name: "Pilot Lead", documents: 1, actions: 3, charter: "c.md" },
    { name: "Chart Owner", documents: 1, actions: 1, charter: undefined },
    { name: "Harbour Master", documents: 1, actions: 0, charter: undefined },
  ]);
  index.remove(charter);
  index.remove(chart);
  expect(index.all()).toEqual([
    { name: "pilot lead", documents: 1, actions: 1, charter: undefined },
    { name: "Chart Owner", documents: 0, actions: 1, charter: undefined },
  ]);
  index.remove(pilot);
  expect(index.all()).toEqual([]);
});

test("folders and work items name the documents that they have now", () => {
  const index = new NameIndex();
  const tides = document("docs/tides.md", { workItem: "BLG-1" });
  const fog = document("docs/fog.md", { workItem: "blg-1" });
  const deep = document("docs/sea/fog.md", { workItem: "7.1" });
  for (const each of [tides, fog, deep]) index.add(each);
  expect(index.inFolder("docs")).toEqual(["docs/tides.md", "docs/fog.md"]);
  expect([...index.workItems()]).toEqual([
    ["blg 1", ["docs/tides.md", "docs/fog.md"]],
    ["7.1", ["docs/sea/fog.md"]],
  ]);
  index.remove(tides);
  index.remove(deep);
  expect(index.inFolder("docs")).toEqual(["docs/fog.md"]);
  expect(index.inFolder("docs/sea")).toEqual([]);
  expect([...index.workItems()]).toEqual([["blg 1", ["docs/fog.md"]]]);
});
