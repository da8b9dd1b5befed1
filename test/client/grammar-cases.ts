/** Documents, and what Docket's grammar is to paint in each. */

export interface GrammarCase {
  readonly name: string;
  readonly text: string;
  readonly painted: readonly string[];
}

/** Documents of the folder `grammar`; beside each stands a text that shows what is painted. */
export const grammarSamples = ["phase-gate", "ordinary"] as const;

export const grammarCases: readonly GrammarCase[] = [
  {
    name: "bold fields, colon inside and outside of the bold",
    text: "# Refunds\n\n**Owner:** Pay Lead\n**Status**: Canonical\n**Version:** 1.2\n**Last Updated:** 2026-02-20\n",
    painted: [
      "key Owner",
      "key Status",
      "state Canonical",
      "key Version",
      "version 1.2",
      "key Last Updated",
      "date 2026-02-20",
    ],
  },
  {
    name: "several fields on a line, emoji before the state, a note after it",
    text: "# Refunds\n**Status:** ✅ Filed — 2026-02-20 (for good) | **Version:** v1.4  \n",
    painted: ["key Status", "state Filed", "date 2026-02-20", "key Version", "version v1.4"],
  },
  {
    name: "plain fields right under the title, with a line that goes on",
    text: "# Refunds\n\nOwner: Pay Lead\nScope: all refunds\n  and chargebacks\nStatus: Operational Record\n",
    painted: ["key Owner", "key Scope", "key Status", "state Operational Record"],
  },
  {
    name: "list items and block quotes",
    text: "# Refunds\n\n- **Owner:** Pay Lead\n- Status: Draft\n\n> **Class:** Delivery Record (Class 7)\n> Status: Draft\n",
    painted: [
      "key Owner",
      "key Status",
      "state Draft",
      "key Class",
      "class Delivery Record (Class 7)",
      "key Status",
      "state Draft",
    ],
  },
  {
    name: "a table of two columns",
    text: "# Refunds\n\n| Field | Value |\n|---|---|\n| Owner | Pay Lead |\n| **Status** | Active |\n| Version | 2.0 |\n",
    painted: ["key Owner", "key Status", "state Active", "key Version", "version 2.0"],
  },
  {
    name: "a header before the title",
    text: "**Owner:** Pay Lead\n**Status:** Draft\n\n# Refunds\n",
    painted: ["key Owner", "key Status", "state Draft"],
  },
  {
    name: "keys of a policy in another language, when they are bold",
    text: "# Remboursements\n\n**Propriétaire :** Équipe paiement\n**Révisé le:** 2026-02-20\n",
    painted: ["key Propriétaire ", "key Révisé le", "date 2026-02-20"],
  },
  {
    name: "placeholders",
    text: "# Refunds\n\n**Owner:** {role}\n**Class:** {class}\n**Status:** —\n",
    painted: ["key Owner", "placeholder {role}", "key Class", "placeholder {class}", "key Status"],
  },
  {
    name: "a comment between title and header",
    text: "# Refunds\n<!-- docket-disable header/date-format: imported -->\n\n**Owner:** Pay Lead\n",
    painted: ["key Owner"],
  },
  { name: "prose under the title", text: "# Refunds\n\nNote: what follows is a draft.\n", painted: [] },
  {
    name: "fields of an item further down",
    text: "# Backlog\n\nIntro.\n\n**Status:** Active\n",
    painted: [],
  },
  { name: "fields under another heading", text: "# Backlog\n\n## One\n\n**Status:** Active\n", painted: [] },
  { name: "fields after a thematic break", text: "# Backlog\n\n---\n\n**Status:** Active\n", painted: [] },
  {
    name: "what looks like a header inside a fence",
    text: "Intro.\n\n```md\n# Refunds\n\n**Status:** Active\n```\n\n    # Refunds\n    **Status:** Active\n",
    painted: [],
  },
  {
    name: "a fence that follows the title",
    text: "# Refunds\n\n```\nOwner: Pay Lead\n```\n\nStatus: Active\n",
    painted: [],
  },
  {
    name: "a glossary right under the title",
    text: "# Words\n\n| Term | Meaning |\n|---|---|\n| Dock | A lock |\n",
    painted: [],
  },
  { name: "a comment", text: "<!--\n# Refunds\n**Status:** Active\n-->\n", painted: [] },
];
