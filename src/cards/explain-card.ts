import type { Card } from "./card.ts";
import { clip } from "./clip.ts";

const MOST_TITLE = 150;

/** A word of the trade in plain language. */
export interface Topic {
  title: string;
  text: readonly string[]; // paragraphs
  figure: { label: string; value: string; source: string } | null;
  links: readonly { text: string; href: string }[];
}

/** The topic as a card, its figure with the page where it can be checked. */
export function explainCard({ title, text, figure, links }: Topic): Card {
  return {
    title: clip(title, MOST_TITLE),
    tone: "neutral",
    fallback: text[0] ?? title,
    sections: [
      ...text.map((paragraph) => ({ kind: "text" as const, text: paragraph })),
      ...(figure === null
        ? []
        : [
            {
              kind: "text" as const,
              text: [
                { text: `${figure.label}: `, mark: "strong" as const },
                `${figure.value} (`,
                { text: "source", href: figure.source },
                ")",
              ],
            },
          ]),
      ...(links.length === 0
        ? []
        : [{ kind: "list" as const, title: "Read more", tone: "plain" as const, items: [...links] }]),
    ],
    actions: [],
    files: [],
  };
}
