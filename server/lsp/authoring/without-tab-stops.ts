/** What a snippet comes to for an editor that knows no tab stops. */

/** An escaped character, a bare tab stop, one with choices, one with a text. */
const TAB_STOPS =
  /\\([\\$}])|\$(?:\d+|\{\d+\})|\$\{\d+\|((?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\|\}|\$\{\d+:((?:\\.|[^\\}])*)\}/g;
const PLACEHOLDER = /^\{[^{}]*\}$/;

/** As if each tab stop was left as it came, but for `{placeholders}`, which would have to be deleted: they are empty. */
export function withoutTabStops(snippet: string): string {
  return snippet.replaceAll(TAB_STOPS, (_, escaped = "", choice = "", text = "") => {
    const kept = (choice + text).replaceAll(/\\(.)/g, "$1");
    return escaped + (PLACEHOLDER.test(kept) ? "" : kept);
  });
}
