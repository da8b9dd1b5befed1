/** Answers which cited versions are behind, for who has asked for it: the setting `docket.inlayHints`. */
import type { InlayHint, InlayHintParams } from "vscode-languageserver/node";
import { versionHints } from "../../features/authoring/inlay-hints";
import { isSet } from "../client-features";
import { toRange } from "../convert";
import { logFailure } from "../guard";
import type { AuthoringFeature } from "./feature";

export const inlayHint: AuthoringFeature = {
  capabilities: { inlayHintProvider: true },
  answer: ({ connection, guard, ask, context: { features } }) => {
    let isOn = features.inlayHints;
    connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
      if (typeof settings !== "object" || settings === null || !("docket" in settings)) return;
      const wasOn = isOn;
      isOn = isSet(settings.docket, "inlayHints");
      if (isOn !== wasOn && features.inlayHintRefresh)
        connection.languages.inlayHint
          .refresh()
          .catch((error: unknown) => logFailure(connection, "Asking for inlay hints again", error));
    });
    connection.languages.inlayHint.on(
      guard<[InlayHintParams], InlayHint[] | null>("Inlay hints", null, (question) => {
        const asked = isOn ? ask({ textDocument: question.textDocument }) : undefined;
        if (asked === undefined) return null;
        const { context, lines } = asked;
        return versionHints(context, toRange(question.range, lines)).map(({ offset, label, tooltip }) => ({
          position: lines.positionAt(offset),
          label,
          tooltip,
          paddingLeft: true,
        }));
      }),
    );
  },
};
