import type { RequestListener } from "node:http";
import { type APIInteractionResponse, Events, type RawFile, REST, Routes } from "discord.js";
import { z } from "zod";
import type { Conversation } from "../../app/conversation.ts";
import { LifeCycle } from "../../app/delivery/life-cycle.ts";
import type { Departures, JobQueue, Log, Receipts } from "../../app/ports.ts";
import { answerInteraction } from "./answer.ts";
import type { DiscordConfig } from "./config.ts";
import { errorFields } from "./errors.ts";
import type { FirstResponse } from "./exchange.ts";
import { gatewayClient } from "./gateway.ts";
import { interactionListener } from "./http.ts";
import { Interaction } from "./interaction.ts";
import { hearing } from "./messages.ts";
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

const LONGEST_WAIT_MS = 10_000;

const Application = z.object({ id: z.string() });

/** Discord as a shell: interactions and messages in, the conversation's answers out. */
export function discordShell({
  config,
  conversation,
  receipts,
  queue,
  departures,
  log,
}: {
  config: DiscordConfig;
  conversation: Conversation;
  receipts: Receipts;
  queue: JobQueue;
  departures: Pick<Departures, "left" | "returned">;
  log: Log;
}): DiscordShell {
  const rest = restClient(config);
  const pool = picturePool(log);
  const answering = { conversation, receipts, rest, pool, log, typed: typedForms() };
  const cycle = new LifeCycle(discordTransport(answering), { queue, receipts, log });
  const handle = (interaction: Interaction, first: FirstResponse) =>
    cycle.track(answerInteraction(interaction, first, cycle, answering));
  const usesGateway = config.publicKey === undefined || config.shards !== undefined;
  const client = usesGateway ? gatewayClient(config, log, (payload) => void onPayload(payload)) : null;
  let isStarted = false;

  async function onPayload(payload: unknown): Promise<void> {
    const interaction = Interaction.safeParse(payload);
    if (interaction.success) return handle(interaction.data, overRest(rest, interaction.data));
    log.warn({ issues: interaction.error.issues.length }, "discord sent an interaction we cannot read");
  }

  client?.once(Events.ClientReady, (ready) => {
    const { messageContent } = config;
    const hear = hearing({ conversation, receipts, client: ready, rest, pool, messageContent, log });
    ready.on(Events.MessageCreate, (heard) => void cycle.track(hear(heard)));
    // Not of servers that are out of order, nor of those the bot is in when it starts: these have events of their own.
    ready.on(Events.GuildDelete, ({ id }) => void cycle.track(moved(id, false)));
    ready.on(Events.GuildCreate, ({ id }) => void cycle.track(moved(id, true)));
  });

  /** A server took the bot in, or put it out. */
  async function moved(id: string, isIn: boolean): Promise<void> {
    const server = { shell: "discord", id } as const;
    log.info({ server: id }, isIn ? "a discord server added the bot" : "a discord server removed the bot");
    try {
      await (isIn ? departures.returned(server) : departures.left(server, new Date().toISOString()));
    } catch (error) {
      log.error({ server: id, ...errorFields(error) }, "that a discord server came or went could not be kept");
    }
  }

  async function register(): Promise<void> {
    const id = config.applicationId ?? client?.application?.id;
    const application = id ?? Application.parse(await rest.get(Routes.currentApplication())).id;
    await registerCommands(rest, application, config.guildIds ?? [], log);
  }

  return {
    start: async () => {
      if (client !== null) await join(client, config);
      isStarted = true;
      await register().catch((error: unknown) =>
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
    requestListener: config.publicKey === undefined ? null : interactionListener(config.publicKey, handle, log),
  };
}

/** Waits for short rate limits, and fails on long ones: whoever asked is told then. */
const restClient = ({ token, apiUrl }: DiscordConfig): REST =>
  new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT_MS,
  }).setToken(token);

/** Over the gateway the first response is a request of ours. */
const overRest = (rest: REST, { id, token }: Interaction): FirstResponse => ({
  takesFiles: true,
  send: async (body: APIInteractionResponse, files: RawFile[]) => {
    await rest.post(Routes.interactionCallback(id, token), { body, files, auth: false });
  },
});

async function join(client: ReturnType<typeof gatewayClient>, { token, messageContent }: DiscordConfig): Promise<void> {
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
