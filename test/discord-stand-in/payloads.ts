import {
  type Channel,
  ChannelKind,
  channelOf,
  type StoredMessage,
  type Upload,
  type User,
  type World,
} from "./world.ts";

// How Discord writes what the stand-in keeps. https://docs.discord.com/developers/resources/message#message-object

export const userJson = ({ id, username }: User) => ({
  id,
  username,
  global_name: null,
  discriminator: "0",
  avatar: null,
});

export const botJson = ({ botId }: World) => ({
  id: botId,
  username: "k8s-advise",
  discriminator: "0",
  avatar: null,
  bot: true,
  global_name: null,
});

const MANAGE_SERVER = "32"; // https://docs.discord.com/developers/topics/permissions
const ADMIN_ROLE = "1";

/** A server's roles: everybody's, which has the server's own id, and the admins'. */
export const rolesJson = (guildId: string) => [
  roleJson(guildId, "@everyone", "0"),
  roleJson(ADMIN_ROLE, "admins", MANAGE_SERVER),
];

const roleJson = (id: string, name: string, permissions: string) => ({
  id,
  name,
  permissions,
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
});

export const memberJson = (user: User) => ({
  user: userJson(user),
  nick: null,
  roles: user.isAdmin ? [ADMIN_ROLE] : [],
  joined_at: "2026-01-01T00:00:00.000Z",
  deaf: false,
  mute: false,
  flags: 0,
  permissions: user.isAdmin ? MANAGE_SERVER : "0",
});

export const channelJson = ({ id, type, name, guildId, parentId, ownerId, recipient }: Channel) => ({
  id,
  type,
  ...(guildId === null
    ? { recipients: recipient === null ? [] : [userJson(recipient)] }
    : { guild_id: guildId, name, permission_overwrites: [] }),
  ...(type === ChannelKind.thread
    ? {
        parent_id: parentId,
        owner_id: ownerId,
        thread_metadata: {
          archived: false,
          locked: false,
          auto_archive_duration: 10_080,
          archive_timestamp: "2026-01-01T00:00:00.000Z",
        },
      }
    : {}),
});

export function messageJson(world: World, message: StoredMessage, fileUrl: (upload: Upload) => string) {
  const channel = channelOf(world, message.channelId);
  return {
    id: message.id,
    type: message.answers === null ? 0 : 19,
    channel_id: message.channelId,
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    author: message.author === "bot" ? botJson(world) : userJson(message.author),
    content: message.content,
    flags: message.flags,
    components: message.components,
    attachments: message.files.map((upload, at) => ({
      id: String(at + 1),
      filename: upload.name,
      size: upload.bytes.length,
      url: fileUrl(upload),
      proxy_url: fileUrl(upload),
    })),
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: "2026-01-01T00:00:00.000Z",
    edited_timestamp: null,
  };
}
