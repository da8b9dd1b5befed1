/** The language server's process: speaks over stdio (`--stdio`) or Node's channel (`--node-ipc`). */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "../host/node-host";
import { startServer } from "./server";

const connection = createConnection(ProposedFeatures.all);
// the pages of the rules lie beside the bundle, in the repository as in the package
const pages = join(__dirname, "../docs/rules");
startServer(connection, nodeHost, existsSync(pages) ? pathToFileURL(pages).href : undefined);
connection.listen();
