/** Completes a document's header: all of it where there is none, the fields that are missing where there is one. */
import { applyEdits } from "../base/edit";
import { type AnalysisInput, analyse } from "../engine/analyse";

const RULES: readonly string[] = ["header/missing-header", "header/missing-field"];
/** More fields than any class asks for. */
const ROUNDS = 60;

/** The text after it; the same text where nothing is missing, no class claims the document, or it is filed. */
export function completeHeader(input: AnalysisInput): string {
  let { text } = input;
  for (let round = 0; round < ROUNDS; round++) {
    const { findings } = analyse({ ...input, text });
    const fix = findings
      .find((finding) => RULES.includes(finding.rule) && finding.fixes().length > 0)
      ?.fixes()[0];
    if (fix === undefined) break;
    const next = applyEdits(text, fix.edits);
    if (next === text) break;
    text = next;
  }
  return text;
}
