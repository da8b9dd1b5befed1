/** What does not fit the schema of a policy: the exact place, and the sentence that the author reads. */
import { describe, expect, it } from "vitest";
import { compare, read } from "./policy-file";

const base = "version: 1\nextends: delivery\n";

function expectProblems(text: string, ...expected: string[]): void {
  const { found, wanted, policy } = compare(base + text, expected);
  expect(found).toEqual(wanted);
  // the rest still works
  expect(policy?.classes).toHaveLength(7);
}

describe("an unknown key", () => {
  it("of the policy", () => {
    expectProblems("«clases»: {}\n", "error `clases` is no key of the policy. Did you mean `classes`?");
    expectProblems(
      "«colours»: {}\n",
      "error `colours` is no key of the policy. There are `version`, `extends`, `name`, `guide`, `documents`, `ignore`, `placeholders`, `fields`, `classes`, `rules`, `process` and `deliverables`.",
    );
  });

  it("of a field, a class, a kind, a state, a section", () => {
    expectProblems(
      "fields: { Owner: { «typ»: role } }\n",
      "error `typ` is no key of a field. Did you mean `type`?",
    );
    expectProblems(
      "classes:\n  canonical:\n    «changelog»: {}\n",
      "error `changelog` is no key of a class. Did you mean `changeLog`?",
    );
    expectProblems(
      "classes: { delivery-record: { kinds: { phase-gate: { «foldr»: x } } } }\n",
      "error `foldr` is no key of a kind. Did you mean `folder`?",
    );
    expectProblems(
      "classes: { canonical: { states: { Draft: { «nxt»: [] } } } }\n",
      "error `nxt` is no key of a state. Did you mean `next`?",
    );
    expectProblems(
      "classes: { canonical: { sections: [{ title: A, «hedings»: [B] }] } }\n",
      "error `hedings` is no key of a section. Did you mean `headings`?",
    );
  });

  it("each of several, and only they are left out", () => {
    const { found, wanted, policy } = compare(
      `${base}«one»: 1\n«two»: 2\nfields:\n  Owner: { «three»: 3, type: text }\n«four»: 4\n`,
      [
        "error `one` is no key of the policy. There are `version`, `extends`, `name`, `guide`, `documents`, `ignore`, `placeholders`, `fields`, `classes`, `rules`, `process` and `deliverables`.",
        "error `two` is no key of the policy. There are `version`, `extends`, `name`, `guide`, `documents`, `ignore`, `placeholders`, `fields`, `classes`, `rules`, `process` and `deliverables`.",
        "error `three` is no key of a field. There are `type`, `required`, `requiredWhile`, `severity`, `aliases`, `headings`, `list`, `longest`, `longestWhile`, `fileName`, `values`, `default`, `why`, `placeholderWhile` and `future`.",
        "error `four` is no key of the policy. There are `version`, `extends`, `name`, `guide`, `documents`, `ignore`, `placeholders`, `fields`, `classes`, `rules`, `process` and `deliverables`.",
      ],
    );
    expect(found).toEqual(wanted);
    expect(policy?.classes[0]?.fieldByKey.get("owner")?.type).toBe("text");
  });

  it("that JavaScript gives a meaning of its own", () => {
    expectProblems(
      "fields: { «constructor»: {}, «__proto__»: { type: date }, toString: {} }\n",
      "error `constructor` cannot be used as a name here.",
      "error `__proto__` cannot be used as a name here.",
    );
    expectProblems(
      "«valueOf»: 1\n",
      "error `valueOf` is no key of the policy. There are `version`, `extends`, `name`, `guide`, `documents`, `ignore`, `placeholders`, `fields`, `classes`, `rules`, `process` and `deliverables`.",
    );
  });
});

describe("a wrong value", () => {
  it("among fixed words", () => {
    expectProblems(
      "fields: { Owner: { type: «rol» } }\n",
      "error `rol` cannot stand here. Possible are `text`, `role`, `date`, `version`, `state`, `class`, `path`, `number` and `url`. Did you mean `role`?",
    );
    expectProblems(
      "rules:\n  header/date-format: «critical»\n",
      "error `critical` cannot stand here. Possible are `error`, `warning`, `information` and `off`.",
    );
    expectProblems(
      "classes: { delivery-record: { immutable: { mode: «[frozen]» } } }\n",
      "error A list cannot stand here. Possible are `frozen`, `body` and `append-only`.",
    );
  });

  it("for yes or no", () => {
    expectProblems("fields: { Owner: { required: «yes» } }\n", "error `yes` is neither `true` nor `false`.");
    expectProblems(
      "fields: { Owner: { future: «[true]» } }\n",
      "error A list is neither `true` nor `false`.",
    );
  });

  it("for a text", () => {
    expectProblems("name: «[a]»\n", "error A list stands where a text belongs.");
    expectProblems("guide: «{ a: b }»\n", "error A map stands where a text belongs.");
    expectProblems(
      "guide: «true»\n",
      "error `true` is read as yes or no, where a text belongs. Put it in quotes.",
    );
    expectProblems("guide: «'  '»\n", "error This text is blank.");
  });

  it("for a list of texts", () => {
    expectProblems(
      "fields:\n  Owner:\n    aliases: [A, «{ b: 1 }», «false», «[c]», «~», «''», D]\n",
      "error A map stands where a text belongs.",
      "error `false` is read as yes or no, where a text belongs. Put it in quotes.",
      "error A list stands where a text belongs.",
      "error `null` takes a key away; in a list it has no meaning.",
      "error This text is blank.",
    );
    expectProblems("ignore: «{ a: b }»\n", "error A map stands where a text belongs.");
    expectProblems(
      "classes: { canonical: { states: { Draft: { next: «Canonical» } } } }\n",
      "error `Canonical` stands where a list belongs. Put it in brackets.",
    );
  });

  it("for a map", () => {
    expectProblems("rules: «off»\n", "error `off` stands where a map of keys and values belongs.");
    expectProblems(
      "rules: «[header/date-format]»\n",
      "error A list stands where a map of keys and values belongs.",
    );
    expectProblems(
      "fields: { Owner: «role» }\n",
      "error `role` stands where a map of keys and values belongs.",
    );
    expectProblems(
      "classes: { canonical: { immutable: { when: «Filed» } } }\n",
      "error `Filed` stands where a map of keys and values belongs.",
    );
    expectProblems(
      "classes: { canonical: { recognise: [«Filed»] } }\n",
      "error `Filed` stands where a map of keys and values belongs.",
    );
  });

  it("over several lines is marked at its key, so that not the whole of it is", () => {
    expectProblems("«name»:\n  - a\n  - b\n", "error A list stands where a text belongs.");
    expectProblems(
      "fields:\n  Owner:\n    «type»: |\n      a\n      b\n",
      "error `a b` cannot stand here. Possible are `text`, `role`, `date`, `version`, `state`, `class`, `path`, `number` and `url`.",
    );
  });

  it("for the two ends of a gate", () => {
    const lifecycle = (gate: string) =>
      `process: { lifecycles: [{ name: x, states: { A: [], B: [] }, gates: { G: ${gate} } }] }\n`;
    expectProblems(lifecycle("«[A]»"), "error Two texts belong here, such as `[OPEN, CLOSED]`.");
    expectProblems(lifecycle("[A, B, «A»]"), "error Two texts belong here, such as `[OPEN, CLOSED]`.");
    expectProblems(lifecycle("«A»"), "error Two texts belong here, such as `[OPEN, CLOSED]`.");
  });

  it("that misses what it must have", () => {
    expectProblems(
      "classes: { canonical: { sections: [«{ why: x }»] } }\n",
      "error `title` is missing: a section must have it.",
    );
    expectProblems(
      "classes:\n  canonical:\n    sections:\n      - «why»: x\n        body: y\n",
      "error `title` is missing: a section must have it.",
    );
  });
});

describe("a key without a value", () => {
  it("is no removal", () => {
    expectProblems(
      "fields:\n  «Scope»:\n",
      "error `Scope` has no value. Write `{}` if there is nothing more to say about it, or `null` to take it away.",
    );
    expectProblems("«name»:\n", "error `name` has no value.");
    expectProblems("ignore:\n  - a\n  -«»\n", "error This item of the list has no value.");
  });
});

describe("what is behind an alias", () => {
  it("is wrong once, at the place where it is written", () => {
    expectProblems(
      "fields:\n  A: &x { «typ»: role }\n  B: *x\n  C: { <<: *x }\n",
      "error `typ` is no key of a field. Did you mean `type`?",
    );
  });
});

describe("a file that is no policy", () => {
  it.each([
    ["«- a»\n- b\n", "error This is a list. A policy is a map that begins with `version: 1`."],
    ["«extends delivery»\n", "error This is a text. A policy is a map that begins with `version: 1`."],
    ["version: 1\nclasses: [a\n«r»ules: {}\n", "error A `]` is missing here."],
    [
      "version: 1\nname: «a»: b\n",
      "error This line holds a second `: `. Put the value in quotes, or begin a new line.",
    ],
  ])("gives no policy: %j", (text, message) => {
    const { found, wanted, policy } = compare(text, [message]);
    expect(policy).toBeUndefined();
    expect(found).toEqual(wanted);
  });

  it("is one that is too large, or holds too much", () => {
    const large = read(`version: 1\nname: ${"x".repeat(300_000)}\n`);
    expect(large.problems.map((each) => each.message)).toEqual([
      "This file is larger than 256 KB, which no policy is.",
    ]);
    expect(large.policy).toBeUndefined();
    const many = read(`version: 1\nignore: [${"a,".repeat(10_000)}]\n`);
    expect(many.problems.map((each) => each.message)).toEqual([
      "This file holds more than 10000 values, which no policy does.",
    ]);
    expect(many.policy).toBeUndefined();
  });

  it("is a bomb of aliases", () => {
    const { found, wanted, policy } = compare(
      `version: 1\na: &a [${"x,".repeat(200)}]\nb: &b [${"*a,".repeat(49)}«*a»]\n`,
      [
        "error With `*a`, the aliases of this file stand for more than 10000 values. Write out what is meant.",
      ],
    );
    expect(found).toEqual(wanted);
    expect(policy).toBeUndefined();
  });

  it("says no more than what helps", () => {
    const { problems } = read(
      `${base}${Array.from({ length: 800 }, (_, index) => `k${index}: 1\n`).join("")}`,
    );
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)?.message).toBe("300 more mistakes are not shown.");
  });
});
