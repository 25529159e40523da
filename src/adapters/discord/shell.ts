import type { RequestListener } from "node:http";
import { type Client, Events, REST, Routes } from "discord.js";
import { z } from "zod";
import type { Conversation } from "../../app/conversation.ts";
import { LifeCycle } from "../../app/delivery/life-cycle.ts";
import { gathered } from "../../app/gathered.ts";
import type { Departures } from "../../app/ports/data.ts";
import type { JobQueue, Receipts } from "../../app/ports/job-queue.ts";
import type { Log } from "../../app/ports/process.ts";
import type { DiscordConfig } from "./config.ts";
import { errorFields } from "./errors.ts";
import { gatewayClient } from "./gateway.ts";
import { interactionListener } from "./http.ts";
import { interactionHandler, listen, payloadHandler } from "./listen.ts";
import { GATHER_MS } from "./redraw.ts";
import { registerCommands } from "./register.ts";
import { picturePool } from "./render/picture-pool.ts";
import { discordTransport } from "./transport.ts";
import { typedForms } from "./typed.ts";

export interface DiscordShell {
  /** Registers the commands and, where the gateway is used, joins it; resolves once events arrive. */
  start(): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
  /** Answers what another process had deferred and could not answer, until nothing more is due. */
  takeOver(): Promise<void>;
  /** For `/discord/interactions`; null when no public key is set. */
  requestListener: RequestListener | null;
}

interface Options {
  config: DiscordConfig;
  conversation: Conversation;
  receipts: Receipts;
  queue: JobQueue;
  departures: Pick<Departures, "left" | "returned">;
  log: Log;
}

const LONGEST_WAIT_MS = 10_000;

const Application = z.object({ id: z.string() });

/** Discord as a shell: interactions and messages in, the conversation's answers out. */
export function discordShell({ config, queue, departures, ...parts }: Options): DiscordShell {
  const { log, receipts } = parts;
  const rest = restClient(config);
  const pool = picturePool(log);
  const edits = gathered(GATHER_MS);
  const redrawn = (key: string, draw: () => Promise<void>) => cycle.track(edits(key, draw));
  const answering = { ...parts, rest, pool, redrawn, typed: typedForms() };
  const cycle: LifeCycle = new LifeCycle(discordTransport(answering), { queue, receipts, log });
  const listening = { ...answering, cycle, departures, messageContent: config.messageContent };
  const usesGateway = config.publicKey === undefined || config.shards !== undefined;
  const client = usesGateway ? gatewayClient(config, log, payloadHandler(listening)) : null;
  client?.once(Events.ClientReady, (ready) => listen(ready, listening));
  let isStarted = false;
  return {
    start: async () => {
      if (client !== null) await join(client, config);
      isStarted = true;
      await register(config, client, rest, log).catch((error: unknown) =>
        log.error(errorFields(error), "discord commands could not be registered"),
      );
    },
    stop: async () => {
      isStarted = false;
      await cycle.stop(async () => client?.destroy());
      await pool.close();
    },
    takeOver: () => cycle.takeOver(),
    isReady: () => isStarted && (client === null || client.isReady()),
    requestListener:
      config.publicKey === undefined ? null : interactionListener(config.publicKey, interactionHandler(listening), log),
  };
}

async function register(config: DiscordConfig, client: Client | null, rest: REST, log: Log): Promise<void> {
  const id = config.applicationId ?? client?.application?.id;
  const application = id ?? Application.parse(await rest.get(Routes.currentApplication())).id;
  await registerCommands(rest, application, config.guildIds ?? [], log);
}

/** Waits for short rate limits, and fails on long ones: whoever asked is told then. */
const restClient = ({ token, apiUrl }: DiscordConfig): REST =>
  new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT_MS,
  }).setToken(token);

async function join(client: Client, { token, messageContent }: DiscordConfig): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    if (!messageContent || !(error instanceof Error) || !/disallowed intents/i.test(error.message)) throw error;
    const words =
      "Discord refuses the message content intent. Switch it on in the developer portal (Bot, Privileged Gateway Intents), or do without it.";
    throw new Error(words, { cause: error });
  }
  await ready;
}
