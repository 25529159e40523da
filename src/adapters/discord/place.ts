import { ChannelType, PermissionFlagsBits } from "discord.js";
import type { Asker } from "../../app/ports/asker.ts";
import type { Interaction } from "./interaction.ts";

const THREADS: readonly number[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const ADMIN = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;
const EPHEMERAL = 64; // https://docs.discord.com/developers/resources/message#message-object-message-flags

// https://docs.discord.com/developers/resources/application#application-object-application-integration-types
const GUILD_INSTALL = "0";
const USER_INSTALL = "1";

export const isThread = (type: number): boolean => THREADS.includes(type);
export const isAdmin = (permissions: bigint): boolean => (permissions & ADMIN) !== 0n;
export const isEphemeral = (message: { flags: number }): boolean => (message.flags & EPHEMERAL) !== 0;

/**
 * Who asks, and where. The tenant is the server that installed the app; where nobody did, in a direct message or for an app
 * that only the person installed, it is the person: they see none of a server's estimates, nor the server theirs.
 */
export function askerOf(interaction: Interaction): Asker | null {
  const user = interaction.member?.user ?? interaction.user;
  if (user === undefined) return null;
  const { guild_id, member, channel } = interaction;
  const { [GUILD_INSTALL]: server, [USER_INSTALL]: owner } = interaction.authorizing_integration_owners;
  const isOwn = guild_id === undefined || (owner !== undefined && server !== guild_id);
  const tenantId = isOwn ? user.id : guild_id;
  const channelId = channel?.id ?? interaction.channel_id ?? null;
  const inThread = channel !== undefined && isThread(channel.type);
  return {
    tenant: { shell: "discord", id: tenantId },
    person: {
      id: user.id,
      name: member?.nick ?? user.global_name ?? user.username,
      isAdmin: isOwn || isAdmin(BigInt(member?.permissions ?? 0)),
      groups: isOwn ? [] : (member?.roles ?? []),
    },
    channelId: inThread ? (channel.parent_id ?? channelId) : channelId,
    threadId: inThread ? channelId : ownThread(interaction, channelId),
    ...(guild_id === undefined ? { isDirect: true as const } : {}),
    deliveryId: interaction.id,
  };
}

/** Outside a thread: that of the card that was pressed, which has the card's id. A direct message has none, and is one itself. */
function ownThread({ guild_id, message }: Interaction, channelId: string | null): string | null {
  if (message === undefined || isEphemeral(message)) return null;
  return guild_id === undefined ? channelId : message.id;
}

/** Whether the bot may do this where the interaction came from; where Discord did not say, it is tried. */
export const may = ({ app_permissions }: Interaction, permission: bigint): boolean =>
  app_permissions === undefined || (BigInt(app_permissions) & (permission | PermissionFlagsBits.Administrator)) !== 0n;
