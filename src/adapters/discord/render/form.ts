import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { clip } from "../../../cards/clip.ts";
import type { Answers, Field, Form, Option } from "../../../cards/form.ts";
import { customId, fieldId } from "../custom-id.ts";
import { oneLine, visible } from "../escape.ts";
import {
  MAX_INPUT,
  MAX_INPUT_PLACEHOLDER,
  MAX_LABEL,
  MAX_LABEL_DESCRIPTION,
  MAX_MODAL_COMPONENTS,
  MAX_MODAL_TITLE,
  MAX_OPTION_TEXT,
  MAX_PLACEHOLDER,
  MAX_SELECT_OPTIONS,
  MAX_TICK_OPTIONS,
  MIN_RADIO_OPTIONS,
} from "../limits.ts";

const MOST_RADIOS = 4; // more make a modal too long to see at once; a menu takes one line
const MAX_NUMBER = 40; // characters of a number, with room for "1,200.50 EUR"

/** One step of the form as a modal. `key` finds what was typed before, when it comes back. */
export function renderForm(
  form: Form,
  step: number,
  about: { estimateId: string | null; key: string },
): APIModalInteractionResponseCallbackData {
  const at = Math.min(Math.max(step, 0), form.steps.length - 1);
  const { title, fields } = form.steps[at] ?? { title: form.title, fields: [] };
  return {
    custom_id: customId({ kind: "submit", form: form.name, step: at, ...about }),
    title: clip(oneLine(title) || oneLine(form.title), MAX_MODAL_TITLE) || "k8s-advise",
    components: fields.slice(0, MAX_MODAL_COMPONENTS).map(label),
  };
}

/** The form with what was typed in place of what it held; keys it does not have are left alone. */
export const withAnswers = (form: Form, answers: Answers): Form => ({
  ...form,
  steps: form.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => withAnswer(field, answers[field.key])),
  })),
});

function withAnswer(field: Field, answer: Answers[string] | undefined): Field {
  switch (field.kind) {
    case "choices":
      return Array.isArray(answer) ? { ...field, value: answer } : field;
    case "toggle":
      return typeof answer === "boolean" ? { ...field, value: answer } : field;
    case "file":
      return field;
    default:
      return typeof answer === "string" ? { ...field, value: answer } : field;
  }
}

function label(field: Field): APILabelComponent {
  const description = clip(oneLine(field.help ?? ""), MAX_LABEL_DESCRIPTION);
  return {
    type: ComponentType.Label,
    label: clip(oneLine(field.label), MAX_LABEL) || clip(field.key, MAX_LABEL),
    ...(description ? { description } : {}),
    component: input(field),
  };
}

function input(field: Field): APIComponentInLabel {
  const custom_id = fieldId(field);
  switch (field.kind) {
    case "choice":
      return field.options.length > MAX_SELECT_OPTIONS || field.options.length === 0
        ? textInput(field, field.value ?? "", someOf(field.options), field.required, MAX_OPTION_TEXT)
        : choice(field);
    case "choices":
      return field.options.length > MAX_SELECT_OPTIONS || field.options.length === 0
        ? textInput(field, field.value.join(", "), someOf(field.options), false, MAX_INPUT)
        : choices(field);
    case "number":
      return textInput(field, field.value, bounds(field), field.required, MAX_NUMBER);
    case "text":
      return textInput(
        field,
        field.value,
        field.placeholder ?? "",
        field.required,
        field.mostCharacters,
        field.multiline,
      );
    case "toggle":
      return { type: ComponentType.Checkbox, custom_id, default: field.value };
    case "file":
      return { type: ComponentType.FileUpload, custom_id, min_values: 0, max_values: 1, required: false };
  }
}

function choice(field: Extract<Field, { kind: "choice" }>): APIComponentInLabel {
  const { required, options } = field;
  const custom_id = fieldId(field);
  const chosen = options.map((option) => selectOption(option, option.value === field.value));
  if (options.length >= MIN_RADIO_OPTIONS && options.length <= MOST_RADIOS)
    return { type: ComponentType.RadioGroup, custom_id, required, options: chosen };
  return {
    type: ComponentType.StringSelect,
    custom_id,
    required,
    min_values: required ? 1 : 0,
    max_values: 1,
    options: chosen,
  };
}

function choices(field: Extract<Field, { kind: "choices" }>): APIComponentInLabel {
  const chosen = field.options.map((option) => selectOption(option, field.value.includes(option.value)));
  const most = Math.max(1, Math.min(field.most ?? chosen.length, chosen.length));
  const common = {
    custom_id: fieldId(field),
    required: false,
    min_values: 0,
    max_values: most,
    options: atMost(chosen, most),
  };
  if (chosen.length <= MAX_TICK_OPTIONS) return { type: ComponentType.CheckboxGroup, ...common };
  return { type: ComponentType.StringSelect, ...common, placeholder: clip("Choose any that apply", MAX_PLACEHOLDER) };
}

interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default: boolean;
}

function selectOption({ value, label, description }: Option, chosen: boolean): SelectOption {
  const more = clip(oneLine(description ?? ""), MAX_OPTION_TEXT);
  return {
    value,
    label: clip(oneLine(label) || value, MAX_OPTION_TEXT),
    ...(more ? { description: more } : {}),
    default: chosen,
  };
}

/** Discord refuses more preselected options than may be chosen. */
function atMost(options: SelectOption[], most: number): SelectOption[] {
  const first = options.filter((option) => option.default).slice(0, most);
  return options.map((option) => ({ ...option, default: first.includes(option) }));
}

function textInput(
  field: Field,
  value: string,
  placeholder: string,
  required: boolean,
  most: number,
  multiline = false,
): APIComponentInLabel {
  const max_length = Math.max(1, Math.min(most, MAX_INPUT));
  const typed = visible(value).slice(0, max_length);
  const hint = clip(oneLine(placeholder), MAX_INPUT_PLACEHOLDER);
  return {
    type: ComponentType.TextInput,
    custom_id: fieldId(field),
    style: multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length,
    ...(typed ? { value: typed } : {}),
    ...(hint ? { placeholder: hint } : {}),
  };
}

const someOf = (options: Option[]) =>
  options.length > 0 ? `One of ${options.map(({ value }) => value).join(", ")}` : "";

function bounds({ minimum, maximum, whole, unit }: Extract<Field, { kind: "number" }>): string {
  const number = whole ? "a whole number" : "a number";
  const range =
    minimum !== null && maximum !== null
      ? `, ${minimum} to ${maximum}`
      : minimum !== null
        ? `, ${minimum} or more`
        : maximum !== null
          ? `, ${maximum} or less`
          : "";
  return `${number}${range}${unit === null ? "" : `, in ${unit}`}`;
}
