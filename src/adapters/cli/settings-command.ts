import type { Command } from "commander";
import type { Answers, Field } from "../../cards/form.ts";
import { UserError } from "../../core/errors.ts";
import { type Desk, operator } from "./desk.ts";
import type { Io } from "./io.ts";
import { cardOf, showCard } from "./show.ts";

/** `settings [key=value…]`: the defaults of whoever asks on this machine. */
export function addSettingsCommand(program: Command, io: Io, desk: () => Promise<Desk>): void {
  program
    .command("settings [changes...]")
    .description("show the defaults, or change them: settings region=eu-central 'discounts=aws 10 %' currency=")
    .action(async (changes: string[]) => {
      const { conversation } = await desk();
      if (changes.length === 0)
        return showCard(io, cardOf(await conversation.handle({ kind: "command", text: "settings" }, operator())));
      const opened = await conversation.handle({ kind: "command", text: "settings change" }, operator());
      if (opened.kind !== "form") return showCard(io, cardOf(opened));
      const { form, estimateId } = opened;
      const fields = form.steps.flatMap((step) => step.fields);
      const answers: Answers = Object.fromEntries(changes.map((change) => answerIn(change, fields)));
      const submitted = { kind: "submit-form", form: form.name, answers, estimateId } as const;
      showCard(io, cardOf(await conversation.handle(submitted, operator())));
    });
}

/** "key=value" as the answer to the form's question of that key; nothing after the sign unsets it. */
function answerIn(change: string, fields: readonly Field[]): [string, string | string[]] {
  const at = change.indexOf("=");
  const field = fields.find(({ key }) => key === change.slice(0, at));
  if (at < 0 || field === undefined)
    throw new UserError(
      `"${change}" sets nothing.`,
      `Write key=value with one of ${fields.map(({ key }) => key).join(", ")}.`,
    );
  const value = change.slice(at + 1).trim();
  if (field.kind !== "choices") return [field.key, value];
  return [field.key, value.split(",").flatMap((each) => (each.trim() === "" ? [] : [each.trim()]))];
}
