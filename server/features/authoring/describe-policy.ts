/** What the policy says of its classes, states and fields, as paragraphs of Markdown. */
import { foldKey } from "../../base/fold";
import type { DocumentClass, FieldPolicy, Policy, StatePolicy } from "../../policy/types";
import { code, listCode, plain } from "./markdown";

/** What the class asks of the field, and why. */
export function describeField(
  field: FieldPolicy,
  documentClass: DocumentClass | undefined,
  policy: Policy,
): readonly string[] {
  const { name, values, required, why, type } = field;
  const of = documentClass === undefined ? [] : [plain(documentClass.title)];
  return [
    [`**${plain(name)}**`, ...of, required ? "required" : "optional"].join(" · "),
    plain(why ?? ""),
    values.length > 0 ? `One of ${listCode(values)}.` : (FORMS[type] ?? ""),
    type === "state" && documentClass !== undefined ? statesOf(documentClass) : "",
    policy.guide === undefined ? "" : `*${plain(policy.guide)}*`,
  ];
}

/** How values of a type are written, where that is not plain from the name. */
const FORMS: Partial<Readonly<Record<FieldPolicy["type"], string>>> = {
  date: "A date, as in `2026-02-20`.",
  version: "A version, as in `1.3`.",
  role: "A role.",
  path: "The path of a document.",
};

/** What the state means, who puts a document into it, and where it may go from there. */
export function describeState(state: StatePolicy, documentClass: DocumentClass): readonly string[] {
  const { name, meaning, setBy, next } = state;
  return [
    `**${plain(name)}** · ${plain(documentClass.name)}`,
    [plain(meaning ?? ""), isPermanent(name, documentClass) ? "Permanent." : ""]
      .filter((part) => part !== "")
      .join(" "),
    setBy === undefined ? "" : `Set by ${plain(setBy)}.`,
    next.length === 0
      ? "Nothing follows: it is final."
      : `Next: ${next.map((each) => describeNext(each, documentClass)).join(", or ")}.`,
    documentClass.states.length < 2 ? "" : `*${plainStates(documentClass)}*`,
  ];
}

/** `**Filed** (permanent; by the PMO Lead at shipping closure)` */
function describeNext(name: string, documentClass: DocumentClass): string {
  const setBy = documentClass.states.find((state) => state.name === name)?.setBy;
  const remarks = [
    ...(isPermanent(name, documentClass) ? ["permanent"] : []),
    ...(setBy === undefined ? [] : [`by ${plain(setBy)}`]),
  ];
  return `**${plain(name)}**${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`;
}

/** True when the state files a document for ever. */
function isPermanent(name: string, { immutable, states, fields }: DocumentClass): boolean {
  const keys = states.find((state) => state.name === name)?.keys ?? [foldKey(name)];
  const stateKeys = fields.filter(({ type }) => type === "state").flatMap((field) => field.keys);
  return (
    immutable?.when.some(
      ([first, ...others]) =>
        first !== undefined &&
        others.length === 0 &&
        stateKeys.includes(first.key) &&
        first.words.some((word) => keys.includes(word)),
    ) === true
  );
}

/** `Delivery record: Active → Filed, and nothing back.` */
function plainStates({ title, states }: DocumentClass): string {
  const order = states.map((state) => state.name);
  const goesBack = states.some(({ name, next }) =>
    next.some((each) => order.indexOf(each) <= order.indexOf(name)),
  );
  return `${plain(title)}: ${order.map(plain).join(" → ")}${goesBack ? "" : ", and nothing back"}.`;
}

function statesOf({ states }: DocumentClass): string {
  return states.length === 0 ? "" : `States: ${states.map((state) => code(state.name)).join(" → ")}`;
}

/** What documents of the class are for, what their headers have, where they go, and whether they are permanent. */
export function describeClass(documentClass: DocumentClass): readonly string[] {
  const { name, title, kind, summary, fields, locations, folder, fileName, immutable } = documentClass;
  const required = fields.filter((field) => field.required).map((field) => field.name);
  const places =
    locations.length > 0 ? locations.map(({ glob }) => glob) : folder === undefined ? [] : [folder];
  return [
    `**${plain(name)}**${kind === undefined ? "" : ` · ${plain(title)}`}`,
    plain(summary ?? ""),
    required.length === 0 ? "" : `Its header has ${listCode(required)}.`,
    statesOf(documentClass),
    places.length === 0 ? "" : `Belongs into ${listCode(places)}.`,
    fileName === undefined ? "" : `Named as in ${code(fileName.example)}.`,
    immutable === undefined
      ? ""
      : immutable.fromCreation
        ? "Permanent from its creation on."
        : "Permanent once it is filed.",
  ];
}
