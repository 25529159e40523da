import { money } from "../core/cost/money.ts";
import type { Card } from "./card.ts";
import { button } from "./card-actions.ts";
import { clip, counted } from "./clip.ts";
import type { Names } from "./names.ts";
import type { RecordedDecision } from "./recorded-decision.ts";

const MOST_WHY = 80;
const MOST_CHOICES = 25;
const MOST_LABEL = 75;

/** One page of what a team decided, newest first; `next` is the cursor of the page after, null on the last. */
export function decisionsCard(
  { items, next }: { items: readonly RecordedDecision[]; next: string | null },
  names: Names,
): Card {
  const name = (platform: string) => names.platform(platform).name;
  const title = items.length === 0 ? "No decisions yet" : "Decisions";
  return {
    title,
    tone: "neutral",
    fallback:
      items.length === 0 ? "No decision was recorded here yet." : `${counted(items.length, "decision")}, newest first.`,
    sections:
      items.length === 0
        ? [{ kind: "text", text: "Share an answer, let the team vote, then record the decision on it." }]
        : [
            {
              kind: "table",
              table: {
                title: "Newest first",
                columns: [
                  { name: "Date", align: "left" },
                  { name: "Platform", align: "left" },
                  { name: "Bill a month", align: "right" },
                  { name: "By", align: "left" },
                  { name: "Why", align: "left" },
                ],
                rows: items.map(({ at, platform, bill, by, why, supersededBy }) => [
                  at.slice(0, 10),
                  `${name(platform)}${supersededBy === null ? "" : " (superseded)"}`,
                  bill === null ? "no price" : money(bill.total, bill.currency),
                  clip(by.name, 40),
                  clip(why.replaceAll(/\s+/g, " "), MOST_WHY),
                ]),
                total: null,
              },
            },
          ],
    actions: [
      ...(next === null ? [] : [button("page", "Older", "", { value: `decisions:${next}` })]),
      ...(items.length === 0
        ? []
        : [
            {
              name: "open" as const,
              label: "Open a decision…",
              style: "plain" as const,
              estimateId: "",
              value: null,
              choices: items.slice(0, MOST_CHOICES).map(({ id, at, platform }) => ({
                label: clip(`${at.slice(0, 10)}: ${name(platform)}`, MOST_LABEL),
                value: `decision:${id}`,
              })),
            },
          ]),
    ],
    files: [],
  };
}
