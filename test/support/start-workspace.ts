/** A folder under the profile `delivery`, and a server that has read it. */
import { POLICY } from "./delivery-documents";
import { type LspClient, type StartOptions, startClient } from "./lsp-client";
import { makeFolder } from "./temporary-folder";

export async function start(
  files: Readonly<Record<string, string>>,
  options: Partial<StartOptions> = {},
): Promise<{ readonly folder: string; readonly client: LspClient }> {
  const folder = makeFolder({ "docket.yaml": POLICY, ...files });
  const client = await startClient({ folders: [folder], ...options });
  await client.scanned();
  return { folder, client };
}
