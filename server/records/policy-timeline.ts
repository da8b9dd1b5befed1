/** Which policies were in force at which commit, so that a record is judged by more than the policy of today. */
import type { Policy } from "../policy/types";
import type { TreeFile } from "../workspace/history";
import { type BlobWork, readTexts } from "./blob-request";
import type { HistoryIndex } from "./history-index";

/** The policies of a repository at one moment. */
export interface PolicyLookup {
  readonly policyFor: (path: string) => Policy | undefined;
  readonly policies: readonly Policy[];
  /** Policy files and all that they extend. */
  readonly files: ReadonlySet<string>;
}

/** A policy that cannot be read is the last good one of `previous`. */
export type LoadPolicies<P extends PolicyLookup> = (
  files: readonly string[],
  readText: (path: string) => string | undefined,
  previous?: P,
) => P;

export interface PolicyTimeline {
  /** The policies in force at a commit; undefined where there were none. */
  readonly at: (commit: number) => PolicyLookup | undefined;
  /** All that differ from those of today in what they make immutable. */
  readonly past: readonly PastPolicies[];
  /** True when a commit changed the policies of its first parent. */
  readonly changedAt: (commit: number) => boolean;
}

interface PastPolicies {
  readonly lookup: PolicyLookup;
  /** The commits at which these came into force. */
  readonly since: readonly number[];
  readonly inForceAt: (commit: number) => boolean;
}

/** Versions of policy files by path, as they stand at a commit. */
type State = ReadonlyMap<string, TreeFile>;

/** How often files that a policy extends may lead to further ones. */
const DEEPEST = 10;

export function* readTimeline<P extends PolicyLookup>(
  index: HistoryIndex,
  present: PolicyLookup,
  isPolicyFile: (path: string) => boolean,
  load: LoadPolicies<P>,
): BlobWork<PolicyTimeline> {
  const named = index.introductions.map(({ path }) => path).filter(isPolicyFile);
  const relevant = new Set([...named, ...present.files]);
  let states: readonly (State | undefined)[] = [];
  let lookups: readonly (P | undefined)[] = [];
  for (let round = 0; named.length > 0 && round < DEEPEST; round++) {
    const known = relevant.size;
    states = statesOf(index, relevant);
    const blobs = [...new Set(states)].flatMap((state) =>
      [...(state?.values() ?? [])].map(({ blob }) => blob),
    );
    const texts = yield* readTexts(blobs);
    const read = (state: State) => (path: string) => {
      // what a policy of the past extends may be a file that no policy of today knows
      relevant.add(path);
      const file = state.get(path);
      return file === undefined ? undefined : texts.get(file.blob);
    };
    lookups = loadAll(index, states, (state, previous) =>
      load([...state.keys()].filter(isPolicyFile).sort(), read(state), previous),
    );
    if (relevant.size === known) break;
  }
  const at = (commit: number): PolicyLookup | undefined => lookups[commit];
  const changedAt = (commit: number): boolean => {
    const parent = index.commitAt(commit).parents[0];
    const before = parent === undefined ? undefined : states[parent];
    return states[commit] !== before && keyOf(states[commit]) !== keyOf(before);
  };
  return { at, changedAt, past: findPast(states, at, changedAt, present) };
}

/** The policies at each commit; a state that was there before need not be read again. */
function loadAll<P extends PolicyLookup>(
  index: HistoryIndex,
  states: readonly (State | undefined)[],
  load: (state: State, previous: P | undefined) => P,
): readonly (P | undefined)[] {
  const lookups: (P | undefined)[] = [];
  const loaded = new Map<string, P>();
  for (const [commit, state] of states.entries()) {
    const parent = index.commitAt(commit).parents[0];
    const previous = parent === undefined ? undefined : lookups[parent];
    if (parent !== undefined && states[parent] === state) {
      lookups.push(previous);
      continue;
    }
    if (state === undefined || state.size === 0) {
      lookups.push(undefined);
      continue;
    }
    const key = keyOf(state);
    const lookup = loaded.get(key) ?? load(state, previous);
    loaded.set(key, lookup);
    lookups.push(lookup);
  }
  return lookups;
}

/** The state at each commit; a commit that changes nothing shares that of its first parent. */
function statesOf(index: HistoryIndex, relevant: ReadonlySet<string>): (State | undefined)[] {
  const { commits } = index.history;
  const changes = new Map<number, [string, TreeFile | undefined][]>();
  for (const path of relevant) {
    for (const { commit, parent, change } of index.changesOf(path)) {
      if (parent !== (commits[commit]?.parents[0] ?? -1)) continue;
      const own = changes.get(commit);
      if (own === undefined) changes.set(commit, [[path, change.after]]);
      else own.push([path, change.after]);
    }
  }
  const states: (State | undefined)[] = [];
  for (const [commit, { parents }] of commits.entries()) {
    const inherited = parents[0] === undefined ? undefined : states[parents[0]];
    const own = changes.get(commit);
    if (own === undefined) {
      states.push(inherited);
      continue;
    }
    const state = new Map(inherited);
    for (const [path, file] of own) {
      if (file === undefined) state.delete(path);
      else state.set(path, file);
    }
    states.push(state);
  }
  return states;
}

function keyOf(state: State | undefined): string {
  return JSON.stringify([...(state ?? [])].map(([path, { blob }]) => [path, blob]).sort());
}

function findPast(
  states: readonly (State | undefined)[],
  at: PolicyTimeline["at"],
  changedAt: PolicyTimeline["changedAt"],
  present: PolicyLookup,
): PolicyTimeline["past"] {
  const today = immutabilityOf(present);
  const keys = new Map<PolicyLookup, string>();
  const past = new Map<
    string,
    { lookup: PolicyLookup; since: number[]; inForceAt: PastPolicies["inForceAt"] }
  >();
  for (const commit of states.keys()) {
    const lookup = changedAt(commit) ? at(commit) : undefined;
    if (lookup === undefined) continue;
    const key = keys.get(lookup) ?? immutabilityOf(lookup);
    keys.set(lookup, key);
    if (key === today) continue;
    const known = past.get(key);
    if (known !== undefined) known.since.push(commit);
    else {
      const inForceAt = (each: number): boolean => {
        const then = at(each);
        return then !== undefined && keys.get(then) === key;
      };
      past.set(key, { lookup, since: [commit], inForceAt });
    }
  }
  return [...past.values()];
}

/** All by which a document is told to be filed; patterns show as the globs that they were made of. */
function immutabilityOf({ policies }: PolicyLookup): string {
  return JSON.stringify(policies.map(({ folder, globs, classes }) => [folder, globs, classes]));
}
