/** Records as the server describes them. */
import type { AmendmentNode, RecordNode } from "../../server/protocol/messages";

/** One that is as it was filed, unless said otherwise. */
export const record = (given: Partial<RecordNode>): RecordNode => ({
  uri: "file:///repository/docs/3.2-guest-passes-verification.md",
  path: "docs/3.2-guest-passes-verification.md",
  title: "3.2 — Guest passes: verification report",
  class: "Delivery Record (Class 7)",
  verdict: "intact",
  reason: null,
  filed: { commit: "3f2a1bc".padEnd(40, "0"), date: "2026-02-20" },
  amendments: [],
  ...given,
});

export const amendment = (given: Partial<AmendmentNode>): AmendmentNode => ({
  commit: "9c0ffee".padEnd(40, "0"),
  date: "2026-02-22",
  author: "QA Lead",
  allowed: false,
  region: null,
  lines: [12, 14],
  what: "3 lines added",
  ...given,
});
