/** The command *Open Record* of the view *Records*: the document itself, where a click compares it. */
import type { Disposable } from "vscode";
import { window } from "vscode";
import { findGivenRecord } from "../records/record-argument";
import { registerCommand } from "./register-command";

export function registerOpenRecord(): Disposable {
  return registerCommand("docket.openRecord", async (row) => {
    const uri = findGivenRecord(row);
    if (uri !== undefined) await window.showTextDocument(uri);
  });
}
