/** What stands above a document's title: what it is, how many name it, and what is to be done in it. */
import { foldKey } from "../../base/fold";
import { isOpen } from "../../process/critical-path";
import { documentState } from "../document-status";
import { citedBy } from "./cited-by";
import type { AuthoringContext } from "./context";

export interface HeaderLens {
  /** Zero-based line of the title. */
  readonly line: number;
  /** `Canonical · 1.3 · cited by 14 · 2 open actions` */
  readonly title: string;
  /** How many other documents name this one. */
  readonly citedBy: number;
}

/** Undefined for a document that no class claims, and for one without a title. */
export function headerLens({ document, workspace }: AuthoringContext): HeaderLens | undefined {
  const facts = workspace.find(document.path);
  const line = document.parsed.title?.headingLine;
  const state = facts && documentState(facts.entry, document.policy, []);
  if (facts === undefined || state === undefined || line === undefined) return undefined;
  const cited = citedBy(document.path, workspace);
  const open = facts.process.closed ? 0 : facts.process.actions.filter(isOpen).length;
  // a canonical specification that is canonical need not say it twice
  const isSaid = state.state !== undefined && foldKey(state.title).startsWith(foldKey(state.state));
  const parts = [
    isSaid ? undefined : state.title,
    state.state,
    state.version,
    cited === 0 ? undefined : `cited by ${cited}`,
    open === 0 ? undefined : `${open} open action${open === 1 ? "" : "s"}`,
  ];
  return { line, title: parts.filter((part) => part !== undefined).join(" · "), citedBy: cited };
}
