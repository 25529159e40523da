import { type APIInteractionResponse, type Client, Events, type RawFile, type REST, Routes } from "discord.js";
import type { LifeCycle } from "../../app/delivery/life-cycle.ts";
import type { Departures } from "../../app/ports/data.ts";
import { type Answering, answerInteraction } from "./answer.ts";
import { errorFields } from "./errors.ts";
import type { FirstResponse } from "./exchange.ts";
import { Interaction } from "./interaction.ts";
import { messageListener } from "./messages.ts";

/** What listening needs beside what answering does. */
export interface Listening extends Answering {
  cycle: LifeCycle;
  messageContent: boolean;
  departures: Pick<Departures, "left" | "returned">;
}

/** Answers an interaction, however it came. */
export const interactionHandler =
  ({ cycle, ...answering }: Listening) =>
  (interaction: Interaction, first: FirstResponse): Promise<void> =>
    cycle.track(answerInteraction(interaction, first, cycle, answering));

/** Answers an interaction as the gateway brings it. What it cannot read it logs and lets go. */
export const payloadHandler = (listening: Listening) => (payload: unknown) => {
  const { rest, log } = listening;
  const interaction = Interaction.safeParse(payload);
  if (interaction.success) void interactionHandler(listening)(interaction.data, overRest(rest, interaction.data));
  else log.warn({ issues: interaction.error.issues.length }, "discord sent an interaction we cannot read");
};

/** Makes the client answer messages, and note which servers it comes to and leaves. */
export function listen(client: Client<true>, listening: Listening): void {
  const { cycle } = listening;
  const onMessage = messageListener(client, listening);
  client.on(Events.MessageCreate, (message) => void cycle.track(onMessage(message)));
  // Not of servers that are out of order, nor of those the bot is in when it starts: these have events of their own.
  client.on(Events.GuildDelete, ({ id }) => void cycle.track(moved(listening, id, false)));
  client.on(Events.GuildCreate, ({ id }) => void cycle.track(moved(listening, id, true)));
}

/** A server took the bot in, or put it out. */
async function moved({ departures, log }: Listening, id: string, isIn: boolean): Promise<void> {
  const server = { shell: "discord", id } as const;
  log.info({ server: id }, isIn ? "a discord server added the bot" : "a discord server removed the bot");
  try {
    await (isIn ? departures.returned(server) : departures.left(server, new Date().toISOString()));
  } catch (error) {
    log.error({ server: id, ...errorFields(error) }, "that a discord server came or went could not be kept");
  }
}

/** Over the gateway the first response is a request of ours. */
const overRest = (rest: REST, { id, token }: Interaction): FirstResponse => ({
  takesFiles: true,
  send: async (body: APIInteractionResponse, files: RawFile[]) => {
    await rest.post(Routes.interactionCallback(id, token), { body, files, auth: false });
  },
});
