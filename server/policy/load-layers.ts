/** Follows `extends`: a policy file, the profiles and files that it builds on, and what is wrong on the way. */
import { findClosest } from "../base/closest";
import { locateValue, type Path } from "./locate";
import { profiles } from "./profiles/generated";
import { didYouMean, quote, quoteList } from "./quote";
import { type FileLayer, readLayer } from "./read-layer";
import { resolvePath } from "./resolve-path";
import type { RawPolicy } from "./schema";
import type { PolicyProblem, Template } from "./types";

export interface Layer {
  readonly policy: RawPolicy;
  readonly templates: readonly Template[];
  /** Undefined for a built-in profile. */
  readonly file: FileLayer | undefined;
}

export interface LoadedLayers {
  /** Lowest first; undefined when the file itself could not be read. */
  readonly layers: readonly Layer[] | undefined;
  readonly problems: readonly PolicyProblem[];
  /** All files that were asked for, missing ones too. */
  readonly files: readonly string[];
  /** True when something that it extends could not be read. */
  readonly partial: boolean;
}

export type ReadFile = (path: string) => string | undefined;

/** The templates beside the policy file of that path. */
export type ReadTemplates = (path: string) => readonly Template[];

interface Loading {
  readonly readFile: ReadFile;
  readonly readTemplates: ReadTemplates;
  readonly layers: Layer[];
  readonly problems: PolicyProblem[];
  readonly files: Set<string>;
  readonly profiles: Set<string>;
  partial: boolean;
}

/** Deeper than anybody needs to look. */
const LONGEST_CHAIN = 20;

/** A file or profile that is reached twice counts once, at its lowest place. */
export function loadLayers(
  path: string,
  text: string,
  readFile: ReadFile,
  readTemplates: ReadTemplates = () => [],
): LoadedLayers {
  const loading: Loading = {
    readFile,
    readTemplates,
    layers: [],
    problems: [],
    files: new Set([path]),
    profiles: new Set(),
    partial: false,
  };
  const read = loadFile(path, text, [path], loading);
  const { layers, problems, files, partial } = loading;
  return { layers: read ? layers : undefined, problems, files: [...files], partial };
}

function loadFile(path: string, text: string, chain: readonly string[], loading: Loading): boolean {
  const { layer, problems } = readLayer(path, text);
  for (const problem of problems) loading.problems.push(problem);
  if (layer === undefined) return false;
  const names = layer.policy.extends ?? [];
  names.forEach((name, index) => {
    const message = loadExtended(name, chain, loading);
    if (message === undefined) return;
    loading.partial = true;
    const at: Path = ["extends", index];
    loading.problems.push({ path, range: locateValue(layer.root, at, text), severity: "error", message });
  });
  loading.layers.push({ policy: layer.policy, templates: loading.readTemplates(path), file: layer });
  return true;
}

/** What is wrong with the reference, or undefined. */
function loadExtended(name: string, chain: readonly string[], loading: Loading): string | undefined {
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile !== undefined) {
    if (loading.profiles.has(name)) return undefined;
    loading.profiles.add(name);
    loading.layers.push({ ...profile, file: undefined });
    return undefined;
  }
  const target = resolvePath(chain.at(-1) ?? "", name);
  switch (target.kind) {
    case "no-path":
      return describeUnknownProfile(name);
    case "outside":
      return `${quote(name)} lies outside of the workspace. A policy extends built-in profiles and files of its own workspace.`;
    case "path":
      return loadExtendedFile(target.path, chain, loading);
  }
}

function loadExtendedFile(path: string, chain: readonly string[], loading: Loading): string | undefined {
  if (chain.includes(path)) {
    const circle = [...chain.slice(chain.indexOf(path)), path];
    return `This goes in a circle: ${circle.map(quote).join(" extends ")}.`;
  }
  if (loading.files.has(path)) return undefined;
  if (chain.length >= LONGEST_CHAIN)
    return `${quote(path)} is the ${chain.length}th file of a chain, which is too long.`;
  loading.files.add(path);
  const text = loading.readFile(path);
  if (text === undefined) return `There is no file ${quote(path)} that can be read.`;
  if (!loadFile(path, text, [...chain, path], loading)) loading.partial = true;
  return undefined;
}

function describeUnknownProfile(name: string): string {
  if (/[\\/]|\.ya?ml$/.test(name))
    return `${quote(name)} is no built-in profile. For a file beside this one write ${quote(`./${name}`)}.`;
  const names = Object.keys(profiles);
  const closest = findClosest(name, names);
  const known = closest === undefined ? ` There are ${quoteList(names, "and")}.` : didYouMean(closest);
  return `${quote(name)} is no built-in profile.${known} A file begins with \`./\` or \`../\`.`;
}
