/** Names of gates and their items at the start of a heading or line: `Gate R`, `Gate 0.1 — title`, `G1.3 — title`. */
import { foldKey } from "../base/fold";
import type { ProcessPolicy } from "../policy/types";
import { GATE_WORD } from "./vocabulary";

export interface GateName {
  /** `R`, `0`, `G1` */
  readonly gate: string;
  /** `R.1a`; undefined for a gate itself. */
  readonly item: string | undefined;
  /** What follows the name, without the dash or colon in between. */
  readonly rest: string;
  /** True when the word for a gate stands before it: without it `1.2 — Scope` may be any heading. */
  readonly isNamed: boolean;
}

const WORD = `(?:${GATE_WORD}\\s+)`;
const NAME = new RegExp(
  `^(${WORD})?([A-Za-z]{0,2}\\d{1,3}|[A-Za-z])(\\.\\d{1,3}[a-z]?)?(?![\\p{L}\\p{N}_.])`,
  "iu",
);
const NAMED = new RegExp(`^${WORD}`, "iu");
const SEPARATOR = /^\s*(?:$|[—–:(|→]|-+\s|->|\p{Extended_Pictographic})/u;
const JOINER = /^\s*(?:[—–:|]|-+(?=\s))\s*/;

/** Undefined where a text opens with anything else, such as `Gate register` or `Gate 2 waits for A1`. */
export function readGateName(text: string, process: ProcessPolicy): GateName | undefined {
  return readShortName(text) ?? readPolicyName(text, process);
}

function readShortName(text: string): GateName | undefined {
  const match = NAME.exec(text);
  if (match === null) return undefined;
  const [whole, word, gate = "", number] = match;
  const behind = text.slice(whole.length);
  if (!SEPARATOR.test(behind) || (word === undefined && !/^(?:[A-Z]|\d+\.|\d+$)/.test(whole)))
    return undefined;
  return {
    gate: gate.toUpperCase(),
    item: number === undefined ? undefined : gate.toUpperCase() + number,
    rest: behind.replace(JOINER, "").trim(),
    isNamed: word !== undefined,
  };
}

/** Gates that a policy calls by words of its own: `Gate Readiness`. */
function readPolicyName(text: string, process: ProcessPolicy): GateName | undefined {
  const word = NAMED.exec(text)?.[0];
  if (word === undefined) return undefined;
  const tail = text.slice(word.length);
  for (const { gates } of process.lifecycles) {
    for (const { name } of gates) {
      const behind = tail.slice(name.length);
      if (foldKey(tail.slice(0, name.length)) !== foldKey(name) || !SEPARATOR.test(behind)) continue;
      return { gate: name, item: undefined, rest: behind.replace(JOINER, "").trim(), isNamed: true };
    }
  }
  return undefined;
}

/** The gate as a lifecycle of the policy has it, or undefined. */
export function findPolicyGate(
  gate: string,
  process: ProcessPolicy,
): { readonly name: string; readonly from: string; readonly to: string } | undefined {
  for (const { gates } of process.lifecycles) {
    const found = gates.find((each) => each.name.toLowerCase() === gate.toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}
