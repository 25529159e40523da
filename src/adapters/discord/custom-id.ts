import { z } from "zod";
import { ACTION_NAMES, type Action } from "../../cards/card.ts";
import { type Field, FORM_NAMES, type Form } from "../../cards/form.ts";
import { MAX_CUSTOM_ID } from "./limits.ts";

/** What a button, a menu or a form means when it comes back. It carries ids only: the rest is looked up, and checked. */
export type Control =
  | { kind: "press"; action: Action["name"]; estimateId: string; value: string | null }
  | { kind: "open"; form: Form["name"]; step: number; estimateId: string | null }
  /** A form with faults again, as it was typed: `key` finds it. */
  | { kind: "fix"; form: Form["name"]; step: number; estimateId: string | null; key: string }
  | { kind: "submit"; form: Form["name"]; step: number; estimateId: string | null; key: string }
  /** A choice among further buttons. */
  | { kind: "more" }
  /** What somebody wrote, asked again by whoever presses: for eyes that a message cannot reach alone. */
  | { kind: "again" };

const ActionName = z.enum(ACTION_NAMES);
const FormName = z.enum(FORM_NAMES);
const Step = z.coerce.number<string>().int().min(0).max(99);

/**
 * The custom id that says `control`. `nonce` keeps two alike apart in one message.
 * @throws {RangeError} when it would be longer than Discord allows: ids are short, so that is our bug.
 */
export function customId(control: Control, nonce = 0): string {
  const id = parts(control, nonce).join("|");
  if (id.length > MAX_CUSTOM_ID) throw new RangeError(`a custom id of ${id.length} characters is too long`);
  return id;
}

function parts(control: Control, nonce: number): (string | number)[] {
  switch (control.kind) {
    case "more":
    case "again":
      return [control.kind, nonce];
    case "press": {
      const head = ["press", nonce, control.action, control.estimateId];
      return control.value === null ? head : [...head, control.value];
    }
    case "open":
      return ["open", nonce, control.form, control.step, control.estimateId ?? ""];
    default:
      return [control.kind, nonce, control.form, control.step, control.estimateId ?? "", control.key];
  }
}

/** What a custom id says, or null when it is not one of ours, as after an update of the bot. */
export function readCustomId(id: string): Control | null {
  const [kind, , ...rest] = id.split("|");
  if (kind === "more" || kind === "again") return { kind };
  return kind === "press" ? readPress(rest) : readForm(kind, rest);
}

function readPress([name, estimateId, ...value]: string[]): Control | null {
  const action = ActionName.safeParse(name);
  if (!action.success || estimateId === undefined) return null;
  return { kind: "press", action: action.data, estimateId, value: value.length > 0 ? value.join("|") : null };
}

function readForm(kind: string | undefined, [name, stepText, estimate, key = ""]: string[]): Control | null {
  const form = FormName.safeParse(name);
  const step = Step.safeParse(stepText);
  if (!form.success || !step.success) return null;
  const common = { form: form.data, step: step.data, estimateId: estimate || null };
  if (kind === "open") return { kind, ...common };
  return kind === "fix" || kind === "submit" ? { kind, ...common, key } : null;
}

/** The custom id of a field: its kind too, because a menu comes back as a list whether it asked for one choice or many. */
export const fieldId = ({ kind, key }: Pick<Field, "kind" | "key">): string => `${kind}|${key}`;

/** The kind and the key in a field's custom id; null when it is not one of ours. */
export function readFieldId(id: string): { kind: string; key: string } | null {
  const at = id.indexOf("|");
  return at < 0 ? null : { kind: id.slice(0, at), key: id.slice(at + 1) };
}
