import type { Card } from "../../cards/card.ts";
import { recommendationCard } from "../../cards/recommendation-card.ts";
import type { Spot } from "../ports/asker.ts";
import { meant, namesNow, type Talk, threadOf } from "../talk.ts";

/** The card that owns the thread as it stands now: its newest answer, the votes, the decision. Null where no card owns it. */
export async function sharedCard(talk: Talk, spot: Spot): Promise<Card | null> {
  const thread = threadOf(spot);
  const asked = await meant(talk, spot, null);
  if (thread === null || asked === null) return null;
  const { estimate } = asked;
  const [tally, decision] = await Promise.all([
    talk.votes.tally(spot.tenant, thread),
    talk.decisions.current(spot.tenant, { thread, estimateId: estimate.id }),
  ]);
  return recommendationCard(estimate, namesNow(talk), { shared: true, steps: [], tally, decision });
}
