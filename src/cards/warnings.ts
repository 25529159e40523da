import type { Estimate } from "../core/estimate.ts";
import { quotes } from "./assumptions.ts";
import type { Section } from "./card.ts";
import { clip } from "./clip.ts";

const MOST_WARNINGS = 4;
const MOST_WARNING = 240;

/** What the asker should know before acting on the answer: what was not understood, then the winner's own warnings. */
export function warningList({ unparsed, ranking }: Estimate): Section[] {
  const own = ranking[0]?.warnings ?? [];
  const more = own.length - MOST_WARNINGS;
  const items = [
    ...(unparsed.length === 0 ? [] : [`Not understood, so not counted: ${quotes(unparsed)}.`]),
    ...own.slice(0, MOST_WARNINGS).map((text) => clip(text, MOST_WARNING)),
    ...(more > 0 ? [`And ${more} more behind “Cost lines”.`] : []),
  ];
  return items.length === 0 ? [] : [{ kind: "list", title: "Before you decide", tone: "warning", items }];
}
