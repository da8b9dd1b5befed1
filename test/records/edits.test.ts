/** Edits of a frozen record, committed and not, plain and disguised. */
import { describeDocuments } from "../support/document-cases";
import { ACTIVE, EDIT, FILED, record, swap, toCrlf } from "../support/record-document";

const edit = swap(...EDIT);
const undo = swap(EDIT[1], EDIT[0]);
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describeDocuments("committed edits", [
  { name: "none", versions: [FILED], record: ["intact c1"] },
  { name: "a word", versions: [FILED, edit], record: ["amended c1", "c2 13"] },
  { name: "the title", versions: [FILED, swap("# Guest", "# Staff")], record: ["amended c1", "c2 1"] },
  { name: "the owner", versions: [FILED, swap("PMO Lead", "QA Lead")], record: ["amended c1", "c2 3"] },
  {
    name: "the filing date",
    versions: [FILED, swap("2026-02-20", "2026-02-21")],
    record: ["amended c1", "c2 8"],
  },
  {
    name: "a field more",
    versions: [FILED, swap("**Version", "**Note:** x\n**Version")],
    record: ["amended c1", "c2 7"],
  },
  {
    name: "a field less",
    versions: [FILED, swap("**Version:** v1.0\n", "")],
    record: ["amended c1", "c2 6"],
  },
  {
    name: "a line less",
    versions: [FILED, swap("- ask the porters again\n", "")],
    record: ["amended c1", "c2 18"],
  },
  {
    name: "the last line less",
    versions: [FILED, swap("- close the side entrance\n", "")],
    record: ["amended c1", "c2 19"],
  },
  {
    name: "lines more at the end",
    versions: [FILED, (text) => `${text}- more\n- and more\n`],
    record: ["amended c1", "c2 21-22"],
  },
  {
    name: "a line before the first",
    versions: [FILED, (text) => `Note.\n\n${text}`],
    record: ["amended c1", "c2 1-2"],
  },
  {
    name: "two places in one commit",
    versions: [FILED, (text) => swap("porters", "guards")(edit(text))],
    record: ["amended c1", "c2 13", "c2 19"],
  },
  {
    name: "two places in two commits, the later further up",
    versions: [FILED, swap("porters", "guards"), swap("# Guest", "# Staff")],
    record: ["amended c1", "c2 19", "c3 1"],
    marked: ["1", "19"],
  },
  {
    name: "an edit further down after lines were put in above",
    versions: [FILED, swap("## Findings\n", "## Findings\n\nNew.\n"), swap("porters", "guards")],
    record: ["amended c1", "c2 12-13", "c3 21"],
    marked: ["12", "21"],
  },
  {
    name: "one line edited twice",
    versions: [FILED, edit, swap("two minutes", "nine minutes")],
    record: ["amended c1", "c2 13", "c3 13"],
    marked: ["13"],
  },
  {
    name: "edited, and brought back exactly",
    versions: [FILED, edit, undo],
    record: ["intact c1", "c2 13", "c3 13 restored"],
  },
  {
    name: "edited, brought back, edited again",
    versions: [FILED, edit, undo, edit],
    record: ["amended c1", "c2 13", "c3 13 restored", "c4 13"],
    marked: ["13"],
  },
  {
    name: "two edits, of which one is brought back",
    versions: [FILED, (text) => swap("porters", "guards")(edit(text)), undo],
    record: ["amended c1", "c2 13", "c2 19", "c3 ?"],
    marked: ["19"],
  },
  {
    name: "a line of hyphens taken away, which a diff shows as ----",
    versions: [record({ body: "One.\n\n---\n\nTwo.\n" }), swap("---\n\n", "")],
    record: ["amended c1", "c2 *"],
    marked: ["12"],
  },
  {
    name: "a line taken away that a diff shows as a file header",
    versions: [record({ body: "One.\n-- a/docket.yaml\nTwo.\n" }), swap("-- a/docket.yaml\n", "")],
    record: ["amended c1", "c2 12"],
  },
  {
    name: "a line put in that a diff shows as a file header",
    versions: [record({ body: "One.\nTwo.\n" }), swap("One.\n", "One.\n++ b/docket.yaml\n")],
    record: ["amended c1", "c2 13"],
  },
  {
    name: "text that looks like a hunk of a diff",
    versions: [record({ body: "One.\n@@ -1,2 +1,2 @@\nTwo.\n" }), swap("@@ -1,2 +1,2 @@", "@@ -9,9 +9,9 @@")],
    record: ["amended c1", "c2 13"],
  },
  {
    name: "lines in another order",
    versions: [
      FILED,
      swap(
        "- print the passes in two sizes\n- ask the porters again\n",
        "- ask the porters again\n- print the passes in two sizes\n",
      ),
    ],
    record: ["amended c1", "c2 *"],
    marked: ["16", "19"],
  },
  {
    name: "header fields in another order",
    versions: [FILED, swap("**Feature:** 3.2\n**Version:** v1.0\n", "**Version:** v1.0\n**Feature:** 3.2\n")],
    record: ["amended c1", "c2 *"],
  },
  {
    name: "one of two equal paragraphs taken away",
    versions: [record({ body: "Same.\n\nSame.\n\nEnd.\n" }), (text) => text.replace("Same.\n\n", "")],
    record: ["amended c1", "c2 *"],
    marked: ["12"],
  },
  { name: "emptied", versions: [FILED, () => ""], record: ["amended c1", "c2 *"] },
  {
    name: "written anew from the first line to the last",
    versions: [FILED, () => "# Else\n\nNothing of it stays.\n"],
    record: ["amended c1", "c2 *"],
  },
  {
    name: "the header taken away",
    versions: [FILED, (text) => text.replace(/\*\*.*\n/g, "")],
    record: ["amended c1", "c2 *"],
    marked: ["1"],
  },
  {
    name: "the state set back, edited, and set to filed again",
    versions: [
      FILED,
      () => ACTIVE,
      edit,
      swap("**Status:** Active", "**Status:** Filed"),
      swap("**Date Filed:** —", "**Date Filed:** 2026-02-20"),
    ],
    record: ["amended c1", "c2 5", "c2 8", "c3 13", "c4 ?", "c5 ?"],
    marked: ["13"],
  },
  {
    name: "set back, edited, filed again with another date",
    versions: [
      FILED,
      () => ACTIVE,
      edit,
      (text) =>
        swap(
          "**Status:** Active",
          "**Status:** Filed",
        )(swap("**Date Filed:** —", "**Date Filed:** 2026-03-20")(text)),
    ],
    record: ["amended c1", "c2 5", "c2 8", "c3 13", "c4 ?"],
    marked: ["8", "13"],
  },
  {
    name: "the state set back is what stands now",
    versions: [FILED, () => ACTIVE],
    record: ["amended c1", "c2 5", "c2 8"],
  },
  {
    name: "set back and filed again with nothing else changed",
    versions: [FILED, () => ACTIVE, () => FILED],
    record: ["intact c1", "c2 5", "c2 8", "c3 5 restored", "c3 8 restored"],
  },
]);

describeDocuments("edits that a careless reading misses", [
  {
    name: "a byte that is no UTF-8 for another one",
    versions: [latin(`${FILED}caf\xe9\n`), latin(`${FILED}caf\xe8\n`)],
    record: ["amended c1", "c2 21"],
  },
  {
    name: "a byte order mark taken away",
    versions: [`\uFEFF${FILED}`, FILED],
    record: ["amended|intact c1", "c2 ?"],
  },
  {
    name: "a zero-width space in a word",
    versions: [FILED, swap("porters", "por\u200Bters")],
    record: ["amended c1", "c2 19"],
  },
  {
    name: "a zero-width no-break space in a word",
    versions: [FILED, swap("porters", "por\uFEFFters")],
    record: ["amended c1", "c2 19"],
  },
  {
    name: "a letter of another alphabet",
    versions: [FILED, swap("porters", "p\u043Erters")],
    record: ["amended c1", "c2 19"],
  },
  {
    name: "a composed letter for a decomposed one",
    versions: [`${FILED}cafe\u0301\n`, `${FILED}caf\u00E9\n`],
    record: ["amended c1", "c2 21"],
  },
  {
    name: "a mark that turns the writing direction",
    versions: [FILED, swap("four minutes", "\u202Efour minutes")],
    record: ["amended c1", "c2 13"],
  },
  {
    // a check reports the file as one that it cannot read
    name: "a null character",
    versions: [FILED, swap("porters", "por\0ters")],
    record: ["amended c1", "c2 19"],
    marked: [],
  },
  {
    name: "a null character that no commit holds yet",
    versions: [FILED],
    working: swap("porters", "por\0ters"),
    record: ["amended|unverifiable c1", "uncommitted *"],
    marked: [],
  },
  {
    name: "a byte that is no UTF-8 for another one, not yet committed",
    versions: [latin(`${FILED}caf\xe9\n`)],
    working: latin(`${FILED}caf\xe8\n`),
    record: ["amended c1", "uncommitted 21"],
  },
  {
    name: "only in the case of a letter",
    versions: [FILED, swap("Nobody", "nobody")],
    record: ["amended c1", "c2 14"],
  },
  {
    name: "an HTML comment put in",
    versions: [FILED, swap("## Next", "<!-- void -->\n## Next")],
    record: ["amended c1", "c2 *"],
  },
  {
    name: "a suppression comment put in",
    versions: [
      FILED,
      (text) => edit(text).replace("## Find", "<!-- docket-disable record/filed-record-edited -->\n## Find"),
    ],
    record: ["amended c1", "c2 *"],
  },
  {
    name: "a form feed for a line break",
    versions: [FILED, swap("average.\nNobody", "average.\fNobody")],
    record: ["amended c1", "c2 *"],
  },
]);

describeDocuments("what no commit holds yet", [
  { name: "an edit", versions: [FILED], working: edit, record: ["amended c1", "uncommitted 13"] },
  {
    name: "a line less",
    versions: [FILED],
    working: swap("- ask the porters again\n", ""),
    record: ["amended c1", "uncommitted 18"],
  },
  {
    name: "white space",
    versions: [FILED],
    working: swap("four minutes", "four  minutes"),
    record: ["intact c1", "uncommitted 13 whitespace"],
  },
  {
    name: "the state set back",
    versions: [FILED],
    working: () => ACTIVE,
    record: ["amended c1", "uncommitted 5", "uncommitted 8"],
  },
  { name: "line endings", versions: [FILED], working: toCrlf, record: ["intact c1"] },
  {
    name: "line endings and an edit",
    versions: [FILED],
    working: (text) => toCrlf(edit(text)),
    record: ["amended c1", "uncommitted 13"],
  },
  { name: "a file touched", versions: [FILED], working: (text) => text, record: ["intact c1"] },
  {
    name: "a committed edit brought back",
    versions: [FILED, edit],
    working: undo,
    record: ["intact c1", "c2 13", "uncommitted 13 restored"],
  },
  {
    name: "a committed edit and another one",
    versions: [FILED, edit],
    working: swap("porters", "guards"),
    record: ["amended c1", "c2 13", "uncommitted 19"],
  },
  {
    name: "an active document set to filed is no record yet",
    versions: [ACTIVE],
    working: () => FILED,
    record: undefined,
  },
]);

describeDocuments("line endings", [
  { name: "CRLF conversion", versions: [FILED, toCrlf], record: ["intact c1", "c2 * whitespace"] },
  { name: "back to LF", versions: [toCrlf(FILED), () => FILED], record: ["intact c1", "c2 * whitespace"] },
  {
    name: "there and back",
    versions: [FILED, toCrlf, () => FILED],
    record: ["intact c1", "c2 * whitespace", "c3 * restored"],
  },
  {
    name: "some lines only",
    versions: [FILED, swap("average.\n", "average.\r\n")],
    record: ["intact c1", "c2 13 whitespace"],
  },
  {
    name: "conversion that hides an edit",
    versions: [FILED, (text) => toCrlf(edit(text))],
    record: ["amended c1", "c2 ?"],
    marked: ["13"],
  },
  {
    name: "conversion, then an edit",
    versions: [FILED, toCrlf, edit],
    record: ["amended c1", "c2 * whitespace", "c3 13"],
    marked: ["13"],
  },
  {
    name: "an edit, then conversion",
    versions: [FILED, edit, toCrlf],
    record: ["amended c1", "c2 13", "c3 ?"],
    marked: ["13"],
  },
  {
    name: "bare carriage returns",
    versions: [FILED, (text) => text.replaceAll("\n", "\r")],
    record: ["intact c1", "c2 * whitespace"],
  },
]);
