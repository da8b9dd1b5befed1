/**
 * How the documents of examples/delivery came to be what they are: four were filed, and afterwards one of these was
 * tidied up and one was amended. The last step leaves every file as it is in the example.
 */

const verification = "docs/product/verification/3.1-dock-reservation-verification.md";
const phaseGate = "docs/product/phase_gates/3.1-dock-reservation-phase-gate.md";
const report = "docs/operations/status_reports/System_status_report_v2.3_2026-02-11.md";
const lessons = "docs/product/lessons_learnt/3.1-dock-reservation-lessons.md";

const unfiled = replace(
  ["**Status:** Filed", "**Status:** Active"],
  ["**Date Filed:** 2026-02-10", "**Date Filed:** —"],
);
/** What a filing does not change and nobody may change after it, but the policy allows: blanks at the end of a line. */
const untidy = replace(["| Date shipped | 2026-02-10 |", "| Date shipped | 2026-02-10 |  "]);
/** What was promised in the review, before somebody made a smaller promise of it. */
const promised = replace(["known faults, every quarter", "known faults, every month"]);

const absent = () => undefined;
const asItIs = (text) => text;

/** Each step gives some files the text that it makes of the one in the example; undefined is a file that is not there. */
export const exampleHistory = [
  {
    date: "2026-02-09T16:00:00Z",
    author: "PMO Lead",
    message: "Governed documents",
    files: { [verification]: unfiled, [phaseGate]: unfiled, [report]: absent, [lessons]: absent },
  },
  {
    date: "2026-02-10T15:30:00Z",
    author: "QA Lead",
    message: "File the verification report of 3.1",
    files: { [verification]: asItIs },
  },
  {
    date: "2026-02-10T16:40:00Z",
    author: "PMO Lead",
    message: "Close 3.1 and file its phase gate document",
    files: { [phaseGate]: untidy },
  },
  {
    date: "2026-02-11T08:10:00Z",
    author: "Operations Lead",
    message: "File the status report on v2.3",
    files: { [report]: asItIs },
  },
  {
    date: "2026-02-13T10:00:00Z",
    author: "PMO Lead",
    message: "File the lessons learnt from 3.1",
    files: { [lessons]: promised },
  },
  {
    date: "2026-02-16T09:20:00Z",
    author: "Specs Lead",
    message: "Remove blanks at the ends of lines",
    files: { [phaseGate]: asItIs },
  },
  {
    date: "2026-02-18T17:45:00Z",
    author: "Operations Lead",
    message: "Say how often we ask the supplier",
    files: { [lessons]: asItIs },
  },
];

/** Makes an earlier text: each pair is what the text says, and what it said before. */
function replace(...pairs) {
  return (text) =>
    pairs.reduce((earlier, [now, before]) => {
      if (!earlier.includes(now)) throw new Error(`The example does not say "${now}" any more.`);
      return earlier.replace(now, before);
    }, text);
}
