/** Checks what the schema cannot: whether names refer to something, and patterns can match. */
import { type Range, range } from "../base/range";
import { checkDeliverables } from "./check-deliverables";
import { checkNames } from "./check-names";
import { checkPaths } from "./check-paths";
import { checkReferences } from "./check-references";
import { checkRules } from "./check-rules";
import { checkSettings } from "./check-settings";
import { locateKey, locateValue } from "./locate";
import type { CheckContext, Mistake } from "./mistake";
import type { FileLayer } from "./read-layer";
import type { PolicyProblem } from "./types";

const checks = [checkNames, checkPaths, checkReferences, checkSettings, checkDeliverables, checkRules];

export function checkLayer(context: CheckContext): PolicyProblem[] {
  const { layer } = context;
  return checks.flatMap((check) =>
    [...check(context)].map((mistake) => ({
      path: layer.path,
      range: locate(mistake, layer),
      // what a newer version allows, this one cannot know
      severity: layer.newer === undefined ? (mistake.severity ?? "warning") : "warning",
      message: mistake.message,
    })),
  );
}

function locate({ path, at, part }: Mistake, { root, text }: FileLayer): Range {
  if (at === "key") return locateKey(root, path, text);
  const whole = locateValue(root, path, text);
  const start = part === undefined ? -1 : text.slice(whole.start, whole.end).indexOf(part);
  return start < 0 || part === undefined
    ? whole
    : range(whole.start + start, whole.start + start + part.length);
}
