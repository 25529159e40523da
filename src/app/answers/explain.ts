import type { Card } from "../../cards/card.ts";
import { explainCard, topicsCard } from "../../cards/explain-card.ts";
import { UserError } from "../../core/errors.ts";
import { explain, findTopic } from "../../core/explain/explain.ts";
import { TOPICS } from "../../core/explain/topics/index.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { type Talk, whereAsked } from "../talk.ts";

/** A topic in short, or for no words all of them. @throws {UserError} naming the topics there are, for one that is none. */
export async function explained(talk: Talk, asker: Asker, text: string): Promise<Reply> {
  if (text === "") return about(asker, topicsCard(TOPICS));
  const topic = findTopic(text);
  const explanation = topic === null ? null : explain(topic, talk.library.knowledge().book);
  if (explanation === null)
    throw new UserError(`I have no explanation of "${text}".`, `Topics: ${TOPICS.map(({ id }) => id).join(", ")}.`);
  return about(asker, explainCard(explanation, TOPICS));
}

const about = (asker: Asker, card: Card): Reply => ({
  kind: "card",
  card,
  audience: whereAsked(asker),
  estimateId: null,
  replaces: false,
});
