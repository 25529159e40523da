import type { types } from "@slack/bolt";
import type { Faults, Field, Form, Option } from "../../../cards/form.ts";
import { clip, literal } from "../escape.ts";
import {
  MAX_INPUT_TEXT,
  MAX_LABEL,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_PLACEHOLDER,
  MAX_TICKS,
  MAX_VIEW_TITLE,
} from "../limits.ts";
import { plain } from "./blocks.ts";
import { textBlocks } from "./rich-text.ts";

export const FORM_CALLBACK = "form:";

const MAX_RADIOS = 4; // above that a menu is quicker to read
const DECIMAL = /^-?\d+(\.\d+)?$/;

type Element = types.InputBlock["element"];

/** The whole form as one modal, its steps as sections. `metadata` comes back with the answers. */
export function formView(form: Form, metadata: string, faults: Faults = {}): types.ModalView {
  const titled = form.steps.length > 1;
  return {
    type: "modal",
    callback_id: `${FORM_CALLBACK}${form.name}`,
    private_metadata: metadata,
    title: plain(clip(form.title, MAX_VIEW_TITLE)),
    submit: plain(clip(form.submitLabel, MAX_VIEW_TITLE)),
    close: plain("Cancel"),
    blocks: [
      ...faultBlocks(form, faults),
      ...form.steps.flatMap(({ title, fields }) => [
        ...(titled ? [{ type: "header" as const, text: plain(title) }] : []),
        ...fields.map(inputBlock),
      ]),
    ],
  };
}

/** A modal that only says something. */
export function noticeView(title: string, text: string, metadata = ""): types.ModalView {
  return {
    type: "modal",
    private_metadata: metadata,
    title: plain(clip(title, MAX_VIEW_TITLE)),
    close: plain("Close"),
    blocks: textBlocks(text),
  };
}

/** Faults in words, for a view that is shown again too late for Slack to mark the fields. */
function faultBlocks(form: Form, faults: Faults): types.KnownBlock[] {
  const fields = form.steps.flatMap((step) => step.fields);
  return Object.entries(faults).flatMap(([key, fault]) => {
    const label = fields.find((field) => field.key === key)?.label ?? key;
    return textBlocks([{ text: `⚠️ ${label}: `, mark: "strong" }, fault]);
  });
}

/** One question. Its `block_id` is the field's key, so that answers and faults find it. */
function inputBlock(field: Field): types.InputBlock {
  const hint = [field.help, unfit(field)].filter((part) => part !== null).join(" ");
  return {
    type: "input",
    block_id: field.key,
    label: plain(clip(field.label, MAX_LABEL)),
    element: element(field),
    optional: !("required" in field && field.required),
    ...(hint === "" ? {} : { hint: plain(clip(hint, MAX_LABEL)) }),
  };
}

/** What was typed before and does not fit Slack's input, said so that it is not lost unseen. */
function unfit(field: Field): string | null {
  if (field.kind === "number" && field.value !== "" && !holds(field)) return `You wrote “${field.value}”.`;
  if (field.kind === "text" && literal(field.value).length > longest(field)) {
    return `Only the first ${longest(field)} characters are here.`;
  }
  return null;
}

function element(field: Field): Element {
  const action_id = field.kind;
  switch (field.kind) {
    case "choice":
      return choice(field);
    case "choices":
      return choices(field);
    case "number":
      return {
        type: "number_input",
        action_id,
        is_decimal_allowed: !field.whole,
        ...(field.minimum === null ? {} : { min_value: String(field.minimum) }),
        ...(field.maximum === null ? {} : { max_value: String(field.maximum) }),
        ...(holds(field) ? { initial_value: field.value } : {}),
        ...(field.unit ? { placeholder: plain(clip(field.unit, MAX_PLACEHOLDER)) } : {}),
      };
    case "text":
      return {
        type: "plain_text_input",
        action_id,
        multiline: field.multiline,
        max_length: longest(field),
        ...(literal(field.value) === "" ? {} : { initial_value: clip(literal(field.value), longest(field)) }),
        ...(field.placeholder ? { placeholder: plain(clip(field.placeholder, MAX_PLACEHOLDER)) } : {}),
      };
    case "toggle": {
      const yes = option({ value: "yes", label: "Yes", description: null });
      return {
        type: "checkboxes",
        action_id,
        options: [yes],
        ...(field.value ? { initial_options: [yes] } : {}),
      };
    }
    case "file":
      return {
        type: "file_input",
        action_id,
        filetypes: field.extensions.map((name) => name.replace(/^\./, "")),
        max_files: 1,
      };
  }
}

function choice(field: Extract<Field, { kind: "choice" }>): types.RadioButtons | types.StaticSelect {
  const action_id = field.kind;
  const options = field.options.map(option);
  const initial = options.find(({ value }) => value === field.value);
  const chosen = initial ? { initial_option: initial } : {};
  if (field.required && options.length <= MAX_RADIOS) return { type: "radio_buttons", action_id, options, ...chosen };
  return { type: "static_select", action_id, ...listed(options), ...chosen };
}

function choices(field: Extract<Field, { kind: "choices" }>): types.Checkboxes | types.MultiStaticSelect {
  const action_id = field.kind;
  const options = field.options.map(option);
  const ticked = options.filter(({ value }) => value !== undefined && field.value.includes(value));
  const initial = ticked.slice(0, field.most ?? ticked.length);
  const chosen = initial.length > 0 ? { initial_options: initial } : {};
  if (field.most === null && options.length <= MAX_TICKS) return { type: "checkboxes", action_id, options, ...chosen };
  const most = field.most === null ? {} : { max_selected_items: field.most };
  return { type: "multi_static_select", action_id, ...listed(options), ...most, ...chosen };
}

/** Options, and past a menu's limit in groups of it. */
function listed(options: types.PlainTextOption[]): Pick<types.StaticSelect, "options" | "option_groups"> {
  if (options.length <= MAX_OPTIONS) return { options };
  const groups = Array.from({ length: Math.ceil(options.length / MAX_OPTIONS) }, (_, n) =>
    options.slice(n * MAX_OPTIONS, (n + 1) * MAX_OPTIONS),
  );
  return {
    option_groups: groups.map((group, n) => ({ label: plain(`${n * MAX_OPTIONS + 1} and on`), options: group })),
  };
}

function option({ value, label, description }: Option): types.PlainTextOption {
  return {
    value,
    text: plain(clip(label, MAX_OPTION_TEXT)),
    ...(description ? { description: plain(clip(description, MAX_OPTION_TEXT)) } : {}),
  };
}

/** Whether Slack's number input takes the value as its first one. */
function holds({ value, minimum, maximum, whole }: Extract<Field, { kind: "number" }>): boolean {
  const number = Number(value);
  if (!DECIMAL.test(value) || (whole && !Number.isInteger(number))) return false;
  return number >= (minimum ?? number) && number <= (maximum ?? number);
}

function longest(field: Extract<Field, { kind: "text" }>): number {
  return Math.min(field.mostCharacters, MAX_INPUT_TEXT);
}
