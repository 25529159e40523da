import { compareCard } from "../../cards/compare-card.ts";
import { understand } from "../../language/understand.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { meant, namesNow, type Talk, whereAsked } from "../talk.ts";

/** The platforms that words name side by side, or all of them: of the thread's answer, or of one made for these words. */
export async function compared(talk: Talk, asker: Asker, text: string): Promise<Reply> {
  const { asked, input, understood, unparsed } = understand(text, talk.library.vocabulary());
  const inThread = await meant(talk, asker, null);
  const estimate =
    inThread?.estimate ?? (await talk.advisor.ask(asker, { input: withoutCloud(input), understood, unparsed }));
  const card = compareCard(estimate, namesNow(talk), asked.length === 0 ? null : asked);
  return { kind: "card", card, audience: whereAsked(asker), estimateId: estimate.id, replaces: false };
}

/** "compare eks aks" names platforms, not clouds in use. */
const withoutCloud = <T extends object>(input: T): T =>
  Object.fromEntries(Object.entries(input).filter(([key]) => key !== "existingCloud" && key !== "running")) as T;
