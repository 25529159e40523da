import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Partials } from "discord.js";
import type { Log } from "../../app/ports/process.ts";
import type { DiscordConfig } from "./config.ts";
import { errorFields } from "./errors.ts";

/** Only what is used is kept: channels tell threads apart, roles tell who is an admin. */
const CACHES = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildInviteManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  VoiceStateManager: 0,
});

/** The least that tells of mentions and direct messages; reading what people write in threads is asked for apart. */
function intents(messageContent: boolean): GatewayIntentBits[] {
  const least = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  return messageContent ? [...least, GatewayIntentBits.MessageContent] : least;
}

/** A client that is not logged in yet. Interactions are handed on as Discord sent them, as they come over HTTP too. */
export function gatewayClient(config: DiscordConfig, log: Log, onInteraction: (payload: unknown) => void): Client {
  const shards = config.shards ?? "auto";
  const client = new Client({
    intents: intents(config.messageContent),
    partials: [Partials.Channel], // direct messages come from channels we never saw
    makeCache: CACHES,
    allowedMentions: { parse: [] },
    shards,
    ...(Array.isArray(shards) ? { shardCount: config.shardCount ?? Math.max(...shards) + 1 } : {}),
    ...(config.apiUrl === undefined ? {} : { rest: { api: config.apiUrl } }),
  });
  client.on(Events.Raw, (packet: { t: string | null; d: unknown }) => {
    if (packet.t === GatewayDispatchEvents.InteractionCreate) onInteraction(packet.d);
  });
  client.on(Events.Error, (error) => log.error(errorFields(error), "discord client failed"));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.warn({ shard, code }, "discord closed the connection"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "reconnecting to discord"));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "discord connection resumed"));
  return client;
}
