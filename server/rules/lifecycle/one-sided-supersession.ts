/** One document says that it follows another, or is followed by it, and the other one does not. */
import { folderOf, nameOf } from "../../base/path-parts";
import type { Range } from "../../base/range";
import { resolvePath } from "../../policy/resolve-path";
import type { DocumentClass, SuccessorPolicy } from "../../policy/types";
import type { GovernedDocument } from "../../workspace/types";
import { namesWithNumber, numberOf } from "../document-numbers";
import { classOf, headRange } from "../fields";
import type { Report, Rule, RuleContext } from "../rule";

export const rule: Rule = {
  id: "lifecycle/one-sided-supersession",
  summary: "A supersession is told by one of the two documents only.",
  why: "Readers come from either side: who holds the old document must find the new one, and the other way round.",
  guide: "States of the class: what replaces a document",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check(context) {
    const { document } = context;
    const documentClass = classOf(document);
    const successors = documentClass?.states.flatMap(({ successor }) => successor ?? []) ?? [];
    const told = successors.find(({ back }) => back.length > 0);
    if (documentClass === undefined || told === undefined) return;
    const { state } = document.state() ?? {};
    const reports: Report[] = [];
    if (state?.successor !== undefined && state.successor.back.length > 0) {
      for (const cited of citedIn(successorRanges(document, state.successor), context, documentClass))
        reports.push(...judgeSuccessor(cited, context, state.successor));
    }
    for (const cited of citedIn(rangesOf(document, told.back), context, documentClass))
      reports.push(...judgePredecessor(cited, context));
    return reports;
  },
};

/** A document that is named: where, and what it is; `path` is undefined where there is no such document. */
interface Cited {
  readonly at: Range;
  readonly path: string | undefined;
}

function judgeSuccessor(
  { at, path }: Cited,
  context: RuleContext,
  { back }: SuccessorPolicy,
): readonly Report[] {
  const { document, read } = context;
  const written = document.text.slice(at.start, at.end);
  if (path === undefined)
    return [{ at, message: `\`${written}\` does not exist. Name the document that replaces this one.` }];
  const successor = read?.(path);
  const itsClass = successor && classOf(successor);
  if (successor === undefined || itsClass === undefined) return [];
  const named = citedIn(rangesOf(successor, back), { ...context, document: successor }, itsClass);
  if (named.some((each) => each.path === document.path) || successor.text.includes(nameOf(document.path)))
    return [];
  const field = itsClass.fieldByKey.get(back[0] ?? "")?.name ?? back[0] ?? "";
  return [
    {
      at,
      message: `\`${nameOf(path)}\` does not say that it replaces this document. Add \`${field}: ${nameOf(document.path)}\` there.`,
    },
  ];
}

function judgePredecessor({ at, path }: Cited, { document, read }: RuleContext): readonly Report[] {
  const written = document.text.slice(at.start, at.end);
  if (path === undefined)
    return [{ at, message: `\`${written}\` does not exist. Name the document that this one replaces.` }];
  const predecessor = read?.(path);
  const stated = predecessor?.state();
  if (predecessor === undefined || stated?.state === undefined || stated.state.successor !== undefined)
    return [];
  return [
    {
      at,
      message: `\`${nameOf(path)}\` is still \`${stated.state.name}\`, although this document replaces it. Change its \`${stated.field.name}\`, and name this document there.`,
    },
  ];
}

/** Where a document in its state names what follows: its fields for it, else the state itself. */
function successorRanges(document: GovernedDocument, { keys }: SuccessorPolicy): readonly Range[] {
  const named = rangesOf(document, keys);
  const { written } = document.state() ?? {};
  if (named.length > 0 || written === undefined) return named;
  // behind the name of the state
  return [{ start: headRange(document.text, written).start, end: written.lineRange.end }];
}

/** The values of the fields with these folded names, and the lines of sections that begin with one. */
function rangesOf({ parsed, text }: GovernedDocument, keys: readonly string[]): readonly Range[] {
  return parsed.header.fields.flatMap((field) => {
    if (keys.includes(field.folded)) return [field.valueRange];
    if (field.form !== "section") return [];
    const lines = text.slice(field.valueRange.start, field.lineRange.end);
    return [...lines.matchAll(/[^\r\n]+/g)].flatMap((line) => {
      const folded = line[0].trimStart().toLowerCase();
      if (!keys.some((key) => folded.startsWith(key))) return [];
      const start = field.valueRange.start + line.index;
      return [{ start, end: start + line[0].length }];
    });
  });
}

const LINK = /\]\(<?([^()\s>]+)>?\)/g;
/** `ADR-0005`, `EIP 1559`, `#5`, and a number alone where it is all that there is. */
const NUMBER = /(?:(?<![\p{L}\p{N}])[A-Z]{2,}[- ]?|#)(\d{1,5})(?![\p{L}\p{N}.])|^\s*(\d{1,5})\s*$/gu;

/** The documents that are named in the ranges by link or number; nothing is known of what lies elsewhere. */
function citedIn(
  ranges: readonly Range[],
  { document, namesIn, exists }: RuleContext,
  documentClass: DocumentClass,
): readonly Cited[] {
  const found: Cited[] = [];
  for (const { start, end } of ranges) {
    const value = document.text.slice(start, end);
    const links = [...value.matchAll(LINK)].flatMap((match): Cited[] => {
      const [target = ""] = (match[1] ?? "").split("#", 1);
      const beside = resolvePath(document.path, `./${target.replace(/^\.\//, "")}`);
      if (target === "" || /^[a-z]+:/i.test(target) || beside.kind !== "path" || exists === undefined)
        return [];
      const from = start + match.index + match[0].indexOf(target);
      return [
        {
          at: { start: from, end: from + target.length },
          path: exists(beside.path) ? beside.path : undefined,
        },
      ];
    });
    found.push(...links);
    const folder = folderOf(document.path);
    if (links.length > 0 || namesIn === undefined || numberOf(document.path, documentClass) === undefined)
      continue;
    for (const match of value.matchAll(NUMBER)) {
      const digits = match[1] ?? match[2] ?? "";
      const [name] = namesWithNumber(Number(digits), namesIn(folder), documentClass);
      const from = start + match.index + (match[0].length - match[0].trimStart().length);
      const path = name === undefined ? undefined : folder === "" ? name : `${folder}/${name}`;
      found.push({ at: { start: from, end: start + match.index + match[0].trimEnd().length }, path });
    }
  }
  return found;
}
