/** The roles or people that an owner cell names. */
import type { Policy } from "../policy/types";
import { plainText } from "./plain-text";
import { withoutStruck } from "./words";

/** One name, without anything to strip or to part: the common case. */
const PLAIN = /^[A-Za-z&]+(?: [A-Za-z&]+)*$/;
const SYMBOLS = /\p{Extended_Pictographic}|\u{FE0F}|\u{200D}/gu;
const LINE_BREAK = /<br\s*\/?>/gi;

/**
 * `+`, `;`, `,`, a free-standing `/` and an arrow part owners; `&` and `and` belong to the names of roles. What
 * stands in brackets is never parted. Placeholders are no owners.
 */
export function splitOwners(cell: string, policy: Policy): string[] {
  if (cell === "") return [];
  if (PLAIN.test(cell)) return policy.isPlaceholder(cell) ? [] : [cell];
  const plain = plainText(withoutStruck(cell.replace(LINE_BREAK, "; "))).replace(SYMBOLS, "");
  const owners: string[] = [];
  for (const part of splitOutsideBrackets(plain)) {
    const owner = part.trim();
    if (owner !== "" && !policy.isPlaceholder(owner) && !owners.includes(owner)) owners.push(owner);
  }
  return owners;
}

function splitOutsideBrackets(text: string): string[] {
  if (!/[+;,/→>]/.test(text)) return [text];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? "";
    if (unit === "(" || unit === "[") depth++;
    else if ((unit === ")" || unit === "]") && depth > 0) depth--;
    else if (depth === 0) {
      const length = separatorLength(text, at);
      if (length === 0) continue;
      parts.push(text.slice(start, at));
      start = at + length;
      at = start - 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function separatorLength(text: string, at: number): number {
  const unit = text[at] ?? "";
  if (unit === "+" || unit === ";" || unit === ",") return 1;
  if (unit === "/") return text[at - 1] === " " && text[at + 1] === " " ? 1 : 0;
  if (unit === "→") return 1;
  return unit === "-" && text[at + 1] === ">" ? 2 : 0;
}
