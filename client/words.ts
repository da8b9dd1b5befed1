/** How views write dates, people, and Markdown that somebody else has written. */

export interface Dates {
  /** ISO. */
  readonly today: string;
  /** `2026-02-25` becomes `Feb 25`, with its year when that is not this one. */
  readonly renderShort: (iso: string) => string;
  /** `Wednesday, February 25, 2026`. */
  readonly renderLong: (iso: string) => string;
}

/** Dates in the language of a window; `today` is ISO. */
export function createDates(locale: string, today: string): Dates {
  const style = { month: "short", day: "numeric", timeZone: "UTC" } as const;
  // To make one takes far longer than to use it.
  const short = new Intl.DateTimeFormat(locale, style);
  const long = new Intl.DateTimeFormat(locale, { ...style, year: "numeric" });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  const render = (iso: string, choose: () => Intl.DateTimeFormat): string => {
    const date = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? iso : choose().format(date);
  };
  return {
    today,
    renderShort: (iso) => render(iso, () => (iso.slice(0, 4) === today.slice(0, 4) ? short : long)),
    renderLong: (iso) => render(iso, () => full),
  };
}

/** The words of a piece of Markdown: no emphasis, no code marks, of a link its text. */
export function renderPlain(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/(\*\*|__|~~)(?=\S)(.*?\S)\1/g, "$2")
    .replaceAll(/`+([^`]+)`+/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** A message of the server where VS Code draws no Markdown: what it quotes in marks of code stands between quotes. */
export function renderQuotes(message: string): string {
  return message.replaceAll(/`([^`]+)`/g, "“$1”");
}

/** At most `length` characters, cut between words, so that what stands beside the text is still seen. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length);
  const cut = text.slice(0, end > length / 2 ? end : length);
  return `${cut.replace(/[\s,;:.–—-]+$/, "")}…`;
}

/** Text in a Markdown tooltip, where none of its characters may mean anything. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, "\\$&").replaceAll(/\s+/g, " ");
}

/** A sentence in a Markdown tooltip: between marks of code it stays code, and nothing else means anything. */
export function renderSentence(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join("");
}

/** What there is to say, in one line. */
export function joinParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

/** The parts of a sentence for screen readers. */
export function joinClauses(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("; ");
}

/** A tooltip in Markdown: a bold title, and a line for each row that has a value. */
export function renderRows(title: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}: ${escapeMarkdown(value)}`);
  return [`**${escapeMarkdown(title)}**`, lines.join("  \n")].join("\n\n");
}

/** `first`, and further names with `-2`, `-3`… when the same comes again. */
export function createUniqueIds(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** The title that a document gives its work item, without the id: `3.4 — Group rides` needs no second `3.4`. */
export function nameWorkItem(title: string, workItem: string | null): string {
  const plain = renderPlain(title);
  if (workItem === null || !plain.startsWith(workItem)) return plain;
  return plain.slice(workItem.length).replace(/^[\s—–:·-]+/, "") || plain;
}
