/** Words of documents inside HTML and SVG: whatever they are, they stay words. */
import { plainLine } from "../terminal-text";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** For text and for quoted attributes. Control characters, and those that turn the direction of reading, do not get through. */
export function escapeMarkup(text: string): string {
  return plainLine(text)
    .replace(LONE_SURROGATE, "\uFFFD")
    .replace(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}

/** An `id` of its own for every key: needs no escaping, and has no white space. */
export function elementId(kind: string, key: string): string {
  return `${kind}-${key.replace(/[^A-Za-z0-9.-]/g, (found) => `_${found.charCodeAt(0).toString(16)}_`)}`;
}

/** A path as a relative reference: percent-encoded, and never one with a scheme. */
export function encodePath(path: string): string {
  const encoded = path
    .replace(LONE_SURROGATE, "\uFFFD")
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
  return encoded.startsWith(".") ? encoded : `./${encoded}`;
}
