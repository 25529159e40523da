import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DiscordConfig } from "../../../src/adapters/discord/config.ts";
import { discordShell } from "../../../src/adapters/discord/shell.ts";
import type { Conversation, Intent, Reply } from "../../../src/app/conversation.ts";
import type { Asker } from "../../../src/app/ports/asker.ts";
import type { Departures } from "../../../src/app/ports/data.ts";
import type { JobQueue, Receipts } from "../../../src/app/ports/job-queue.ts";
import type { Log } from "../../../src/app/ports/process.ts";
import type { Card } from "../../../src/cards/card.ts";
import { sharedQueue } from "../../app/delivery/job-queues.ts";
import { people } from "../../discord-stand-in/people.ts";
import { type Discord, startDiscord } from "../../discord-stand-in/stand-in.ts";
import { aCard, aForm } from "./samples.ts";

export interface Asked {
  intent: Intent;
  asker: Asker;
}

/** A conversation that answers as it is told and remembers what it was asked. */
export function scriptedConversation() {
  const script = {
    asked: [] as Asked[],
    posted: [] as { estimateId: string; message: { channelId: string; threadId: string } }[],
    answer: (_: Asked): Reply | Promise<Reply> => ({
      kind: "card",
      card: aCard(),
      audience: "asker",
      estimateId: "e1",
      replaces: false,
    }),
    overhear: (async (text) => ({ kind: "follow-up", text, estimateId: null })) as Conversation["overhear"],
    shared: null as Card | null, // the card that owns a thread
    suggestions: [] as { label: string; value: string }[],
    keepPosted: async () => {}, // what the store does when a card was posted
  };
  const conversation: Conversation = {
    handle: async (intent, asker) => {
      const asked = { intent, asker };
      script.asked.push(asked);
      if (intent.kind === "open-form") return { kind: "form", form: aForm(), estimateId: intent.estimateId };
      return script.answer(asked);
    },
    overhear: async (text, spot) => script.overhear(text, spot),
    sharedCard: async () => script.shared,
    posted: async (_, estimateId, message) => {
      await script.keepPosted();
      script.posted.push({ estimateId, message });
    },
    suggestPrices: (query, most) => script.suggestions.filter(({ label }) => label.includes(query)).slice(0, most),
  };
  return { script, conversation };
}

/** What one process keeps, and no other sees. */
async function ownStore(): Promise<{ receipts: Receipts; queue: JobQueue }> {
  const shared = await sharedQueue();
  return { receipts: shared.receipts, queue: shared.process() };
}

export type Transport = "gateway" | "http";

/** The real client, logged in to the stand-in, and people to talk to it. */
export async function startBot(
  settings: {
    transport?: Transport;
    allowsContent?: boolean;
    config?: Partial<DiscordConfig>;
    discord?: Discord;
    conversation?: Conversation; // a real one in place of the scripted
    store?: { receipts: Receipts; queue: JobQueue };
    departures?: Pick<Departures, "left" | "returned">;
  } = {},
) {
  const { transport = "gateway", allowsContent = false } = settings;
  const discord = settings.discord ?? (await startDiscord({ allowsContent }));
  const logged: { fields: Record<string, unknown>; text: string }[] = [];
  const keep = (fields: Record<string, unknown>, text: string) => void logged.push({ fields, text });
  const log: Log = { info: keep, warn: keep, error: keep };
  const { script, conversation } = scriptedConversation();
  const shell = discordShell({
    config: {
      token: discord.world.token,
      apiUrl: discord.apiUrl,
      messageContent: allowsContent,
      ...(transport === "http" ? { publicKey: discord.publicKey } : {}),
      ...settings.config,
    },
    conversation: settings.conversation ?? conversation,
    departures: settings.departures ?? { left: async () => {}, returned: async () => {} },
    ...(settings.store ?? (await ownStore())),
    log,
  });
  const server = createServer(shell.requestListener ?? (() => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  if (transport === "http") {
    const { port } = server.address() as AddressInfo;
    discord.transport.endpoint = `http://127.0.0.1:${port}/discord/interactions`;
  }
  await shell.start();
  const closeServer = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    discord,
    world: discord.world,
    people: people(discord),
    shell,
    script,
    logged,
    stop: async () => {
      await shell.stop();
      await closeServer();
      await discord.close();
    },
    /** Hears and says nothing any more; whatever it waits for is to hang for ever. */
    cutOff: async () => {
      void shell.stop();
      await closeServer();
    },
  };
}
export type Bot = Awaited<ReturnType<typeof startBot>>;
