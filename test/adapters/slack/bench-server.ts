import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, HTTPReceiver } from "@slack/bolt";
import { slackShell } from "../../../src/adapters/slack/shell.ts";
import { openStore } from "../../../src/adapters/store/open.ts";
import { aReply, recording, ScriptedConversation, SIGNING_SECRET } from "./setup.ts";

// A process of its own for the bench, so that the caller's work is not measured: `ours` is the adapter with a conversation
// that answers a constant card, on a real store, `bare` is Bolt with a listener that answers a constant.

const [, , which, apiUrl = "", botToken = ""] = process.argv;

async function ours(): Promise<RequestListener> {
  const config = { botToken, signingSecret: SIGNING_SECRET, apiUrl };
  const dataDir = mkdtempSync(join(tmpdir(), "k8s-advise-bench-"));
  process.on("exit", () => rmSync(dataDir, { recursive: true }));
  const clock = { now: () => new Date() };
  const { receipts, jobs: queue, departures } = await openStore({ dataDir, databaseUrl: null, tokenKey: null, clock });
  const conversation = new ScriptedConversation();
  conversation.answer = () => {
    conversation.heard.length = 0;
    return aReply();
  };
  const shell = slackShell({
    config,
    conversation,
    receipts,
    queue,
    installations: null,
    departures,
    log: recording([]),
  });
  await shell.start();
  return shell.requestListener;
}

function bare(): RequestListener {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
  const app = new App({ receiver, token: botToken, clientOptions: { slackApiUrl: apiUrl } });
  app.command(/.*/, async ({ ack, respond }) => {
    await ack();
    await respond({ text: "DOKS, 72.00 USD a month." });
  });
  return receiver.requestListener;
}

const server = createServer(which === "ours" ? await ours() : bare());
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
