import { InteractionResponseType } from "discord.js";
import type { Conversation } from "../../app/conversation.ts";
import type { Log } from "../../app/ports/process.ts";
import { clip } from "../../cards/clip.ts";
import { errorFields } from "./errors.ts";
import { oneLine } from "./escape.ts";
import type { FirstResponse } from "./exchange.ts";
import { CommandData, type Interaction } from "./interaction.ts";
import { MAX_CHOICE_TEXT, MAX_CHOICES } from "./limits.ts";

/** Completes what is being typed. It is asked with every key, so it keeps and claims nothing. Never throws. */
export async function suggest(
  { data }: Interaction,
  first: FirstResponse,
  { conversation, log }: { conversation: Conversation; log: Log },
): Promise<void> {
  try {
    const { options } = CommandData.parse(data);
    const query = String(options.find(({ focused }) => focused)?.value ?? "").trim();
    const found = conversation
      .suggestPrices(query, MAX_CHOICES)
      .filter(({ value }) => value !== "" && value.length <= MAX_CHOICE_TEXT);
    const choices = found.map(({ label, value }) => ({ name: clip(oneLine(label) || value, MAX_CHOICE_TEXT), value }));
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    await first.send({ type, data: { choices: choices.slice(0, MAX_CHOICES) } }, []);
  } catch (error) {
    log.warn(errorFields(error), "discord took no suggestions");
  }
}
