/** Runs in the page of the board: shows what the extension sends, and says which link was followed. */
import type { BoardPart } from "../../../server/protocol/messages";
import type { BoardMessage } from "../message";
import { patchChildren } from "./patch";

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: BoardMessage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: Scrolled) => void;
};

/** In pixels, from the top of the page. */
interface Scrolled {
  readonly top: number;
}

const host = acquireVsCodeApi();
const board = document.getElementById("board") as HTMLElement;

window.addEventListener(
  "message",
  ({ data }: MessageEvent<{ kind?: string; parts?: readonly BoardPart[] }>) => {
    if (data.kind === "parts" && data.parts !== undefined) show(data.parts);
  },
);

// before VS Code's own listener, which would scroll to the top
window.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-uri]") : null;
    if (link === null) return;
    event.preventDefault();
    event.stopPropagation();
    const [uri, line] = [link.getAttribute("data-uri"), link.getAttribute("data-line")];
    if (uri !== null) host.postMessage({ kind: "open", uri, line: Number(line) });
  },
  { capture: true },
);

// a tab that was hidden, or comes back with the window, begins anew
let saving: ReturnType<typeof setTimeout> | undefined;
window.addEventListener("scroll", () => {
  clearTimeout(saving);
  saving = setTimeout(() => host.setState({ top: window.scrollY }), 100);
});
scrollBack();
host.postMessage({ kind: "ready" });

function show(parts: readonly BoardPart[]): void {
  const template = document.createElement("template");
  template.innerHTML = parts.map(({ html }) => html).join("");
  const focused = document.activeElement;
  patchChildren(board, [...template.content.childNodes]);
  // what has changed its place has lost the focus
  if (focused instanceof HTMLElement || focused instanceof SVGElement) {
    const again = focused.isConnected ? focused : document.getElementById(focused.id);
    if (again !== document.activeElement && (again instanceof HTMLElement || again instanceof SVGElement))
      again.focus({ preventScroll: true });
  }
}

function scrollBack(): void {
  const state = host.getState() as Partial<Scrolled> | undefined;
  if (typeof state?.top === "number") window.scrollTo(0, state.top);
}
