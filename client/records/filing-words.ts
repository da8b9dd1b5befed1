/** What stands in the way of a filing, as the lines of a dialog. */
import type { FilingRefusal } from "../../server/protocol/messages";
import type { Translate } from "../translate";

/** A dialog does not scroll for ever; who has mended these asks again. */
const most = 12;

/** In plain text, which is all that a dialog shows. */
export function listRefusals(refusals: readonly FilingRefusal[], t: Translate): readonly string[] {
  const shown = refusals.length > most + 1 ? refusals.slice(0, most) : refusals;
  const lines = shown.map(({ message, line }) => {
    const plain = message.replaceAll(/`([^`]*)`/g, "“$1”");
    return `• ${line === null ? plain : t("Line {0}: {1}", line, plain)}`;
  });
  const rest = refusals.length - shown.length;
  return rest === 0 ? lines : [...lines, t("and {0} more", rest)];
}
