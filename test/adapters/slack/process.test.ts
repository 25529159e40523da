import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { httpLink, socketLink } from "../../slack-stand-in/links.ts";
import { SlackPerson } from "../../slack-stand-in/person.ts";
import { SlackStandIn } from "../../slack-stand-in/server.ts";
import type { Message, Workspace } from "../../slack-stand-in/workspace.ts";
import { eventually, SIGNING_SECRET, TRANSPORTS } from "./setup.ts";

const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const PATIENCE_MS = 60_000; // a whole process on a busy machine

// The process as it is run, with nothing but settings: real catalog, real store, real advice.
describe.each(TRANSPORTS)("the whole process, Slack over %s", { timeout: 3 * PATIENCE_MS }, (transport) => {
  let slack: SlackStandIn;
  let workspace: Workspace;
  let folder: string;
  let child: ChildProcess;
  let ann: SlackPerson;

  beforeEach(async () => {
    slack = await SlackStandIn.start();
    workspace = slack.workspace("T1");
    workspace.channel("C1");
    folder = mkdtempSync(join(tmpdir(), "k8s-advise-slack-"));
    await start();
  }, PATIENCE_MS);
  afterEach(async () => {
    await stop();
    await slack.stop();
    rmSync(folder, { recursive: true });
  });

  async function start(): Promise<void> {
    const joining =
      transport === "Socket Mode" ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: SIGNING_SECRET };
    const env = { PORT: "0", DATA_DIR: folder, PLAYGROUND: "off", SLACK_BOT_TOKEN: workspace.botToken, ...joining };
    child = spawn(process.execPath, ["--import", path("test/run-typescript.mjs"), path("src/main.ts"), "serve"], {
      env: { ...env, PATH: process.env["PATH"], SLACK_API_URL: slack.apiUrl },
      stdio: ["ignore", "inherit", "pipe"],
    });
    const address = await addressOf(child);
    const link = transport === "Socket Mode" ? socketLink(slack) : httpLink(`${address}/slack/events`, SIGNING_SECRET);
    ann = new SlackPerson(slack, workspace, link, "UANN");
  }

  async function stop(): Promise<void> {
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
  }

  const message = (find: (message: Message) => boolean) => eventually(() => workspace.messages.find(find), PATIENCE_MS);
  const shown = (message: Message) => JSON.stringify(message.blocks);

  it("answers the form, shares, refines in the thread, and still knows the card after a restart", async () => {
    await insisting(() => ann.command("/k8s-advise", "", "C1"));
    await eventually(() => workspace.views.size === 1, PATIENCE_MS);
    await insisting(() => ann.submit({ budgetUsd: "200" }));
    const draft = await message(({ onlyFor }) => onlyFor === "UANN");
    expect(draft.blocks.length).toBeGreaterThan(3);

    await insisting(() => ann.press(draft, "Share"));
    const card = await message(({ onlyFor, channel }) => onlyFor === null && channel === "C1");
    await eventually(() => draft.text === "Shared with the channel.", PATIENCE_MS);
    expect(shown(card)).toContain('"type":"table"');

    await ann.say(`<@${workspace.botUserId}> what if we need a GPU`, "C1", card);
    const changed = await message(({ threadTs, onlyFor }) => threadTs === card.ts && onlyFor === null);
    expect(shown(changed)).toMatch(/gpu/i);

    await ann.say("thanks, lunch?", "C1", card);
    const others = workspace.add({
      channel: "C1",
      threadTs: null,
      user: "UBOB",
      onlyFor: null,
      text: "Hm",
      blocks: [],
      metadata: null,
    });
    await ann.say("what if the budget is 100", "C1", others); // no card there

    await stop();
    await start();
    await ann.say("why not EKS", "C1", card);
    await message(({ threadTs, text }) => threadTs === card.ts && text !== changed.text);
    expect(workspace.messages.filter(({ threadTs }) => threadTs !== null)).toHaveLength(2);
  });

  it("answers a price, and says in words what it does not understand", async () => {
    await ann.command("/k8s-price", "t3.medium x3 frankfurt", "C1");
    expect(shown(await message(() => true))).toContain("t3.medium");
    await ann.command("/k8s-advise", "explain nonsense", "C1");
    expect((await message(({ text }) => text.includes("nonsense"))).onlyFor).toBe("UANN");
  });
});

/** What a person does when Slack says that it had trouble connecting: on a busy machine the first advice takes its time. */
async function insisting<T>(act: () => Promise<T>, tries = 5): Promise<T> {
  return act().catch((error: unknown) => {
    if (tries === 1) throw error;
    return insisting(act, tries - 1);
  });
}

/** Where the process says it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error("standard error is not piped");
  for await (const line of createInterface(child.stderr)) {
    const { msg, address } = JSON.parse(line);
    if (msg === "ready") return address;
  }
  throw new Error("the process ended before it was ready");
}
