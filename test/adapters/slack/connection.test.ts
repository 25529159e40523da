import { expect, it } from "vitest";
import { slackShell } from "../../../src/adapters/slack/shell.ts";
import { sharedQueue } from "../../app/delivery/job-queues.ts";
import { SlackStandIn } from "../../slack-stand-in/server.ts";
import { aReply, eventually, joined, onceEach, recording, ScriptedConversation } from "./setup.ts";

const parts = {
  conversation: new ScriptedConversation(),
  receipts: onceEach(),
  queue: (await sharedQueue()).process(),
  installations: null,
  departures: { left: async () => {} },
  log: recording([]),
};

it("says at start that Slack refuses the bot token", async () => {
  const slack = await SlackStandIn.start();
  const config = { botToken: "xoxb-wrong", signingSecret: "s", apiUrl: slack.apiUrl };
  const shell = slackShell({ config, ...parts });
  await expect(shell.start()).rejects.toThrow("invalid_auth");
  expect(shell.isReady()).toBe(false);
  await slack.stop();
});

it("says at start that Slack refuses the app token", async () => {
  const slack = await SlackStandIn.start();
  const config = { botToken: slack.workspace("T1").botToken, appToken: "xapp-wrong", apiUrl: slack.apiUrl };
  const shell = slackShell({ config, ...parts });
  await expect(shell.start()).rejects.toThrow("invalid_auth");
  await slack.stop();
});

it("keeps knocking while Slack is down, and joins when it is back", async () => {
  const slack = await SlackStandIn.start();
  slack.trouble("apps.connections.open", { status: 503 });
  const config = { botToken: slack.workspace("T1").botToken, appToken: slack.appToken, apiUrl: slack.apiUrl };
  const shell = slackShell({ config, ...parts });
  await shell.start();
  expect(shell.isReady()).toBe(true);
  await shell.stop();
  expect(shell.isReady()).toBe(false);
  await slack.stop();
});

it("joins again after the connection broke", async () => {
  const at = await joined("Socket Mode");
  const [socket] = at.slack.sockets;
  socket?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  await eventually(() => at.slack.sockets.size === 1 && !at.slack.sockets.has(socket as never), 15_000);
  await eventually(() => at.isReady());
  await at.ann.command("/k8s-advise", "mvp", "C1");
  await at.message(() => true);
  await at.stop();
});

it("finishes what it is answering before it stops", async () => {
  const at = await joined("signed HTTP");
  let done = false;
  at.conversation.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    done = true;
    return aReply();
  };
  await at.ann.command("/k8s-advise", "mvp", "C1");
  await at.stop();
  expect(done).toBe(true);
  expect(at.workspace.messages).toHaveLength(1);
});
