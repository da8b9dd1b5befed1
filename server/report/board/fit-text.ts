/** How wide text is at most when no font is at hand, so that no box is ever too small for its words. */

/** Widths in em of what sans-serif fonts draw: the widest of the usual ones. */
const NARROW = /[ !'(),./:;I[\]`fijlrt|·‘’]/;
const WIDE = /[A-Z%&@MWmw+=<>#—→…✓]/;

/** In pixels, at a font size in pixels; `weight` widens bold text. */
export function textWidth(text: string, fontSize: number, weight = 1): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * fontSize * weight;
}

/** How much wider bold text is. */
export const BOLD = 1.14;

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, room: number, fontSize: number, weight = 1): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (textWidth(line, fontSize, weight) <= room) return line;
  let width = textWidth("…", fontSize, weight);
  let kept = "";
  for (const character of line) {
    width += characterWidth(character) * fontSize * weight;
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function characterWidth(character: string): number {
  if (NARROW.test(character)) return 0.38;
  if (WIDE.test(character)) return 0.92;
  // East Asian characters, symbols and emoji are as wide as they are high, or wider
  return (character.codePointAt(0) ?? 0) > 0x2000 ? 1.3 : 0.62;
}
