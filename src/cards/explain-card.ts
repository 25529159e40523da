import type { Explanation } from "../core/explain/topic.ts";
import type { Card, RichText } from "./card.ts";
import { clip } from "./clip.ts";

const MOST_TITLE = 150;

/** A word of the trade in plain language, its figures with the pages where they can be checked. */
export function explainCard({ title, paragraphs, figures, related }: Explanation): Card {
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
    actions: [],
    files: [],
  };
}

const figureText = ({ label, value, source, asOf }: Explanation["figures"][number]): RichText => [
  { text: `${label}: `, mark: "strong" },
  `${value} (`,
  { text: "source", href: source },
  asOf === null ? ")" : `, ${asOf})`,
];
