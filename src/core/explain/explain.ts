import type { PriceBook } from "../catalog/price-book.ts";
import { merged } from "./figures.ts";
import { topicAskedFor, topicNamedIn } from "./find-topic.ts";
import type { Explanation } from "./topic.ts";
import { TOPICS } from "./topics/index.ts";

/** The id of the topic that a text is about ("what is egress", "k8s vs docker desktop"), or null. */
export const findTopic = (text: string): string | null => topicNamedIn(text, TOPICS)?.id ?? null;

/** The id of the topic that a text asks for and nothing else ("what is egress?"), or null. */
export const askedTopic = (text: string): string | null => topicAskedFor(text, TOPICS)?.id ?? null;

/** What there is to know of a topic, by its id, with figures of that book; null for an id that is none. */
export function explain(topic: string, book: PriceBook): Explanation | null {
  const found = TOPICS.find(({ id }) => id === topic);
  if (found === undefined) return null;
  const related = TOPICS.filter(
    (other) => other !== found && (found.related.includes(other.id) || other.related.includes(found.id)),
  );
  const { paragraphs, figures } = found.says(book);
  return {
    topic: found.id,
    title: found.title,
    paragraphs,
    figures: merged(figures),
    related: related.map(({ id }) => id),
  };
}
