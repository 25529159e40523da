import { priceCard } from "../../cards/price-card.ts";
import { UserError } from "../../core/errors.ts";
import { answerPrice } from "../../core/price/answer.ts";
import { understandPriceQuery } from "../../language/price-query.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { namesNow, type Talk, whereAsked } from "../talk.ts";
import { settingsFor } from "../team-settings.ts";

/** The answer to a price question, in the team's currency. */
export async function priced(talk: Talk, asker: Asker, typed: string): Promise<Reply> {
  if (typed.trim() === "")
    throw new UserError(
      "Which price?",
      "Ask like this: t3.medium x3 frankfurt; 4 vcpu 16 gb; eks control plane; egress 5 tb gcp.",
    );
  const { currency } = await settingsFor(talk.settings, asker);
  const answer = answerPrice(
    typed,
    understandPriceQuery(typed, talk.library.vocabulary()),
    talk.library.knowledge(),
    currency,
  );
  const card = priceCard(answer, namesNow(talk));
  return { kind: "card", card, audience: whereAsked(asker), estimateId: null, replaces: false };
}
