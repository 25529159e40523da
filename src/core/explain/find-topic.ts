import type { Topic } from "./topic.ts";

const SPACES = /[^a-z0-9+]+/g;
const MOST_TEXT = 500;

/** Small letters, one space between words and at both ends; "n+1" stays one word. */
const words = (text: string) => ` ${text.slice(0, MOST_TEXT).toLowerCase().replace(SPACES, " ").trim()} `;

/**
 * The topic that a text names: by its id, its title or what else people call it, whole words in any case.
 * Of several the longest name wins, then the one that comes first in the text; null for none.
 */
export function topicNamedIn(text: string, topics: readonly Topic[]): Topic | null {
  const asked = words(text);
  let best: { topic: Topic; length: number; at: number } | null = null;
  for (const topic of topics) {
    for (const name of [topic.id, topic.title, ...topic.aliases].map(words)) {
      const at = asked.indexOf(name);
      if (at < 0) continue;
      if (best === null || name.length > best.length || (name.length === best.length && at < best.at))
        best = { topic, length: name.length, at };
    }
  }
  return best?.topic ?? null;
}

const QUESTION =
  /^\s*(?:and\s+)?(?:what(?:['’]?s| is| are| does| do you mean by| is meant by)|explain(?: to me)?|define|eli5|tell me about|whats)\s+(?:an?\s+|the\s+)?(.+?)(?:\s+(?:mean|means|is|are|please|again|exactly|stand for))?[\s?!.]*$/i;

/** The topic that a question asks for and nothing else: "what is a load balancer?", "what does N+1 mean"; null for any other text. */
export function topicAskedFor(text: string, topics: readonly Topic[]): Topic | null {
  const [, asked] = QUESTION.exec(text.slice(0, MOST_TEXT)) ?? [];
  if (asked === undefined) return null;
  const forms = [words(asked), words(asked.replace(/s$/i, ""))];
  const isNamed = (topic: Topic) =>
    [topic.id, topic.title, ...topic.aliases].some((name) => forms.includes(words(name)));
  return topics.find(isNamed) ?? null;
}
