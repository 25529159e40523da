import type { Explanation } from "../core/explain/topic.ts";
import type { Action, Card, RichText } from "./card.ts";
import { clip } from "./clip.ts";

const MOST_TITLE = 150;
const MOST_LABEL = 75;
const MOST_CHOICES = 25; // of a menu on Discord, the smallest platform

/** A topic as a list shows it. */
export interface TopicName {
  id: string;
  title: string;
}

/** A word of the trade in plain language, its figures with the pages where they can be checked. */
export function explainCard({ title, paragraphs, figures, related }: Explanation, topics: readonly TopicName[]): Card {
  const [first] = paragraphs;
  return {
    title: clip(title, MOST_TITLE),
    tone: "neutral",
    fallback: first ?? title,
    sections: [
      ...paragraphs.map((paragraph) => ({ kind: "text" as const, text: paragraph })),
      { kind: "list", title: "In figures", tone: "plain", items: figures.map(figureText) },
      ...(related.length === 0 ? [] : [{ kind: "footer" as const, text: `See also: explain ${related.join(", ")}` }]),
    ],
    actions: topicMenus(
      "See also…",
      topics.filter(({ id }) => related.includes(id)),
    ),
    files: [],
  };
}

/** All that can be explained, to read and to choose from. */
export function topicsCard(topics: readonly TopicName[]): Card {
  const title = `${topics.length} things I can explain`;
  return {
    title,
    tone: "neutral",
    fallback: `${title}: ${topics.map(({ id }) => id).join(", ")}.`,
    sections: [{ kind: "text", text: topics.map(({ id }) => id).join(", ") }],
    actions: topicMenus("Explain…", topics),
    files: [],
  };
}

/** Menus of topics, as many as they take. */
function topicMenus(label: string, topics: readonly TopicName[]): Action[] {
  const menus = Array.from({ length: Math.ceil(topics.length / MOST_CHOICES) }, (_, i) =>
    topics.slice(i * MOST_CHOICES, (i + 1) * MOST_CHOICES),
  );
  return menus.map((part, i) => ({
    name: "explain",
    label: i === 0 ? label : `${label.replace("…", "")} (${i + 1})…`,
    style: "plain",
    estimateId: "",
    value: null,
    choices: part.map(({ id, title }) => ({ label: clip(title, MOST_LABEL), value: id })),
  }));
}

const figureText = ({ label, value, source, asOf }: Explanation["figures"][number]): RichText => [
  { text: `${label}: `, mark: "strong" },
  `${value} (`,
  { text: "source", href: source },
  asOf === null ? ")" : `, ${asOf})`,
];
