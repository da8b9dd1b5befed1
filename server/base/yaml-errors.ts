/** Says in plain words what is wrong with the syntax of a YAML text. */
import type { YAMLError } from "yaml";

export interface YamlSyntaxError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What comes after so many follows from what came before. */
const MAX_ERRORS = 100;

/**
 * The errors that an author can act on, in order. The library goes on after an error and trips over its
 * consequences: what follows on the same line, and tokens that are unexpected after the first error, are left out.
 */
export function describeYamlErrors(text: string, errors: readonly YAMLError[]): YamlSyntaxError[] {
  const described: YamlSyntaxError[] = [];
  const lines = new Set<number>();
  for (const error of errors.slice(0, MAX_ERRORS)) {
    const start = Math.min(error.pos[0], text.length);
    // of an escape the library marks the backslash only
    const length = error.code === "BAD_DQ_ESCAPE" ? 2 : error.pos[1] - error.pos[0];
    const end = Math.min(start + Math.max(0, length), text.length);
    const line = text.lastIndexOf("\n", start - 1);
    if (lines.has(line) || (described.length > 0 && error.code === "UNEXPECTED_TOKEN")) continue;
    lines.add(line);
    described.push({ ...trimLine(text, start, end), message: describe(error, text.slice(start, end), text) });
  }
  return described;
}

/** An error that spans lines is marked on its first one; one at a line's end on the last character before it. */
function trimLine(text: string, start: number, end: number): { start: number; end: number } {
  const slice = text.slice(start, end);
  const lineEnd = slice.search(/[\r\n]/);
  const to = lineEnd < 0 ? end : start + lineEnd;
  if (to > start || start === 0) return { start, end: to };
  const before = text.slice(0, start).trimEnd().length;
  return before === 0 ? { start, end: to } : { start: before - 1, end: before };
}

function describe(error: YAMLError, quoted: string, text: string): string {
  const { code, message, pos } = error;
  switch (code) {
    case "TAB_AS_INDENT":
      return "A tab indents this line, where YAML takes spaces only.";
    case "BAD_SCALAR_START":
      return `A value cannot begin with \`${quoted.slice(0, 1)}\`. Put it in quotes.`;
    case "BAD_DQ_ESCAPE":
      return `\`${quoted.slice(0, 2)}\` means nothing between double quotes. Write \`\\\\\` for a backslash, or use single quotes.`;
    case "BLOCK_AS_IMPLICIT_KEY":
      if (/^[^\r\n]*:(?:\s|$)/.test(text.slice(pos[0], pos[0] + 1000))) {
        return "This line holds a second `: `. Put the value in quotes, or begin a new line.";
      }
      return "This is a value, and the next line is indented as if keys belonged to it.";
    case "MULTILINE_IMPLICIT_KEY":
      return "This is neither a key with a value nor part of the line above: a `:` or some indentation is missing.";
    case "BAD_INDENT":
      if (message.startsWith("Flow")) return `A \`${message.includes("map") ? "}" : "]"}\` is missing here.`;
      return "This line is not indented like the ones before it.";
    case "MISSING_CHAR":
      if (/must end with/.test(message)) return `A \`${message.slice(-1)}\` is missing here.`;
      if (message.includes("quote")) return "The text that a quote opens is not closed.";
      if (message.includes("map values")) return "This is not a key with a value: a `:` is missing.";
      return sentence(message);
    case "MULTIPLE_DOCS":
      return "A second document begins here. Keep one to a file.";
    case "RESOURCE_EXHAUSTION":
      return "This is nested too deeply.";
    case "UNEXPECTED_TOKEN":
      if (/^[\]}]$/.test(quoted)) return `This \`${quoted}\` closes nothing.`;
      return "This cannot stand here. Look at the indentation and the quotes of this line and the one above.";
    default:
      return sentence(message);
  }
}

function sentence(message: string): string {
  const line = (message.split("\n")[0] ?? "").replace(/[.:\s]+$/, "");
  return `This is not YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}.`;
}
