import type { Reply } from "../../app/conversation.ts";
import type { Card } from "../../cards/card.ts";
import type { Faults, Form } from "../../cards/form.ts";
import { UserError } from "../../core/errors.ts";
import type { Io } from "./io.ts";
import { nextSteps } from "./next-steps.ts";
import { renderTerminal } from "./render-terminal.ts";

/** Prints a card, and after it what can be typed next. */
export function showCard(io: Io, card: Card): void {
  io.out(renderTerminal(card, { colour: io.colour }));
  const steps = nextSteps(card);
  if (steps !== "") io.out(`\n${steps}`);
}

/** The card of an answer. @throws {UserError} saying what is wrong with a form. */
export function cardOf(reply: Reply): Card {
  if (reply.kind === "card") return reply.card;
  if (reply.kind === "faults") throw formError(reply.form, reply.faults);
  throw new RangeError(`The form "${reply.form.name}" cannot be filled in at a terminal`);
}

function formError({ steps }: Form, faults: Faults): UserError {
  const fields = steps.flatMap((step) => step.fields);
  const hints = fields.flatMap((field) => {
    if (!(field.key in faults) || !("options" in field)) return [];
    return [`${field.key}: ${field.options.map(({ value }) => value).join(", ")}.`];
  });
  const says = Object.entries(faults).map(([key, fault]) => `${key}: ${fault}`);
  return new UserError(
    says.join("\n"),
    hints.length === 0 ? "Put it right and ask again." : `Allowed ${hints.join("\n")}`,
  );
}
