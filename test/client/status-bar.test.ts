/** What the status bar says about a document. */
import { describe, expect, it } from "vitest";
import { createStatus } from "../../client/status-bar/model";
import type { DocumentStatus } from "../../server/protocol/messages";
import { fill } from "./fill";

const status = (given: Partial<DocumentStatus>) =>
  createStatus(
    {
      class: "Canonical (Class 1)",
      title: "Tariff Rules",
      state: "Canonical",
      hasStates: true,
      version: "1.3",
      filed: false,
      blocking: 0,
      ...given,
    },
    fill,
  );

describe("the status bar", () => {
  it("says state and version", () => {
    expect(status({})).toMatchObject({
      text: "$(law) Canonical · 1.3",
      sentence: "Docket: Canonical (Class 1), Canonical · 1.3",
      background: undefined,
    });
    expect(status({ version: null }).text).toBe("$(law) Canonical");
    expect(status({ state: null }).text).toBe("$(law) No status · 1.3");
  });

  it("says what a document is that goes through no states", () => {
    const report = status({ title: "Report", state: null, hasStates: false, version: null });
    expect(report.text).toBe("$(law) Report");
    expect(report.tooltip).not.toContain("No status");
    expect(report.tooltip).not.toContain("\n\n\n");
  });

  it("shows no lock on what only its header calls filed", () => {
    const filed = status({ state: "Filed", version: "v1.0", filed: true });
    expect(filed.text).toBe("$(law) Filed · v1.0");
    expect(filed.tooltip).toContain("It is filed");
  });

  it("stands out for blocking findings alone, and counts them", () => {
    expect(status({ blocking: 1 })).toMatchObject({ background: "statusBarItem.errorBackground" });
    expect(status({ blocking: 1 }).tooltip).toContain("1 blocking finding\n");
    expect(status({ blocking: 2 }).sentence).toContain("2 blocking findings");
  });
});
