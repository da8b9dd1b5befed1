/** Puts values into a sentence as VS Code does for its own language. */
import type { Translate } from "../../client/translate";

export const fill: Translate = (message, ...values) =>
  message.replaceAll(/\{(\d+)\}/g, (whole, index) => `${values[Number(index)] ?? whole}`);
