/** Which work item a document belongs to: by its header, its file name or its title. */

import { copyText } from "../base/copy-text";
import { foldKey } from "../base/fold";
import { nameOf } from "../base/path-parts";
import { headOfValue } from "../base/plain-value";
import type { GovernedDocument } from "../workspace/types";
import { plainText } from "./plain-text";
import { WORK_ITEM_FIELDS } from "./vocabulary";

interface WorkItemName {
  readonly id: string | undefined;
  readonly title: string | undefined;
}

/** `3.2`, `4.1a`, `BLG-TECH-02`; a version such as `v1.6` is none. */
const NUMBERED = "(?:(?:[A-Z][A-Z0-9]*-)+\\d+|[A-Z]{2,}\\d+|\\d{1,3}(?:\\.\\d{1,3})+)[a-z]?";
/** A name of capitals only, `QWB`: just where nothing else can stand. */
const CAPITALS = "[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*";
const ANYWHERE = new RegExp(`(?<![\\w.-])${NUMBERED}(?![\\w]|\\.\\d)`);
const WHOLE = new RegExp(`^(?:${NUMBERED}|${CAPITALS})$`);
const OPENING = new RegExp(`^(?:${NUMBERED}|${CAPITALS})(?![\\w.])`);
const FILE_NAME = new RegExp(`^(?:${NUMBERED}|${CAPITALS})(?=[-_ ])`);
/** `BLG-TECH-02 + BLG-TECH-03: …`: the first of several items speaks for the document. */
const FURTHER_IDS = new RegExp(`^(?:\\s*(?:[+&,/]|and)\\s*${NUMBERED})+`);
const DASH = /\s+(?:[—–]|-{1,3})\s+|\s*[—–]\s*|:\s+/;

export function findWorkItem(document: GovernedDocument): WorkItemName {
  const name = nameOf(document.path);
  const title = readTitle(document);
  const id =
    idFromHeader(document) ??
    document.classification?.class.fileName?.tokensOf(name)?.id ??
    FILE_NAME.exec(name)?.[0] ??
    title.id;
  return { id: id === undefined ? undefined : copyText(id), title: title.rest && copyText(title.rest) };
}

function idFromHeader(document: GovernedDocument): string | undefined {
  const documentClass = document.classification?.class;
  for (const name of WORK_ITEM_FIELDS) {
    const field = documentClass?.fieldByKey.get(name);
    const written = field
      ? document.fieldOf(field)
      : document.parsed.header.fields.find((each) => each.folded === name);
    const head = written === undefined ? "" : headOfValue(written.value);
    const id = WHOLE.exec(head)?.[0] ?? ANYWHERE.exec(head)?.[0];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** `Phase Gate Document — BLG-TECH-02 Severity model` says the kind, the id and the title, each of which may be absent. */
function readTitle(document: GovernedDocument): { id: string | undefined; rest: string | undefined } {
  const written = document.parsed.title?.title;
  if (written === undefined) return { id: undefined, rest: undefined };
  const whole = plainText(written);
  const dash = DASH.exec(whole);
  const behind = dash === null ? "" : whole.slice(dash.index + dash[0].length);
  const opensWithKind = dash !== null && isKind(whole.slice(0, dash.index), document);
  const body = opensWithKind || OPENING.test(behind) ? behind : whole;
  const id = OPENING.exec(body)?.[0];
  const rest =
    id === undefined
      ? body
      : body
          .slice(id.length)
          .replace(FURTHER_IDS, "")
          .replace(/^[\s—–:-]+/, "");
  return { id: id !== undefined && /\d/.test(id) ? id : undefined, rest: rest === "" ? body : rest };
}

/** What the title says behind the name of the document's kind: `QA Lead` of `Role charter — QA Lead`. */
export function titleBehindKind(document: GovernedDocument): string | undefined {
  const written = document.parsed.title?.title;
  if (written === undefined) return undefined;
  const whole = plainText(written);
  const dash = DASH.exec(whole);
  return dash !== null && isKind(whole.slice(0, dash.index), document)
    ? whole.slice(dash.index + dash[0].length)
    : whole;
}

function isKind(text: string, document: GovernedDocument): boolean {
  const documentClass = document.classification?.class;
  const key = foldKey(text);
  return (
    documentClass !== undefined &&
    (documentClass.titleKeys.includes(key) || foldKey(documentClass.title) === key)
  );
}
