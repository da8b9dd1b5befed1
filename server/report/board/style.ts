/** How the board looks: in VS Code by the colours of its theme, in a browser by those of the system, and on paper. */

/**
 * No colour is set twice: each has a variable, which takes VS Code's where there is one. Nothing is told by colour
 * alone: what is late says so, what is critical is heavier, what waits is dashed.
 */
export const BOARD_STYLE = `
:root { --l-fg: #1f2328; --l-bg: #ffffff; --l-card: #f6f8fa; --l-muted: #57606a; --l-line: #d0d7de; --l-accent: #0757ba; --l-late: #b42318; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --l-fg: #e6edf3; --l-bg: #0d1117; --l-card: #161b22; --l-muted: #9aa5b1; --l-line: #30363d; --l-accent: #6cb0ff; --l-late: #ff8a80; } }
body { --fg: var(--vscode-editor-foreground, var(--l-fg)); --bg: var(--vscode-editor-background, var(--l-bg)); --card: var(--vscode-sideBar-background, var(--l-card)); --muted: var(--vscode-descriptionForeground, var(--l-muted)); --edge: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, var(--l-line)))); --soft: var(--vscode-contrastBorder, var(--vscode-panel-border, var(--l-line))); --accent: var(--vscode-textLink-foreground, var(--l-accent)); --late: color-mix(in srgb, var(--vscode-errorForeground, var(--l-late)) 66%, var(--fg)); --focus: var(--vscode-focusBorder, var(--l-accent)); }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.25rem 1.5rem 3rem; color: var(--fg); background: var(--bg); font: 13px/1.45 var(--vscode-font-family, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif); }
h1 { font-size: 1.6rem; font-weight: 600; margin: 0; }
h1 time { font-size: 1rem; font-weight: 400; color: var(--muted); margin-left: .4rem; }
h2 { font-size: 1.15rem; font-weight: 600; margin: 1.9rem 0 .6rem; }
h3 { font-size: .95rem; font-weight: 600; margin: 0; }
h4 { font-size: 1rem; font-weight: 600; margin: 0; line-height: 1.3; }
small, .muted, .detail, .more, .facts { color: var(--muted); }
small { font-size: .85rem; font-weight: 400; margin-left: .25rem; }
p { margin: 0; }
.facts { font-size: 1.05rem; margin-top: .2rem; }
.more { margin-top: .5rem; }
.late, .badge { color: var(--late); font-weight: 600; }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.columns { display: flex; gap: .6rem; align-items: stretch; overflow-x: auto; padding: 2px; }
.column { flex: 1 1 16rem; min-width: 15rem; max-width: 26rem; }
.column.many { flex-grow: 4; max-width: none; }
.column h3 { display: flex; justify-content: space-between; align-items: baseline; padding: .35rem .1rem; border-bottom: 2px solid var(--edge); margin-bottom: .5rem; overflow-wrap: anywhere; }
.column.empty { flex: 0 0 2.1rem; min-width: 2.1rem; border-left: 1px solid var(--soft); }
.column.empty h3 { writing-mode: vertical-rl; border: 0; justify-content: flex-start; gap: .6rem; white-space: nowrap; color: var(--muted); font-weight: 400; padding: .35rem .3rem; }
.column.empty small { margin: 0; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: .55rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); align-items: start; }
.card { position: relative; border: 1px solid var(--edge); border-radius: 5px; background: var(--card); padding: .55rem .7rem; overflow-wrap: anywhere; }
.card.is-late { border-left: 4px solid var(--late); padding-left: calc(.7rem - 3px); }
.card > * + * { margin-top: .4rem; }
.card .cover::after { content: ""; position: absolute; inset: 0; border-radius: 5px; }
.card .cover:focus-visible { outline: none; }
.card .cover:focus-visible::after { outline: 2px solid var(--focus); outline-offset: 1px; }
.card:hover { border-color: var(--accent); }
.card .next a { position: relative; z-index: 1; color: var(--accent); }
.id { font-variant-numeric: tabular-nums; }
.badge { display: block; }
.gate { display: flex; gap: .5rem; align-items: center; }
.detail { display: block; font-size: .92em; }
.due { white-space: nowrap; }
.blocked { margin-bottom: 0; padding-left: 1.1rem; color: var(--late); list-style: "⊘ "; }
.ring { flex: none; }
.ring circle { fill: none; stroke-width: 4; }
.ring .all { stroke: var(--edge); }
.ring .done { stroke: var(--accent); }
.vscode-high-contrast .ring .all { stroke-width: 1; }
.scroll { overflow-x: auto; padding: 2px; }
.part > section + section { margin-top: 1.1rem; }
.part section h3 { margin-bottom: .35rem; }
svg { display: block; }
svg text { font-size: 12px; fill: var(--fg); }
svg .strong { font-weight: 600; }
svg .muted { fill: var(--muted); }
svg .late, .mark.late text { fill: var(--late); font-weight: 600; }
.box { fill: var(--card); stroke: var(--edge); }
.node.gate .box { stroke: var(--fg); }
.node.waiting .box { stroke-dasharray: 4 3; }
.node.critical .box { stroke: var(--accent); stroke-width: 2.5; stroke-dasharray: none; }
.node.critical.waiting .box { stroke-dasharray: 7 3; }
.edge path { fill: none; stroke: var(--muted); }
.edge polygon { fill: var(--muted); }
.edge.critical path { stroke: var(--accent); stroke-width: 3.5; }
.edge.critical polygon { fill: var(--accent); }
svg a:hover .box { stroke: var(--accent); }
svg a:focus-visible { outline: none; }
svg a:focus-visible .box, svg a:focus-visible .hit { stroke: var(--focus); stroke-width: 3; stroke-dasharray: none; }
.hit { fill: transparent; }
.rule, .tick { stroke: var(--soft); stroke-width: 1; }
.tick { stroke-dasharray: 1 4; }
.break { fill: none; stroke: var(--muted); }
.today line { stroke: var(--accent); stroke-width: 2; }
.today text { fill: var(--accent); }
.mark.late .box { stroke: var(--late); }
table { border-collapse: collapse; }
th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--soft); font-weight: 400; }
thead th { color: var(--muted); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
tbody th, .share { white-space: nowrap; }
.worst .muted { white-space: nowrap; }
td a { color: var(--accent); overflow-wrap: anywhere; }
.bar { display: inline-block; vertical-align: middle; }
.bar .all { fill: none; stroke: var(--edge); }
.bar .done { fill: var(--accent); }
@media (forced-colors: active) {
  svg text, svg tspan, .today text, .mark.late text { fill: CanvasText; }
  .box, .hit { fill: Canvas; stroke: CanvasText; }
  .hit { stroke: none; }
  .node.critical .box, .edge.critical path, .today line { stroke: Highlight; }
  .edge.critical polygon, .bar .done { fill: Highlight; }
  .ring .all, .edge path, .rule, .tick, .break, .bar .all { stroke: CanvasText; }
  .edge polygon { fill: CanvasText; }
  .ring .all { stroke-width: 1; }
  .ring .done { stroke: Highlight; }
}
@media print {
  @page { size: A3 landscape; margin: 12mm; }
  body { --fg: #000; --bg: #fff; --card: #fff; --muted: #333; --edge: #666; --soft: #999; --accent: #003c8f; --late: #a00000; padding: 0; }
  .columns, .scroll { overflow: visible; }
  .columns { flex-wrap: wrap; }
  .card, .part section, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  svg.chart, svg.time-line { max-width: 100%; height: auto; }
}
`;
