import { randomBytes } from "node:crypto";
import { z } from "zod";
import { faultsOf, Refusal, refuseInvalid } from "./faults.ts";
import { MessageBody } from "./message-rules.ts";
import { type Modal, Modal as ModalBody, modalFaults } from "./modal-rules.ts";
import {
  addBotMessage,
  editBotMessage,
  messageOf,
  type StoredMessage,
  snowflake,
  type Upload,
  type User,
  type World,
} from "./world.ts";

// The state machine of https://docs.discord.com/developers/interactions/receiving-and-responding
const FIRST_RESPONSE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
const USER_INSTALL_FOLLOW_UPS = 5;
const EPHEMERAL = 1 << 6;
const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL_SUBMIT = 5;

export interface Choice {
  name: string;
  value: string;
}

/** One interaction, and what the bot made of it. */
export interface Interaction {
  id: string;
  token: string;
  type: number;
  sentAt: number;
  by: User;
  channelId: string;
  source: StoredMessage | null; // the message it came from
  isUserInstall: boolean;
  state: "waiting" | "message" | "thinking" | "acknowledged" | "done";
  thinksPrivately: boolean;
  responseType: number | null;
  original: StoredMessage | null;
  messages: StoredMessage[]; // in the order they came
  modal: Modal | null;
  choices: Choice[];
  answered: Promise<void>; // resolves with the first response
}

const Choices = z.strictObject({
  choices: z.array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) })).max(25),
});
const Response = z.strictObject({ type: z.int(), data: z.unknown().optional() });
const OnlyEphemeral = z.strictObject({ flags: z.literal(EPHEMERAL).optional() }).default({});

/** The interactions under way, and the endpoints the bot answers them through. `now` may be moved to let time pass. */
export function createInteractions(world: World, now: () => number) {
  const all: Interaction[] = [];
  const resolvers = new Map<string, () => void>();

  function create(made: Pick<Interaction, "type" | "by" | "channelId" | "source" | "isUserInstall">): Interaction {
    const id = snowflake();
    const interaction: Interaction = {
      ...made,
      id,
      token: randomBytes(16).toString("hex"),
      sentAt: now(),
      state: "waiting",
      thinksPrivately: false,
      responseType: null,
      original: null,
      messages: [],
      modal: null,
      choices: [],
      answered: new Promise((resolve) => resolvers.set(id, resolve)),
    };
    all.push(interaction);
    return interaction;
  }

  function add(interaction: Interaction, body: MessageBody, files: Upload[]): StoredMessage {
    const message = addBotMessage(world, interaction.channelId, body, files, interaction.by.id);
    interaction.messages.push(message);
    return message;
  }

  function respond(interaction: Interaction, raw: unknown, files: Upload[]): void {
    const { type, data } = Response.parse(raw);
    if (interaction.state !== "waiting") throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
    if (now() - interaction.sentAt > FIRST_RESPONSE_MS) throw new Refusal(404, 10062, "Unknown interaction");
    const isAutocomplete = interaction.type === AUTOCOMPLETE;
    if (isAutocomplete !== (type === 8))
      throw new Refusal(400, 50035, `Invalid Form Body: type ${type} does not answer this`);
    first(interaction, type, data, files);
    interaction.responseType = type;
    resolvers.get(interaction.id)?.();
  }

  function first(interaction: Interaction, type: number, data: unknown, files: Upload[]): void {
    const { source } = interaction;
    switch (type) {
      case 4:
        interaction.original = add(interaction, parseMessage(data), files);
        interaction.state = "message";
        return;
      case 5:
        interaction.thinksPrivately = OnlyEphemeral.parse(data).flags === EPHEMERAL;
        interaction.state = "thinking";
        return;
      case 6:
      case 7:
        if (source === null) throw new Refusal(400, 50035, "Invalid Form Body: there is no message to update");
        if (type === 7) editBotMessage(messageOf(world, source.id), parseMessage(data), files);
        interaction.original = source;
        interaction.state = type === 6 ? "acknowledged" : "message";
        return;
      case 8:
        interaction.choices = Choices.parse(data).choices;
        interaction.state = "done";
        return;
      case 9:
        if (interaction.type === MODAL_SUBMIT)
          throw new Refusal(400, 50035, "Invalid Form Body: a modal cannot answer a modal");
        refuseInvalid(modalFaults(data));
        interaction.modal = ModalBody.parse(data);
        interaction.state = "done";
        return;
      default:
        throw new Refusal(400, 50035, `Invalid Form Body: type ${type}`);
    }
  }

  function byToken(token: string): Interaction {
    const interaction = all.find((each) => each.token === token);
    if (interaction === undefined || ["waiting", "done"].includes(interaction.state))
      throw new Refusal(404, 10015, "Unknown Webhook");
    if (now() - interaction.sentAt > TOKEN_MS) throw new Refusal(401, 50027, "Invalid Webhook Token");
    return interaction;
  }

  /** The first message after a deferral takes its visibility, whatever it says itself. */
  function settle(interaction: Interaction, body: MessageBody, files: Upload[]): StoredMessage {
    const flags = (body.flags & ~EPHEMERAL) | (interaction.thinksPrivately ? EPHEMERAL : 0);
    interaction.original = add(interaction, { ...body, flags }, files);
    interaction.state = "message";
    return interaction.original;
  }

  return {
    all,
    create,
    byId: (id: string, token: string): Interaction => {
      const found = all.find((each) => each.id === id && each.token === token);
      if (found === undefined) throw new Refusal(404, 10062, "Unknown interaction");
      return found;
    },
    byToken,
    respond,
    editOriginal(token: string, raw: unknown, files: Upload[]): StoredMessage {
      const interaction = byToken(token);
      const body = parseMessage(raw);
      if (interaction.state === "thinking") return settle(interaction, body, files);
      if (interaction.original === null) throw new Refusal(404, 10008, "Unknown Message");
      editBotMessage(messageOf(world, interaction.original.id), body, files);
      return interaction.original;
    },
    followUp(token: string, raw: unknown, files: Upload[]): StoredMessage {
      const interaction = byToken(token);
      const body = parseMessage(raw);
      if (interaction.state === "thinking") return settle(interaction, body, files);
      if (interaction.isUserInstall && interaction.messages.length > USER_INSTALL_FOLLOW_UPS)
        throw new Refusal(400, 40094, "Follow-up limit reached");
      return add(interaction, body, files);
    },
  };
}
export type Interactions = ReturnType<typeof createInteractions>;
export const InteractionType = {
  command: COMMAND,
  component: COMPONENT,
  autocomplete: AUTOCOMPLETE,
  modal: MODAL_SUBMIT,
} as const;

export function parseMessage(raw: unknown): MessageBody {
  const parsed = MessageBody.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 50035, `Invalid Form Body: ${faultsOf(parsed.error).join("; ")}`);
}
