/** Settings of a policy file that say nothing, because what gives them effect is missing. */
import { parseVersion } from "../base/version";
import { findNode } from "./locate";
import { type CheckContext, type ClassPart, type Mistake, soundClassParts } from "./mistake";
import { quote } from "./quote";

export function* checkSettings(context: CheckContext): Generator<Mistake> {
  for (const part of soundClassParts(context)) yield* checkPart(part, context);
}

function* checkPart({ raw, compiled, path }: ClassPart, { layer }: CheckContext): Generator<Mistake> {
  // what is written there and wrong has its own finding
  const lacks = (...keys: string[]): boolean => findNode(layer.root, [...path, ...keys]) === undefined;
  if (raw.notice && compiled.notice === undefined && lacks("notice", "matches")) {
    const message = "`matches` is missing: nothing says which text counts as the notice.";
    yield { path: [...path, "notice"], at: "key", severity: "error", message };
  }
  if (raw.immutable && compiled.immutable?.when.length === 0 && lacks("immutable", "when")) {
    const message = "`when` is missing: nothing says when a document is filed.";
    yield { path: [...path, "immutable"], at: "key", severity: "error", message };
  }
  const initial = raw.changeLog?.initialVersion;
  if (initial && parseVersion(initial) === undefined) {
    const message = `${quote(initial)} is no version such as \`1.0\`.`;
    yield { path: [...path, "changeLog", "initialVersion"], at: "value", severity: "error", message };
  }
}
