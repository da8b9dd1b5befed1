/** Which role a charter defines, whoever owns it. */
import { expect, test } from "vitest";
import { charteredRole } from "../../../server/process/charter";
import { govern } from "../../../server/workspace/govern";
import { policyOf } from "./read";

const policy = policyOf();

const roleOf = (header: string, path = "docs/team_skills/pmo/pmo_lead.md"): string | undefined =>
  charteredRole(govern(path, `${header}\nStatus: Canonical\n`, policy));

test.each([
  ["the title, where somebody else owns the charter", "# PMO Lead\n\nOwner: Head of Specs Team", "PMO Lead"],
  ["what the header calls the role", "# The lead\n\n**Role:** QA Lead\n**Owner:** Specs Lead", "QA Lead"],
  ["a note behind the role is none of it", "# X\n\n**Role:** QA Lead (acting)", "QA Lead"],
  ["the title without its kind", "# Role Charter — QA Lead\n\nOwner: Specs Lead", "QA Lead"],
  ["the whole name of a title that is short for it", "# Patterns\n\nOwner: Patterns Owner", "Patterns Owner"],
  ["the owner within a longer title", "# QA Lead — who we are\n\nOwner: QA Lead", "QA Lead"],
  ["not the owner of a deputy's charter", "# Deputy PMO Lead\n\nOwner: PMO Lead", "Deputy PMO Lead"],
  ["nor of an assistant's", "# QA Lead Assistant\n\nOwner: QA Lead", "QA Lead Assistant"],
  ["the title without the word behind it", "# PMO Lead Charter\n\nOwner: Head of Delivery", "PMO Lead"],
  [
    "the title without the kind behind it",
    "# PMO Lead — Role Charter\n\nOwner: Head of Delivery",
    "PMO Lead",
  ],
  ["the title behind the word", "# Charter: QA Lead\n\nOwner: Head of Delivery", "QA Lead"],
  ["the owner, where the title is the kind alone", "# Role Charter\n\nOwner: QA Lead", "QA Lead"],
  ["the owner, where there is no title", "Owner: QA Lead", "QA Lead"],
  ["the owner, where the title is still to come", "# {role}\n\nOwner: QA Lead", "QA Lead"],
])("%s", (_, header, role) => {
  expect(roleOf(header)).toBe(role);
});

test("nothing without any name, and in a document of another class", () => {
  expect(roleOf("Owner: {owner}")).toBeUndefined();
  expect(roleOf("# PMO Lead\n\nOwner: PMO Lead", "docs/specs/pmo.md")).toBeUndefined();
});
