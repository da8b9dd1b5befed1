/** A filed delivery record of 20 lines, told by its place, and ways to change it. */
import { replaceOnce } from "./history-builder";

export const FOLDER = "docs/product/lessons_learnt";
export const A = `${FOLDER}/a-lessons.md`;
export const B = `${FOLDER}/b-lessons.md`;
export const C = `${FOLDER}/c-lessons.md`;

export interface RecordParts {
  readonly title?: string;
  readonly status?: string;
  readonly filed?: string;
  readonly className?: string;
  /** The whole text from line 12 on. */
  readonly body?: string;
}

/** Lines 3 to 8 are the header, 12 to 14 a paragraph, 18 to 20 a list. */
export function record(parts: RecordParts = {}): string {
  const {
    title = "Guest passes",
    status = "Filed",
    filed = "2026-02-20",
    className = "Delivery Record (Class 7)",
  } = parts;
  return [
    `# ${title}`,
    "",
    "**Owner:** PMO Lead",
    `**Class:** ${className}`,
    `**Status:** ${status}`,
    "**Feature:** 3.2",
    "**Version:** v1.0",
    `**Date Filed:** ${filed}`,
    "",
    "## Findings",
    "",
    parts.body ?? BODY,
  ].join("\n");
}

const BODY = [
  "The passes were issued on the first day.",
  "Guests waited for four minutes on average.",
  "Nobody was turned away at the gate.",
  "",
  "## Next",
  "",
  "- print the passes in two sizes",
  "- ask the porters again",
  "- close the side entrance",
  "",
].join("\n");

/** The same while it is still worked on. */
export const ACTIVE = record({ status: "Active", filed: "—" });
export const FILED = record();

/** Line 13. */
export const EDIT = ["four minutes", "two minutes"] as const;

export type Change = (text: string) => string;

/** A change that replaces what stands in the text exactly once. */
export function swap(from: string, to: string): Change {
  return (text) => replaceOnce(text, from, to);
}

export const edited = replaceOnce(FILED, ...EDIT);

export function toCrlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

/** The delivery profile with other settings for when and how its delivery records are immutable, in YAML's flow style. */
export function immutablePolicy(settings: string): string {
  return `version: 1\nextends: delivery\nclasses:\n  delivery-record:\n    immutable: ${settings}\n`;
}
