import { ApplicationCommandType, InteractionType } from "discord.js";
import type { Intent } from "../../app/conversation.ts";
import { FORMS } from "../../app/verbs/forms.ts";
import { opensForm } from "../../app/verbs/intents.ts";
import type { Answers, Form } from "../../cards/form.ts";
import { UserError } from "../../core/errors.ts";
import { ADVISE, PRICE } from "./commands.ts";
import { type Control, readCustomId, readFieldId } from "./custom-id.ts";
import {
  type Attachment,
  CommandData,
  ComponentData,
  type Interaction,
  ModalData,
  type SubmittedField,
} from "./interaction.ts";
import { isEphemeral } from "./place.ts";
import { readTypedText } from "./typed.ts";

/** What an interaction asks of us. */
export type Parsed =
  /** `step` is of the form that may answer; `mayBeForm` means that nothing may be sent before we know. */
  | { kind: "ask"; intent: Intent; step: number; mayBeForm: boolean }
  | { kind: "follow-up-form"; estimateId: string | null }
  | { kind: "fix"; control: Extract<Control, { kind: "fix" }> }
  | { kind: "submit"; submitted: Submitted }
  | { kind: "outdated" };

/** A form step as it came back. */
export interface Submitted {
  form: Form["name"];
  step: number;
  estimateId: string | null;
  key: string;
  answers: Answers;
  files: { field: string; attachment: Attachment }[]; // still to be read
}

/** The interaction's meaning. Throws a ZodError for a payload that is not Discord's. */
export function parse(interaction: Interaction): Parsed {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return parseCommand(CommandData.parse(interaction.data));
    case InteractionType.MessageComponent: {
      const { custom_id, values } = ComponentData.parse(interaction.data);
      return parseControl(readCustomId(custom_id), values[0] ?? null, interaction);
    }
    case InteractionType.ModalSubmit:
      return parseModal(ModalData.parse(interaction.data));
    default:
      return { kind: "outdated" };
  }
}

/** "workspace:1" is the second step of the workspace's settings. */
const stepOf = (value: string | null): number => Number(value?.split(":")[1]) || 0;

const ask = (intent: Intent, step = 0): Parsed => ({ kind: "ask", intent, step, mayBeForm: opensForm(intent) });
const openForm = (text: string | null, estimateId: string | null, step = 0): Parsed =>
  ask({ kind: "open-form", text, estimateId }, step);

function parseCommand(data: CommandData): Parsed {
  if (data.type === ApplicationCommandType.Message) {
    const target = data.resolved?.messages[data.target_id ?? ""];
    return openForm(target?.content.trim() || null, null);
  }
  if (data.name === PRICE) return ask({ kind: "price", text: optionText(data, "query") });
  if (data.name !== ADVISE) return { kind: "outdated" };
  const words = adviseWords(data);
  return words === "" ? openForm(null, null) : ask({ kind: "command", text: words });
}

const optionText = (data: CommandData, name: string) =>
  String(data.options.find((option) => option.name === name)?.value ?? "").trim();

/** The options as the words that Slack's people type after the command. */
function adviseWords(data: CommandData): string {
  const given = data.options.filter(({ name }) => optionText(data, name) !== "");
  if (given.length > 1) {
    const names = given.map(({ name }) => name).join(" and ");
    throw new UserError(`You asked for ${names} at once.`, "Use one option at a time.");
  }
  const [option] = given;
  if (option === undefined) return "";
  const text = optionText(data, option.name);
  return option.name === "compare" || option.name === "explain" ? `${option.name} ${text}` : text;
}

function parseControl(control: Control | null, chosen: string | null, interaction: Interaction): Parsed {
  switch (control?.kind) {
    case "more":
      return parseControl(chosen === null ? null : readCustomId(chosen), null, interaction);
    case "open":
      return control.form === "follow-up"
        ? { kind: "follow-up-form", estimateId: control.estimateId }
        : ask(FORMS[control.form].opened(control.estimateId), control.step);
    case "fix":
      return { kind: "fix", control };
    case "again": {
      const { text } = readTypedText(interaction.message?.components);
      return typeof text === "string" ? ask({ kind: "follow-up", text, estimateId: null }) : { kind: "outdated" };
    }
    case "press":
      return parsePress({ ...control, value: chosen ?? control.value }, isPosted(interaction));
    default:
      return { kind: "outdated" };
  }
}

/** Only the bot's own messages carry its buttons. */
const isPosted = ({ message }: Interaction): boolean => message !== undefined && !isEphemeral(message);

function parsePress(press: Extract<Control, { kind: "press" }>, posted: boolean): Parsed {
  const { action, estimateId, value } = press;
  if (action === "change") return openForm(null, estimateId);
  if (action === "step") return openForm(null, estimateId, Number(value) || 0);
  if (action === "settings") return ask({ kind: "press", action, estimateId, value }, stepOf(value));
  return ask({ kind: "press", action, estimateId, value, ...(posted && { posted }) });
}

function parseModal(data: ModalData): Parsed {
  const control = readCustomId(data.custom_id);
  if (control?.kind !== "submit") return { kind: "outdated" };
  const { form, step, estimateId, key } = control;
  const submitted: Submitted = { form, step, estimateId, key, answers: {}, files: [] };
  for (const { component } of data.components) {
    const id = component === undefined ? null : readFieldId(component.custom_id);
    if (component === undefined || id === null) continue;
    const attachment = id.kind === "file" ? data.resolved?.attachments[component.values?.[0] ?? ""] : undefined;
    if (attachment !== undefined) submitted.files.push({ field: id.key, attachment });
    const answer = answerOf(id.kind, component);
    if (answer !== null) submitted.answers[id.key] = answer;
  }
  return { kind: "submit", submitted };
}

/** What was typed or chosen, in the shape the form model has for that kind; null for a file, which is read later. */
function answerOf(kind: string, { value, values }: SubmittedField): Answers[string] | null {
  switch (kind) {
    case "file":
      return null;
    case "toggle":
      return value === true;
    case "choices":
      return (
        values ??
        String(value ?? "")
          .split(",")
          .map((each) => each.trim())
          .filter(Boolean)
      );
    default:
      return values?.[0] ?? String(value ?? "");
  }
}
