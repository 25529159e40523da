import { explainCard } from "../../cards/explain-card.ts";
import { UserError } from "../../core/errors.ts";
import { explain, findTopic } from "../../core/explain/explain.ts";
import { TOPICS } from "../../core/explain/topics/index.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports.ts";
import { type Talk, whereAsked } from "../talk.ts";

/** A topic in short. @throws {UserError} naming the topics there are, for one that is none. */
export async function explained(talk: Talk, asker: Asker, text: string): Promise<Reply> {
  const topic = findTopic(text);
  const explanation = topic === null ? null : explain(topic, talk.library.knowledge().book);
  if (explanation === null)
    throw new UserError(
      text === "" ? "Explain what?" : `I have no explanation of "${text}".`,
      `Topics: ${TOPICS.map(({ id }) => id).join(", ")}.`,
    );
  const card = explainCard(explanation);
  return { kind: "card", card, audience: whereAsked(asker), estimateId: null, replaces: false };
}
