/** What a policy builds on: profiles, files, circles, files outside; and the version of the language. */
import { describe, expect, it } from "vitest";
import { compare, policyOf, read } from "./policy-file";

const names = (files: Readonly<Record<string, string>>) =>
  read(files).policy?.classes.map((each) => each.name);

describe("extends", () => {
  it("takes a profile, a file, or several, of which the last counts most", () => {
    const files = {
      "docket.yaml":
        "version: 1\nextends: [./policies/a.yaml, ./policies/b.yaml]\nclasses: { z: { name: Z } }\n",
      "policies/a.yaml": "version: 1\nclasses: { x: { name: A1 }, y: { name: A2 } }\n",
      "policies/b.yaml": "version: 1\nextends: ../more/c.yaml\nclasses: { y: { name: B } }\n",
      "more/c.yaml": "version: 1\nclasses: { x: { name: C1 }, y: { name: C2 }, w: { name: C3 } }\n",
    };
    expect(names(files)).toEqual(["C1", "B", "C3", "Z"]);
    expect(read(files).files).toEqual(["docket.yaml", "policies/a.yaml", "policies/b.yaml", "more/c.yaml"]);
    expect(read(files).problems).toEqual([]);
  });

  it("is relative to the file that says it", () => {
    const files = {
      "team/a/docket.yaml": "version: 1\nextends: ../../base.yaml\n",
      "base.yaml": "version: 1\nextends: ./team/b.yaml\nclasses: { base: { name: Base } }\n",
      "team/b.yaml": "version: 1\nclasses: { b: { name: B } }\n",
    };
    const { policy, problems } = read(files, "team/a/docket.yaml", "team/a");
    expect(problems).toEqual([]);
    expect(policy?.classes.map((each) => each.name)).toEqual(["B", "Base"]);
    expect([policy?.path, policy?.folder]).toEqual(["team/a/docket.yaml", "team/a"]);
  });

  it("counts a file that two others share once, at its lowest place", () => {
    const files = {
      "docket.yaml": "version: 1\nextends: [./a.yaml, ./b.yaml]\n",
      "a.yaml": "version: 1\nextends: [delivery, ./base.yaml]\nclasses: { x: { name: A } }\n",
      "b.yaml": "version: 1\nextends: [./base.yaml, delivery]\n",
      "base.yaml": "version: 1\nclasses: { x: { name: Base } }\n",
    };
    expect(read(files).problems).toEqual([]);
    expect(
      policyOf(files)
        .classes.map((each) => each.name)
        .at(-1),
    ).toBe("A");
  });

  it.each([
    [
      "delivry",
      "`delivry` is no built-in profile. Did you mean `delivery`? A file begins with `./` or `../`.",
    ],
    [
      "house",
      "`house` is no built-in profile. There are `adr`, `delivery`, `proposals` and `reports`. A file begins with `./` or `../`.",
    ],
    ["base.yaml", "`base.yaml` is no built-in profile. For a file beside this one write `./base.yaml`."],
    ["./none.yaml", "There is no file `none.yaml` that can be read."],
    [
      "../base.yaml",
      "`../base.yaml` lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.",
    ],
    [
      "./a/../../b.yaml",
      "`./a/../../b.yaml` lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.",
    ],
    [
      "/etc/passwd",
      "`/etc/passwd` lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.",
    ],
    [
      "~/policy.yaml",
      "`~/policy.yaml` lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.",
    ],
    [
      "'C:\\policy.yaml'",
      "`C:\\policy.yaml` lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.",
    ],
    [
      "https://example.org/p.yaml",
      "`https://example.org/p.yaml` lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.",
    ],
    [
      "file:///etc/p.yaml",
      "`file:///etc/p.yaml` lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.",
    ],
  ])("of %s is a mistake at the value, and the rest works", (value, message) => {
    const { found, wanted, policy } = compare(
      `version: 1\nextends: [delivery, «${value}»]\nclasses: { x: { name: X } }\n`,
      [`error ${message}`],
    );
    expect(found).toEqual(wanted);
    expect(policy?.classes).toHaveLength(8);
    const single = compare(`version: 1\nextends: «${value}»\nclasses: { x: { name: X } }\n`, [
      `error ${message}`,
    ]);
    expect(single.found).toEqual(single.wanted);
    expect(single.policy?.classes).toHaveLength(1);
  });

  it("in a circle is a mistake that names the chain", () => {
    const itself = compare("version: 1\nextends: [delivery, «./docket.yaml»]\n", [
      "error This goes in a circle: `docket.yaml` extends `docket.yaml`.",
    ]);
    expect(itself.found).toEqual(itself.wanted);
    expect(itself.policy?.classes).toHaveLength(7);
    const chain = compare(
      {
        "docket.yaml": "version: 1\nextends: [delivery, ./a.yaml]\n",
        "a.yaml": "version: 1\nextends: ./b.yaml\nclasses: { x: { name: X } }\n",
        "b.yaml": "version: 1\nextends:\n  - «./a.yaml»\nclasses: { y: { name: Y } }\n",
      },
      ["error This goes in a circle: `a.yaml` extends `b.yaml` extends `a.yaml`."],
    );
    expect(chain.found).toEqual(chain.wanted);
    expect(chain.policy?.classes).toHaveLength(9);
  });

  it("in a very long chain ends", () => {
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        index === 0 ? "docket.yaml" : `${index}.yaml`,
        `version: 1\nextends: ./${index + 1}.yaml\n`,
      ]),
    );
    const { problems } = read(files);
    expect(problems.map((each) => `${each.path}: ${each.message}`)).toEqual([
      "19.yaml: `20.yaml` is the 20th file of a chain, which is too long.",
    ]);
  });

  it("of a file with mistakes reports them there, each file being checked by itself", () => {
    const { found, wanted, policy } = compare(
      {
        "docket.yaml":
          "version: 1\nextends: ./base.yaml\nclasses: { canonical: { fields: { Type: null } } }\n",
        "base.yaml":
          "version: 1\nextends: delivery\n«colour»: 1\nclasses: { canonical: { recognise: { Type: Spec, «Statsu»: a } } }\n",
      },
      [
        "error `colour` is no key of the policy. There are `version`, `extends`, `name`, `guide`, `documents`, `ignore`, `placeholders`, `fields`, `classes`, `rules`, `process` and `deliverables`.",
        "warning `Statsu` is no field of the class `Canonical document`. Did you mean `Status`?",
      ],
    );
    expect(found).toEqual(wanted);
    expect(policy?.classes[0]?.fieldByKey.has("type")).toBe(false);
  });

  it("of a file that is no YAML leaves its layer out, and says so", () => {
    const files = {
      "docket.yaml": "version: 1\nextends: [delivery, ./base.yaml]\n",
      "base.yaml": "version: 1\nname: [a\n",
    };
    const { policy, problems, partial } = read(files);
    expect(policy?.classes).toHaveLength(7);
    expect(partial).toBe(true);
    expect(problems.map((each) => [each.path, each.message])).toEqual([
      ["base.yaml", "A `]` is missing here."],
    ]);
    expect(read("version: 1\nextends: delivery\n").partial).toBe(false);
  });
});

describe("version", () => {
  it("has to be there, in every file", () => {
    const { found, wanted, policy } = compare(
      { "docket.yaml": "«extends»: ./base.yaml\n", "base.yaml": "# mine\n«name»: base\nextends: delivery\n" },
      [
        "warning The version of the policy language is missing. Begin with `version: 1`.",
        "warning The version of the policy language is missing. Begin with `version: 1`.",
      ],
    );
    expect(found).toEqual(wanted);
    expect(policy?.classes).toHaveLength(7);
    expect(read("").problems.map((each) => [each.range, each.message])).toEqual([
      [{ start: 0, end: 0 }, "The version of the policy language is missing. Begin with `version: 1`."],
      [
        { start: 0, end: 0 },
        "This policy has no classes of documents, so that nothing is checked. Begin with `extends: delivery`.",
      ],
    ]);
  });

  it.each(["one", "0", "1.5", "-1", "true", "v1"])("is not %s", (value) => {
    const { found, wanted, policy } = compare(`version: «${value}»\nextends: delivery\n`, [
      `error \`${value}\` is no version of the policy language. Write \`version: 1\`.`,
    ]);
    expect(found).toEqual(wanted);
    expect(policy?.classes).toHaveLength(7);
  });

  it("may be in quotes", () => {
    expect(read("version: '1'\nextends: delivery\n").problems).toEqual([]);
  });

  it("that is newer turns what is unknown into warnings, and everything known still works", () => {
    const { found, wanted, policy } = compare(
      "version: 3\nextends: delivery\n«quorum»: 2\nname: mine\nrules: { header/date-format: error, «header/new-rule»: off }\nclasses:\n  canonical:\n    «reviewers»: [a]\n    title: Spec\n    fields: { Owner: { type: «team» } }\n",
      [
        "warning This Docket does not know `quorum`, which version 3 of the policy brings; it is ignored.",
        "warning `header/new-rule` is no rule.",
        "warning This Docket does not know `reviewers`, which version 3 of the policy brings; it is ignored.",
        "warning `team` cannot stand here. Possible are `text`, `role`, `date`, `version`, `state`, `class`, `path`, `number` and `url`. Version 3 of the policy may allow it; here it is ignored.",
      ],
    );
    expect(found).toEqual(wanted);
    expect([policy?.name, policy?.classes[0]?.title]).toEqual(["mine", "Spec"]);
    expect(policy?.severityOf("header/date-format")?.value).toBe("error");
  });

  it("is that of each file by itself", () => {
    const { found, wanted } = compare(
      {
        "docket.yaml": "version: 1\nextends: ./base.yaml\n«quorum»: 2\n",
        "base.yaml": "version: 2\nextends: delivery\n«quorum»: 2\n",
      },
      [
        "error `quorum` is no key of the policy. There are `version`, `extends`, `name`, `guide`, `documents`, `ignore`, `placeholders`, `fields`, `classes`, `rules`, `process` and `deliverables`.",
        "warning This Docket does not know `quorum`, which version 2 of the policy brings; it is ignored.",
      ],
    );
    expect(found).toEqual(wanted);
  });
});
