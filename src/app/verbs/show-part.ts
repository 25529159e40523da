import { z } from "zod";
import { partCard } from "../../cards/part-card.ts";
import { UserError } from "../../core/errors.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { namesNow, type Talk } from "../talk.ts";
import { verb } from "./verb.ts";

/** A folded part of an answer, for whoever opens it. */
export const showPart = verb({
  args: z
    .object({ estimateId: z.string().min(1), value: z.string() })
    .transform(({ estimateId, value }) => ({ estimateId, part: value })),
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  run: partShown,
});

/** The part of that name as a card. @throws {UserError} where the answer has none. */
export async function partShown(
  talk: Talk,
  asker: Asker,
  { estimateId, part }: { estimateId: string; part: string },
): Promise<Reply> {
  const { estimate } = await talk.advisor.find(asker, estimateId);
  const card = partCard(estimate, part, namesNow(talk));
  if (card === null) throw new UserError("This answer has no such part.", "Use the buttons of a newer card.");
  return { kind: "card", card, audience: "asker", estimateId, replaces: false };
}
