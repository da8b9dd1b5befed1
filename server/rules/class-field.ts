/** What the class rules share: the part of a class field's value that names the class. */
import { plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import type { HeaderField } from "../document/types";
import { resolveClassName } from "../policy/resolve-class-name";
import type { Policy } from "../policy/types";
import { headRange } from "./fields";

const REMARK = /\s+(?:[—–]|-{1,3})\s+|\s*;\s*/;

/** Without a remark behind a dash; in `Class 7 — Delivery Record` the dash parts two names of one class. */
export function namedClass(text: string, written: HeaderField, policy: Policy): Range {
  const plain = plainValue(written.value);
  const dash = REMARK.exec(plain);
  if (dash === null) return headRange(text, written, plain);
  const behind = resolveClassName(plain.slice(dash.index + dash[0].length), policy);
  const isRemark = behind.kind === "unknown" && behind.nearest === undefined;
  return headRange(text, written, isRemark ? plain.slice(0, dash.index) : plain);
}
