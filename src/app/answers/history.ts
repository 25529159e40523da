import { historyCard } from "../../cards/history-card.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { namesNow, type Talk } from "../talk.ts";

const PAGE = 10;

/** The asker's own estimates and the shared ones, newest first. */
export async function showHistory(talk: Talk, asker: Asker, before: string | null): Promise<Reply> {
  const page = await pageOf(talk, asker, before);
  return {
    kind: "card",
    card: historyCard(page, namesNow(talk)),
    audience: "asker",
    estimateId: null,
    replaces: before !== null,
  };
}

/** A page of the asker's own estimates and the shared ones. */
export const pageOf = ({ estimates }: Talk, { tenant, person }: Asker, before: string | null) =>
  estimates.history(tenant, { personId: person.id, shared: true, limit: PAGE, before });
