/** How a document calls a gate: `Gate 1`, or `G1` alone. */
import { sentence } from "../base/sentence";
import { GATE_WORD } from "../process/vocabulary";

const OPENS_WITH_NAME = /^[A-Za-z]{0,2}\d/;

/** As `example` calls another one. */
export function labelGate(gate: string, example: string): string {
  return OPENS_WITH_NAME.test(example) ? gate : `${sentence(GATE_WORD)} ${gate}`;
}
