/** The language server's process: speaks over stdio (`--stdio`) or Node's channel (`--node-ipc`). */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "../host/node-host";
import { startServer } from "./server";

const connection = createConnection(ProposedFeatures.all);
startServer(connection, nodeHost);
connection.listen();
