import type { RequestListener } from "node:http";
import { type APIInteractionResponse, Events, type RawFile, REST, Routes } from "discord.js";
import { z } from "zod";
import type { Conversation } from "../../app/conversation.ts";
import type { Inbox, Log, Receipts } from "../../app/ports.ts";
import { answering } from "./answer.ts";
import type { DiscordConfig } from "./config.ts";
import { exchange, type FirstResponse } from "./exchange.ts";
import { gatewayClient } from "./gateway.ts";
import { interactionListener } from "./http.ts";
import { Interaction } from "./interaction.ts";
import { keeping } from "./keeping.ts";
import { hearing } from "./messages.ts";
import { warmUp } from "./png.ts";
import { errorFields } from "./problems.ts";
import { registerCommands } from "./register.ts";
import { answerLeft } from "./take-over.ts";
import { typedForms } from "./typed.ts";

export interface DiscordShell {
  /** Registers the commands and, where the gateway is used, joins it; resolves once events arrive. */
  start(): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
  /** Begins to answer what a process that died had deferred. */
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
  inbox,
  log,
}: {
  config: DiscordConfig;
  conversation: Conversation;
  receipts: Receipts;
  inbox: Inbox;
  log: Log;
}): DiscordShell {
  const rest = restClient(config);
  const answerer = answering({ conversation, receipts, rest, log, typed: typedForms() });
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  const handle = (interaction: Interaction, first: FirstResponse) => track(answer(interaction, first));
  const usesGateway = config.publicKey === undefined || config.shards !== undefined;
  const client = usesGateway ? gatewayClient(config, log, (payload) => void onPayload(payload)) : null;
  let isStarted = false;

  async function answer(interaction: Interaction, first: FirstResponse): Promise<void> {
    const { keep, done } = keeping(inbox, log, interaction);
    await answerer.answer(interaction, exchange(interaction, rest, first, keep));
    await done();
  }

  async function onPayload(payload: unknown): Promise<void> {
    const interaction = Interaction.safeParse(payload);
    if (interaction.success) return handle(interaction.data, overRest(rest, interaction.data));
    log.warn({ issues: interaction.error.issues.length }, "discord sent an interaction we cannot read");
  }

  client?.once(Events.ClientReady, (ready) => {
    const hear = hearing({ conversation, receipts, client: ready, rest, messageContent: config.messageContent, log });
    ready.on(Events.MessageCreate, (heard) => void track(hear(heard)));
  });

  async function register(): Promise<void> {
    const id = config.applicationId ?? client?.application?.id;
    const application = id ?? Application.parse(await rest.get(Routes.currentApplication())).id;
    await registerCommands(rest, application, config.guildIds ?? [], log);
  }

  return {
    start: async () => {
      if (client !== null) await join(client, config);
      isStarted = true;
      void warmUp().catch((error: unknown) => log.error(errorFields(error), "charts cannot be drawn"));
      await register().catch((error: unknown) =>
        log.error(errorFields(error), "discord commands could not be registered"),
      );
    },
    stop: async () => {
      isStarted = false;
      await client?.destroy();
      await Promise.allSettled(underWay);
    },
    takeOver: async () => {
      const left = await inbox.takeOver("discord");
      if (left.length > 0) void track(answerLeft(left, { inbox, rest, answerer, log }));
    },
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
