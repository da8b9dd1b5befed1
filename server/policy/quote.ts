/** Words of a policy file inside a message. */

const LONGEST = 60;

/** In backticks, cut where it is long, on one line. */
export function quote(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
  return short.includes("`") ? `"${short}"` : `\`${short}\``;
}

/** `a`, `b` and `c` */
export function quoteList(words: readonly string[], conjunction: "and" | "or"): string {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${conjunction} ${last}`;
}

const PROPOSAL = /Did you mean `([^`…]+)`\?/;

/** The whole name that a message proposes, as `didYouMean` writes it; undefined where there is none. */
export function proposedName(message: string): string | undefined {
  return PROPOSAL.exec(message)?.[1];
}

/** ` Did you mean …?`, or nothing. */
export function didYouMean(closest: string | undefined): string {
  return closest === undefined ? "" : ` Did you mean ${quote(closest)}?`;
}
