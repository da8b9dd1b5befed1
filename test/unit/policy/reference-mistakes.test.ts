/** Names that refer to nothing, mean two things, or were meant as others: the exact place and the sentence. */
import { describe, expect, it } from "vitest";
import { compare } from "./policy-file";

const base = "version: 1\nextends: delivery\n";

function expectProblems(text: string, ...expected: string[]): void {
  const { found, wanted, policy } = compare(base + text, expected);
  expect(found).toEqual(wanted);
  expect(policy).toBeDefined();
}

describe("rules", () => {
  it("that do not exist", () => {
    expectProblems(
      "rules:\n  «header/missing-feld»: off\n",
      "error `header/missing-feld` is no rule. Did you mean `header/missing-field`?",
    );
    expectProblems(
      "rules:\n  «missing-field»: off\n",
      "error `missing-field` is no rule. Did you mean `header/missing-field`?",
    );
    expectProblems(
      "rules:\n  «class/date-format»: off\n",
      "error `class/date-format` is no rule. Did you mean `header/date-format`?",
    );
    expectProblems("rules:\n  «header»: off\n", "error `header` is no rule. Did you mean `header/*`?");
    expectProblems(
      "rules:\n  «heder/*»: off\n",
      "error `heder/*` is no group of rules. Did you mean `header/*`?",
    );
    expectProblems("rules:\n  «spelling»: off\n", "error `spelling` is no rule.");
    expectProblems(
      "rules:\n  «nothing/*»: «never»\n",
      "error `nothing/*` is no group of rules.",
      "error `never` cannot stand here. Possible are `error`, `warning`, `information` and `off`.",
    );
  });

  it("that do", () => {
    expectProblems(
      "rules: { '*': information, header/*: warning, header/date-format: error, lifecycle/unknown-state: null }\n",
    );
  });
});

describe("states", () => {
  it("that nobody has", () => {
    expectProblems(
      "classes: { canonical: { states: { Draft: { next: [«Canonicl», Deprecated] } } } }\n",
      "error `Canonicl` is no state of the class `Canonical document`. Did you mean `Canonical`?",
    );
    expectProblems(
      "classes: { supporting: { states: { Current: { next: [«Filed»] } } } }\n",
      "error `Filed` is no state of the class `Supporting document`. Its states are `Current`, `Deprecated` and `Archived`.",
    );
  });

  it("in conditions and defaults", () => {
    expectProblems(
      "classes: { delivery-record: { immutable: { when: { Status: [Filed, «Fild»] } } } }\n",
      "warning `Fild` is no state of the class `Delivery record`. Did you mean `Filed`?",
    );
    expectProblems(
      "classes: { supporting: { fields: { Status: { default: «Curent» } } } }\n",
      "warning `Curent` is no state of the class `Supporting document`. Did you mean `Current`?",
    );
    expectProblems("classes: { supporting: { fields: { Status: { default: supporting } } } }\n");
  });

  it("that have one name", () => {
    expectProblems(
      "classes: { canonical: { states: { Draft: { aliases: [Sketch, «archived»] } } } }\n",
      "warning `archived` also names the state `Archived`, so that nobody can tell which one is meant.",
    );
  });
});

describe("fields", () => {
  it("in conditions", () => {
    expectProblems(
      "classes: { canonical: { recognise: [{ «Statsu»: Canonical }] } }\n",
      "warning `Statsu` is no field of the class `Canonical document`. Did you mean `Status`?",
    );
    expectProblems(
      "classes: { canonical: { sections: [{ title: A, when: [{ «Filed»: <date> }] }] } }\n",
      "warning `Filed` is no field of the class `Canonical document`.",
    );
    expectProblems(
      "classes: { delivery-record: { fields: { Version: { placeholderWhile: { Status: Active, «State»: a } } } } }\n",
      "warning `State` is no field of the class `Delivery record`. Did you mean `Status`?",
    );
    expectProblems(
      "classes: { delivery-record: { immutable: { when: [{ filed on: «<day>» }] } } }\n",
      'warning `<day>` stands for nothing here. `<date>` stands for any date, and `"*"` for any value.',
    );
  });

  it("of successors", () => {
    expectProblems(
      "classes: { canonical: { states: { Archived: { successor: { field: «Successors», dateField: «From» } } } } }\n",
      "warning `Successors` is no field of the class `Canonical document`.",
      "warning `From` is no field of the class `Canonical document`.",
    );
  });

  it("with a default that is none of their values", () => {
    expectProblems(
      "classes: { delivery-record: { fields: { Owner: { default: «Head of Specs» } } } }\n",
      "warning `Head of Specs` is none of the `values` of this field: `QA Lead` and `PMO Lead`.",
    );
    expectProblems("classes: { delivery-record: { fields: { Owner: { default: pmo lead } } } }\n");
  });

  it("of one name", () => {
    expectProblems(
      "fields: { Last Updated: { type: date }, «last_updated»: {} }\n",
      "error `last_updated` is the same field as `Last Updated`: case, spaces, `-` and `_` make no difference.",
    );
    expectProblems(
      "classes: { delivery-record: { fields: { Feature: { aliases: [Item, «Version»] } } } }\n",
      "warning `Version` also names the field `Version`, so that nobody can tell which one is meant.",
    );
    expectProblems(
      "fields: { «-»: {} }\nclasses: { canonical: { fields: { Owner: { aliases: [«'*'», Author] } } } }\n",
      "error `-` has no letter or digit, so that it names nothing.",
      "warning `*` has no letter or digit, so that it names nothing.",
    );
  });
});

describe("classes and kinds", () => {
  it("that are slips for others", () => {
    expectProblems(
      "classes: { «canonicl»: { paths: [/a], states: { A: { next: [B] } } } }\n",
      "error `canonicl` is a new class without a name. Did you mean `canonical`?",
    );
    expectProblems(
      "classes: { «runbook»: { paths: [a/*.md] } }\n",
      "error `runbook` is a new class without a name. Give it a `name`.",
    );
    expectProblems(
      "classes: { delivery-record: { kinds: { «phase-gates»: { folder: x } } } }\n",
      "error `phase-gates` is a new kind without a title. Did you mean `phase-gate`?",
    );
    expectProblems("classes: { runbook: { name: Runbook, kinds: { short: { title: Short } } } }\n");
  });

  it("whose new fields and states are nearly known ones", () => {
    expectProblems(
      "classes: { canonical: { fields: { «Ownr»: { required: true }, OWNER: {} }, states: { «Drft»: {}, Review: {} } } }\n",
      "information `Ownr` is a new field. Did you mean `Owner`?",
      "information `Drft` is a new state. Did you mean `Draft`?",
    );
    expectProblems(
      "classes: { delivery-record: { kinds: { phase-gate: { fields: { «Featre»: {}, Feature: {} } } } } }\n",
      "information `Featre` is a new field. Did you mean `Feature`?",
    );
    expectProblems("classes: { runbook: { name: Runbook, fields: { Ownr: {} } } }\n");
  });

  it("that are taken away and were never there", () => {
    expectProblems(
      "classes: { «suporting»: null }\n",
      "warning There is no class `suporting` to take away. Did you mean `supporting`?",
    );
    expectProblems("fields: { «Colour»: ~ }\n", "warning There is no field `Colour` to take away.");
    expectProblems(
      "classes: { canonical: { kinds: { «specs»: ~ } } }\n",
      "warning There is no kind `specs` to take away.",
    );
    expectProblems(
      "classes: { canonical: { states: { «Achived»: ~ } } }\n",
      "warning There is no state `Achived` to take away. Did you mean `Archived`?",
    );
    expectProblems(
      "classes: { Supporting: null, canonical: { kinds: { specification: null }, fields: { Type: null } } }\n",
    );
    expectProblems(
      "classes: { delivery-record: { kinds: { phase-gate: { states: { Active: null }, fields: { Feature: null } } } } }\n",
    );
  });

  it("of one name", () => {
    expectProblems(
      "classes: { runbook: { name: Runbook, aliases: [R, «Class 7»] } }\n",
      "warning `Class 7` also names the class `Delivery Record (Class 7)`, so that nobody can tell which one is meant.",
    );
    expectProblems(
      "classes: { canonical: {}, «Canonical»: {} }\n",
      "error `Canonical` is the same class as `canonical`: case, spaces, `-` and `_` make no difference.",
    );
  });

  it("of which a process speaks", () => {
    expectProblems(
      "process: { actionClasses: [planning document, «delivery-recrod»] }\n",
      "error `delivery-recrod` is the id of no class. Did you mean `delivery-record`?",
    );
    expectProblems(
      "process: { lifecycles: { name: change, states: { OPEN: [Open], CLOSED: [] }, gates: { G1: [open, «CLSED»], G2: [«DONE», closed] } } }\n",
      "error `CLSED` is no state of this lifecycle. Did you mean `CLOSED`?",
      "error `DONE` is no state of this lifecycle.",
    );
  });
});

describe("settings without effect", () => {
  it("lack what gives them one", () => {
    expectProblems(
      "classes: { supporting: { «notice»: { name: a } } }\n",
      "error `matches` is missing: nothing says which text counts as the notice.",
    );
    expectProblems(
      "classes: { supporting: { «immutable»: { mode: body } } }\n",
      "error `when` is missing: nothing says when a document is filed.",
    );
    expectProblems(
      "classes: { supporting: { changeLog: { initialVersion: «one» } } }\n",
      "error `one` is no version such as `1.0`.",
    );
    expectProblems(
      "classes: { delivery-record: { immutable: { mode: body } }, canonical: { changeLog: { initialVersion: 1.0 } } }\n",
    );
  });

  it("is a policy without classes", () => {
    const { found, wanted } = compare("«version»: 1\nname: mine\n", [
      "warning This policy has no classes of documents, so that nothing is checked. Begin with `extends: delivery`.",
    ]);
    expect(found).toEqual(wanted);
  });
});
