/** The names by which actions wait for gates and their items that have passed. */
import { foldKey } from "../base/fold";
import type { Gate } from "./types";
import { GATE_WORD } from "./vocabulary";

/** Folded: `gate 1` and `gate g1.2`, and `g1` alone where that can be nothing else; a bare number may be an action's. */
export function passedGateKeys(gates: readonly Gate[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const add = (name: string): void => {
    if (name === "") return;
    keys.add(foldKey(`${GATE_WORD} ${name}`));
    if (/^\p{L}+\d/u.test(name)) keys.add(foldKey(name));
  };
  for (const { gate, status, items } of gates) {
    if (status === "passed") add(gate);
    for (const item of items) if (item.status === "passed") add(item.id);
  }
  return keys;
}
