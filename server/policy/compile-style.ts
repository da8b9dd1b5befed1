/** The house style of a class. */
import { foldAll } from "./compile-fields";
import { escapePattern } from "./escape-pattern";
import type { RawClass } from "./schema";
import type { StylePolicy } from "./style-policy";

type RawStyle = NonNullable<RawClass["style"]>;

export function compileStyle(raw: RawClass["style"]): StylePolicy | undefined {
  if (!raw) return undefined;
  const { title, headings, separators, details, lists, fences, tables } = raw;
  return {
    title: title ? { field: title.field ?? "title", case: title.case ?? undefined } : undefined,
    levels: {
      main: levelOf(headings?.main),
      sub: levelOf(headings?.sub),
      inner: levelOf(headings?.inner),
    },
    numberedHeadings: headings?.numbered ?? true,
    namedNumber: compileNumberWords(headings?.numberWords ?? []),
    separators: {
      main: separators?.main ?? "allowed",
      sub: separators?.sub ?? "allowed",
      inner: separators?.inner ?? "allowed",
      details: separators?.details ?? "allowed",
      elsewhere: separators?.elsewhere ?? "allowed",
    },
    details: details
      ? {
          holdContent: details.holdContent ?? false,
          onePerSection: details.onePerSection ?? false,
          bulletsOnly: details.bulletsOnly ?? false,
          vagueSummaries: foldAll(details.vagueSummaries ?? []),
        }
      : undefined,
    numberedLists: lists?.numbered ?? true,
    indentBlocks: lists?.indentBlocks ?? false,
    fenceLanguage: fences?.language ?? false,
    fenceLanguages: fences?.languages ?? [],
    defaultLanguage: fences?.default ?? "text",
    boldFirstColumn: tables?.boldFirstColumn ?? false,
    bareSymbol: compileSymbols(raw.symbols ?? []),
  };
}

type RawLevel = NonNullable<RawStyle["headings"]>["main"];

function levelOf(level: RawLevel): number | undefined {
  return level ? Number(level.slice(1)) : undefined;
}

function compileNumberWords(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const number = "(?:\\d{1,3}(?:\\.\\d{1,3})*|[IVX]{1,5})";
  return new RegExp(
    `^(?:${words.map(escapePattern).join("|")})[ \\t]+${number}[ \\t]*[:.)–—-]+[ \\t]*(?=\\S)`,
    "i",
  );
}

/** Symbols right before a number, the number, and what is written together with it: `>$1.5M/month`. */
function compileSymbols(symbols: readonly string[]): RegExp | undefined {
  if (symbols.length === 0) return undefined;
  const any = symbols.map(escapePattern).join("|");
  const number = "\\d(?:[\\d.,]*\\d)?";
  const behind = `(?:[%+\\p{L}]|[-–](?:${any})?${number})*(?:/[\\p{L}\\d.]*[\\p{L}\\d])?`;
  // an arrow ends in such a symbol too, and what is escaped needs no backticks
  return new RegExp(`(?<![\\\\=<>-])(?:${any})(?:${any}|=)*[ ]?${number}${behind}`, "gu");
}
