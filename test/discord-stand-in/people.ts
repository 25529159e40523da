import { INTENTS } from "./gateway.ts";
import { type Choice, type Interaction, InteractionType } from "./interactions.ts";
import type { Part } from "./message-rules.ts";
import { partsOf } from "./message-rules.ts";
import type { ModalInput } from "./modal-rules.ts";
import { channelJson, memberJson, userJson } from "./payloads.ts";
import type { Discord } from "./stand-in.ts";
import {
  ALL_PERMISSIONS,
  type Channel,
  ChannelKind,
  channelOf,
  type StoredMessage,
  snowflake,
  type Upload,
  type User,
} from "./world.ts";

/** Where and as whom somebody does something; left out: ann, in #general, where the server installed the app. */
export interface Where {
  by?: User;
  channel?: Channel;
  userInstall?: boolean; // only the person installed the app
  source?: StoredMessage | null;
  replyTo?: StoredMessage; // what a message answers, its writer not pinged
  files?: Upload[];
}

type Typed = string | string[] | boolean | Upload | null;
type Button = Extract<Part, { type: 2 }>;
type Select = Extract<Part, { type: 3 }>;

/** What people do in the client: each gives the interaction, which fills as the bot answers. */
export function people(discord: Discord) {
  const { world } = discord;

  async function send(type: number, data: object, where: Where): Promise<Interaction> {
    const { by = world.ann, channel = world.general, userInstall = false, source = null } = where;
    const interaction = discord.interactions.create({
      type,
      by,
      channelId: channel.id,
      source,
      isUserInstall: userInstall,
    });
    await discord.deliver(interaction, payload(interaction, data, channel), channel.guildId);
    return interaction;
  }

  function payload({ id, token, type, by, source, isUserInstall }: Interaction, data: object, channel: Channel) {
    const inGuild = channel.guildId !== null;
    const owners = isUserInstall ? { "1": by.id } : { "0": channel.guildId ?? "0" };
    return {
      id,
      application_id: world.applicationId,
      type,
      token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: channelJson(channel),
      ...(inGuild
        ? { guild_id: channel.guildId, member: memberJson(by), guild_locale: "en-US" }
        : { user: userJson(by) }),
      ...(source === null ? {} : { message: discord.api.asJson(source) }),
      app_permissions: String(inGuild ? channel.permissions : ALL_PERMISSIONS),
      locale: "en-US",
      entitlements: [],
      authorizing_integration_owners: owners,
      context: inGuild ? 0 : channel.type === ChannelKind.direct ? 1 : 2,
      attachment_size_limit: 10_485_760,
    };
  }

  function commandData(name: string, options: Record<string, string>, focused?: string) {
    const list = Object.entries(options).map(([option, value]) => ({
      name: option,
      type: 3,
      value,
      ...(option === focused ? { focused: true } : {}),
    }));
    return { id: snowflake(), name, type: 1, options: list };
  }

  const place = (message: StoredMessage, where: Where): Where => ({
    channel: channelOf(world, message.channelId),
    ...where,
    source: message,
  });

  const findPart = <Found extends Part>(message: StoredMessage, is: (part: Part) => part is Found): Found => {
    const found = partsOf(message.components).find(is);
    if (found === undefined)
      throw new Error(`there is no such control on the message: ${JSON.stringify(message.components)}`);
    return found;
  };

  /** Tells the bot of a message. Without the intent, only a mention or a direct message shows its content. */
  function announce(message: StoredMessage): void {
    const { author, content } = message;
    const channel = channelOf(world, message.channelId);
    const mentionsBot = content.includes(`<@${world.botId}>`);
    const isReadable = mentionsBot || channel.guildId === null || discord.gateway.hasContentIntent();
    const isInGuild = channel.guildId !== null && author !== "bot";
    const answered = world.messages.get(message.answers ?? "");
    const json = {
      ...discord.api.asJson(message),
      channel_type: channel.type,
      content: isReadable ? content : "",
      mentions: [...content.matchAll(/<@(\d+)>/g)].map(([, id = ""]) => mentioned(id)),
      ...(answered === undefined
        ? {}
        : {
            message_reference: { type: 0, message_id: answered.id, channel_id: answered.channelId },
            referenced_message: discord.api.asJson(answered),
          }),
      ...(isInGuild ? { member: { ...memberJson(author), user: undefined } } : {}),
    };
    const intent = channel.guildId === null ? INTENTS.directMessages : INTENTS.guildMessages;
    discord.gateway.dispatch("MESSAGE_CREATE", json, channel.guildId, intent);
  }

  const mentioned = (id: string) =>
    id === world.botId
      ? { id, username: "k8s-advise", discriminator: "0", avatar: null, bot: true }
      : { id, username: `user-${id}`, discriminator: "0", avatar: null };

  return {
    slash: (name: string, options: Record<string, string> = {}, where: Where = {}): Promise<Interaction> =>
      send(InteractionType.command, commandData(name, options), where),

    /** The same interaction once more, as when Discord delivers twice. */
    again: (interaction: Interaction, options: Record<string, string>): Promise<void> => {
      const channel = channelOf(world, interaction.channelId);
      const data = commandData("k8s-advise", options);
      return discord.deliver(interaction, payload(interaction, data, channel), channel.guildId);
    },

    complete: async (name: string, option: string, value: string, where: Where = {}): Promise<Choice[]> => {
      const interaction = await send(
        InteractionType.autocomplete,
        commandData(name, { [option]: value }, option),
        where,
      );
      await discord.until(() => interaction.state === "done", "choices");
      return interaction.choices;
    },

    messageCommand: (name: string, content: string, where: Where = {}): Promise<Interaction> => {
      const id = snowflake();
      const data = { id: snowflake(), name, type: 3, target_id: id, resolved: { messages: { [id]: { id, content } } } };
      return send(InteractionType.command, data, where);
    },

    /** Presses the button of that label, or chooses it in the menu that holds the rest. */
    press: (message: StoredMessage, label: string, where: Where = {}): Promise<Interaction> => {
      const offers = (part: Part): part is Select =>
        part.type === 3 && part.placeholder === "More…" && part.options.some((option) => option.label === label);
      const menu = partsOf(message.components).find(offers);
      if (menu !== undefined) {
        const values = menu.options.filter((option) => option.label === label).map(({ value }) => value);
        const data = { component_type: 3, custom_id: menu.custom_id, values };
        return send(InteractionType.component, data, place(message, where));
      }
      const button = findPart(message, (part): part is Button => part.type === 2 && part.label === label);
      const custom_id = "custom_id" in button ? button.custom_id : "";
      return send(InteractionType.component, { component_type: 2, custom_id }, place(message, where));
    },

    choose: (message: StoredMessage, placeholder: string, label: string, where: Where = {}): Promise<Interaction> => {
      const menu = findPart(message, (part): part is Select => part.type === 3 && part.placeholder === placeholder);
      const values = menu.options.filter((option) => option.label === label).map(({ value }) => value);
      return send(
        InteractionType.component,
        { component_type: 3, custom_id: menu.custom_id, values },
        place(message, where),
      );
    },

    /** Sends the modal of `shown` back; `typed` by label goes over what it was prefilled with. */
    submit: (shown: Interaction, typed: Record<string, Typed> = {}, where: Where = {}): Promise<Interaction> => {
      const { modal, source, by, channelId, isUserInstall } = shown;
      if (modal === null) throw new Error("no modal is open");
      const attachments: Record<string, object> = {};
      const components = modal.components.map(({ label, component }) => ({
        type: 18,
        component: submitted(component, typed[label], (upload) => {
          const id = snowflake();
          attachments[id] = { id, filename: upload.name, size: upload.bytes.length, url: discord.api.fileUrl(upload) };
          return id;
        }),
      }));
      const data = { custom_id: modal.custom_id, components, resolved: { attachments } };
      return send(InteractionType.modal, data, {
        by,
        channel: channelOf(world, channelId),
        source,
        userInstall: isUserInstall,
        ...where,
      });
    },

    /** Writes a message. */
    write: (content: string, where: Where = {}): StoredMessage => {
      const { by = world.ann, channel = world.general, replyTo, files = [] } = where;
      const message: StoredMessage = {
        id: snowflake(),
        channelId: channel.id,
        author: by,
        content,
        flags: 0,
        components: [],
        files,
        answers: replyTo?.id ?? null,
        visibleTo: null,
        deleted: false,
        reactions: [],
      };
      world.messages.set(message.id, message);
      announce(message);
      return message;
    },

    /** The bot is told of that message once more. */
    writtenAgain: announce,
  };
}
export type People = ReturnType<typeof people>;

/** An input as it comes back: what was typed, or else what it was prefilled with. */
function submitted(input: ModalInput, typed: Typed | undefined, upload: (file: Upload) => string): object {
  const { type, custom_id } = input;
  switch (input.type) {
    case 4:
      return { type, custom_id, value: typed ?? input.value ?? "" };
    case 3:
    case 22: {
      const chosen = input.options.filter((option) => option.default).map(({ value }) => value);
      return { type, custom_id, values: typed === undefined ? chosen : [typed].flat() };
    }
    case 21:
      return { type, custom_id, value: typed ?? input.options.find((option) => option.default)?.value ?? null };
    case 23:
      return { type, custom_id, value: typed ?? input.default ?? false };
    case 19: {
      const isFile = typeof typed === "object" && typed !== null && "bytes" in typed;
      return { type, custom_id, values: isFile ? [upload(typed)] : [] };
    }
  }
}
