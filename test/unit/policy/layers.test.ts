/** How the layers of a policy merge, and what is taken away. */
import { describe, expect, it } from "vitest";
import { classOf, policyOf } from "./policy-file";

const base = `version: 1
fields:
  Owner: { type: role, severity: error, aliases: [Author], why: Somebody answers for it. }
  Status: { type: state }
  Version: { type: version }
classes:
  spec:
    name: Spec (Class 1)
    aliases: [S]
    paths: [specs/*.md]
    locations: [specs/**]
    folder: specs
    fields:
      Owner: { required: true }
      Status: {}
      Version: { severity: warning }
    states: { Draft: { next: [Final] }, Final: { next: [Gone] }, Gone: {} }
    sections: [{ title: Scope }]
    notice: { name: mark, matches: [draft mark] }
    changeLog: { initialVersion: "1.0", headings: [Changes] }
    kinds:
      rfc:
        titles: [RFC]
        fields: { Number: { required: true }, Owner: { default: Chair } }
        sections: [{ title: Motivation }]
  note: { name: Note }
`;

/** The policy of `docket.yaml` over the base. */
function over(text: string) {
  return policyOf({ "docket.yaml": `version: 1\nextends: ./base.yaml\n${text}`, "base.yaml": base });
}

const spec = (text: string) => classOf(over(text), "spec");
const rfc = (text: string) => spec(text).kinds[0];
const fieldOf = (text: string, name: string) => spec(text).fields.find((field) => field.name === name);

describe("layers", () => {
  it("merge maps by key", () => {
    const owner = fieldOf(
      "fields: { Owner: { why: Because. } }\nclasses: { spec: { title: Paper } }\n",
      "Owner",
    );
    expect(owner).toMatchObject({ type: "role", required: true, why: "Because.", keys: ["owner", "author"] });
    expect(spec("classes: { spec: { title: Paper } }\n")).toMatchObject({
      title: "Paper",
      name: "Spec (Class 1)",
    });
  });

  it("replace lists and single values", () => {
    const changed = spec(
      "classes: { spec: { aliases: [T], paths: [papers/*.md], sections: { title: Aim } } }\n",
    );
    expect(changed.keys).toEqual(["spec (class 1)", "t", "spec"]);
    expect(changed.paths.map((pattern) => pattern.glob)).toEqual(["papers/*.md"]);
    expect(changed.sections.map((section) => section.title)).toEqual(["Aim"]);
  });

  it("compare names by their words, and keep the upper spelling and the lower place", () => {
    const changed = spec(
      "classes: { spec: { fields: { owner: { default: A }, STATUS: { required: true } }, states: { DRAFT: { aliases: [New] } } } }\n",
    );
    expect(changed.fields.map((field) => field.name)).toEqual(["owner", "STATUS", "Version"]);
    expect(changed.fields[0]).toMatchObject({ required: true, default: "A", type: "role" });
    expect(changed.states[0]).toMatchObject({ name: "DRAFT", keys: ["draft", "new"], next: ["Final"] });
  });

  it("take away with null: a class, a field, a state, a kind, a setting", () => {
    expect(over("classes: { note: null }\n").classes.map((each) => each.id)).toEqual(["spec"]);
    expect(
      spec("classes: { spec: { fields: { Version: null } } }\n").fields.map((field) => field.name),
    ).toEqual(["Owner", "Status"]);
    const states = spec("classes: { spec: { states: { Gone: null } } }\n").states;
    expect(states.map((state) => [state.name, state.next])).toEqual([
      ["Draft", ["Final"]],
      ["Final", []],
    ]);
    expect(spec("classes: { spec: { kinds: { rfc: null } } }\n").kinds).toEqual([]);
    const bare = spec(
      "classes: { spec: { notice: null, changeLog: ~, folder: null, sections: null, aliases: null } }\n",
    );
    expect([bare.notice, bare.changeLog, bare.folder, bare.sections, bare.keys]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
      ["spec (class 1)", "spec"],
    ]);
  });

  it("take away a shared field's settings, and leave the class its field", () => {
    expect(fieldOf("fields: { Owner: null }\n", "Owner")).toMatchObject({
      type: "text",
      required: true,
      severity: undefined,
    });
    expect(fieldOf("fields: { Owner: { severity: null } }\n", "Owner")).toMatchObject({
      type: "role",
      severity: undefined,
    });
  });

  it("may give again what another one took away", () => {
    const files = {
      "docket.yaml": "version: 1\nextends: ./middle.yaml\nclasses: { spec: { name: New } }\n",
      "middle.yaml": "version: 1\nextends: ./base.yaml\nclasses: { spec: null }\n",
      "base.yaml": base,
    };
    const again = classOf(policyOf(files), "spec");
    expect([again.name, again.fields, again.states]).toEqual(["New", [], []]);
  });

  it("bring what is new behind what is there", () => {
    const changed = spec(
      "classes: { spec: { fields: { Reviewer: {} }, states: { Paused: { next: [Draft] } } } }\n",
    );
    expect(changed.fields.map((field) => field.name)).toEqual(["Owner", "Status", "Version", "Reviewer"]);
    expect(changed.states.map((state) => state.name)).toEqual(["Draft", "Final", "Gone", "Paused"]);
  });

  it("are known by the severity that they set", () => {
    expect(fieldOf("", "Owner")?.severity).toEqual({ value: "error", layer: 0 });
    expect(fieldOf("fields: { OWNER: { severity: warning } }\n", "Owner")?.severity).toEqual({
      value: "warning",
      layer: 1,
    });
    expect(
      fieldOf("classes: { spec: { fields: { Owner: { severity: information } } } }\n", "Owner")?.severity,
    ).toEqual({ value: "information", layer: 1 });
    // what a class says of its field comes before the shared one, whichever layer said it
    expect(fieldOf("fields: { Version: { severity: error } }\n", "Version")?.severity).toEqual({
      value: "warning",
      layer: 0,
    });
  });
});

describe("a kind", () => {
  it("has all that its class has, and its own", () => {
    const kind = rfc("");
    expect(kind).toMatchObject({
      id: "spec",
      kind: "rfc",
      name: "Spec (Class 1)",
      title: "Rfc",
      folder: "specs",
      titleKeys: ["rfc"],
    });
    expect(kind?.fields.map((field) => [field.name, field.required, field.default])).toEqual([
      ["Owner", true, "Chair"],
      ["Status", false, undefined],
      ["Version", false, undefined],
      ["Number", true, undefined],
    ]);
    expect(kind?.sections.map((section) => section.title)).toEqual(["Scope", "Motivation"]);
    expect(kind?.states.map((state) => state.name)).toEqual(["Draft", "Final", "Gone"]);
    expect(kind?.locations.map((pattern) => pattern.glob)).toEqual(["specs/**"]);
    expect(kind?.changeLog?.keys).toEqual(["changes"]);
    expect(kind?.notice?.name).toBe("mark");
  });

  it("has paths and kinds of its own only", () => {
    expect([rfc("")?.paths, rfc("")?.kinds, rfc("")?.recognise]).toEqual([[], [], []]);
  });

  it("takes away with null what its class has", () => {
    const kind = rfc(
      "classes: { spec: { kinds: { rfc: { notice: null, folder: null, fields: { Version: null }, states: { Gone: null } } } } }\n",
    );
    expect([kind?.notice, kind?.folder]).toEqual([undefined, undefined]);
    expect(kind?.fields.map((field) => field.name)).toEqual(["Owner", "Status", "Number"]);
    expect(kind?.states.map((state) => state.name)).toEqual(["Draft", "Final"]);
    expect(spec("").fields.map((field) => field.name)).toContain("Version");
  });

  it("follows its class where a layer changes that", () => {
    expect(
      rfc("classes: { spec: { folder: specs/new, fields: { Owner: { required: false } } } }\n"),
    ).toMatchObject({ folder: "specs/new" });
    expect(rfc("classes: { spec: { fields: { Owner: { required: false } } } }\n")?.fields[0]?.required).toBe(
      false,
    );
  });
});

describe("a field", () => {
  it("is found by its name before another one's alias", () => {
    const { fieldByKey } = classOf(
      policyOf("version: 1\nclasses: { a: { name: A, fields: { Report Version: {}, Version: {} } } }\n"),
      "a",
    );
    expect(fieldByKey.get("version")?.name).toBe("Version");
  });

  it("has aliases in any language, and those of its class instead of the shared ones", () => {
    const changed = fieldOf(
      "classes: { spec: { fields: { Owner: { aliases: [Verantwortlich, Владелец, 責任者] } } } }\n",
      "Owner",
    );
    expect(changed?.keys).toEqual(["owner", "verantwortlich", "владелец", "責任者"]);
  });
});

describe("severities", () => {
  const severityOf = (text: string, rule: string) => over(text).severityOf(rule);

  it("come from the rule, its group, or all, the more exact first", () => {
    const rules = "rules: { '*': off, header/*: error, header/date-format: information }\n";
    expect(severityOf(rules, "header/date-format")).toEqual({ value: "information", layer: 1 });
    expect(severityOf(rules, "header/missing-field")).toEqual({ value: "error", layer: 1 });
    expect(severityOf(rules, "lifecycle/unknown-state")).toEqual({ value: "off", layer: 1 });
    expect(severityOf("", "header/date-format")).toBeUndefined();
  });

  it("come from the upper layer where they are equally exact, and from the more exact one where they are not", () => {
    const files = (upper: string) => ({
      "docket.yaml": `version: 1\nextends: ./base.yaml\n${upper}`,
      "base.yaml":
        "version: 1\nclasses: { a: { name: A } }\nrules: { header/date-format: error, lifecycle/*: off }\n",
    });
    const upper = policyOf(files("rules: { header/*: off, lifecycle/*: error }\n"));
    expect(upper.severityOf("header/date-format")).toEqual({ value: "error", layer: 0 });
    expect(upper.severityOf("lifecycle/unknown-state")).toEqual({ value: "error", layer: 1 });
    expect(
      policyOf(files("rules: { header/date-format: null }\n")).severityOf("header/date-format"),
    ).toBeUndefined();
  });
});
