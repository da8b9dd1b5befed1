/** Words of documents inside Mermaid diagrams, whose grammar knows no escape but entities such as `#35;`. */

/**
 * Stays as it is: letters and digits of all scripts, and signs that mean nothing between quotes and in a task's name.
 * Everything else becomes an entity, a sign of Mermaid's own way of writing entities (`ﬂ`) among it.
 */
const PLAIN = /[\p{L}\p{N}\p{M} .,()/_+…→·–—-]/u;
const ENTITY_MARK = "ﬂ";

/** Words with which a line of a Gantt chart means something else than a task; a date does, too. */
const GANTT_WORDS =
  /^(?:gantt|title|section|click|call|href|dateFormat|axisFormat|tickInterval|inclusiveEndDates|topAxis|includes|excludes|todayMarker|weekday|weekend|accTitle|accDescr|vert|\d{4}-)/i;

/** A flow chart reads it anywhere in a line, between quotes too. */
const FLOW_WORDS = /direction(?=\s)/gi;

/** One line, for a label between quotes in a flow chart. */
export function flowText(text: string): string {
  return encode(text).replace(FLOW_WORDS, (found) => entity(found.charAt(0)) + found.slice(1));
}

/** One line, for a section's or a task's name in a Gantt chart. */
export function ganttText(text: string): string {
  const line = oneLine(text);
  if (!GANTT_WORDS.test(line)) return encode(line);
  return entity(line.charAt(0)) + encode(line.slice(1));
}

function encode(text: string): string {
  let encoded = "";
  for (const character of oneLine(text))
    encoded += PLAIN.test(character) && character !== ENTITY_MARK ? character : entity(character);
  return encoded;
}

/** Never empty, as a label has to have one character at least. */
function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();
  return line === "" ? "—" : line;
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}
