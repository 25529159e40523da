import type { Card } from "./card.ts";
import { clip } from "./clip.ts";

const MOST_NAME = 40;

/** What stands in the place of an answer that was taken back. */
export function takenBackCard(by: string): Card {
  const text = `${clip(by, MOST_NAME)} took this answer back.`;
  return { title: "", tone: "neutral", fallback: text, sections: [{ kind: "text", text }], actions: [], files: [] };
}
