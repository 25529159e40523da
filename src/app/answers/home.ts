import { homeCard } from "../../cards/home-card.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { capabilitiesOf, namesNow, type Talk } from "../talk.ts";
import { helpRows } from "../verbs/commands.ts";
import { pageOf } from "./history.ts";

/** The person's own page: how to ask, and what was asked lately. */
export async function home(talk: Talk, asker: Asker, before: string | null): Promise<Reply> {
  const page = await pageOf(talk, asker, before);
  const { commands: typed } = capabilitiesOf(talk, asker);
  const card = homeCard(page, namesNow(talk), typed, helpRows(typed));
  return { kind: "card", card, audience: "asker", estimateId: null, replaces: true };
}
