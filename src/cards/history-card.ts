import { money } from "../core/cost/money.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import { REQUIREMENT_KEYS } from "../core/question/requirement.ts";
import type { Action, Card, Section } from "./card.ts";
import { button } from "./card-actions.ts";
import { clip, counted } from "./clip.ts";
import type { Names } from "./names.ts";
import { keyLabel, valueText } from "./requirement-words.ts";

const MOST_CHOICES = 25;
const MOST_LABEL = 75;
const MOST_ASKED = 90;
const MOST_NAME = 40;

/** An answer somebody got. */
export interface PastEstimate {
  estimate: Estimate;
  askedBy: { name: string };
  askedAt: string; // ISO 8601, UTC
  sharedAt: string | null;
}

/** One page of earlier answers, newest first; `next` is the cursor of the page after, null on the last. */
export function historyCard(
  { items, next }: { items: readonly PastEstimate[]; next: string | null },
  names: Names,
): Card {
  const none = "What you ask is kept here with its answer.";
  return {
    title: items.length === 0 ? "No answers yet" : "Earlier answers",
    tone: "neutral",
    fallback: items.length === 0 ? none : `${counted(items.length, "earlier answer")}, newest first.`,
    sections: items.length === 0 ? [{ kind: "text", text: none }] : [historyTable(items, names)],
    actions: historyActions(items, next, names),
    files: [],
  };
}

/** Earlier answers as a table: when, what was asked, what was answered. */
export const historyTable = (items: readonly PastEstimate[], names: Names): Section => ({
  kind: "table",
  table: {
    title: "Newest first",
    columns: [
      { name: "Date", align: "left" },
      { name: "Asked", align: "left" },
      { name: "Answer", align: "left" },
      { name: "By", align: "left" },
    ],
    rows: items.map(({ estimate, askedBy, askedAt, sharedAt }) => [
      askedAt.slice(0, 10),
      askedText(estimate, names),
      answerText(estimate, names),
      `${clip(askedBy.name, MOST_NAME)}${sharedAt === null ? "" : ", shared"}`,
    ]),
    total: null,
  },
});

/** A menu that opens one of them, and a button to the page after. */
export function historyActions(items: readonly PastEstimate[], next: string | null, names: Names): Action[] {
  const choices = items.slice(0, MOST_CHOICES).map(({ estimate, askedAt }) => ({
    label: clip(`${askedAt.slice(0, 10)}: ${answerText(estimate, names)}`, MOST_LABEL),
    value: `estimate:${estimate.id}`,
  }));
  return [
    ...(next === null ? [] : [button("page", "Older", "", { value: `history:${next}` })]),
    ...(choices.length === 0
      ? []
      : [
          {
            name: "open" as const,
            label: "Open an answer…",
            style: "plain" as const,
            estimateId: "",
            value: null,
            choices,
          },
        ]),
  ];
}

/** "Budget: 100.00 USD a month · Region: Japan · and 2 more": as much of what was said as fits, in whole parts. */
function askedText({ requirement, assumed }: Estimate, names: Names): string {
  const said = REQUIREMENT_KEYS.filter((key) => !assumed.includes(key)).map(
    (key) => `${keyLabel(key)}: ${valueText(key, requirement, names)}`,
  );
  const fits = said.filter((_, i) => said.slice(0, i + 1).join(" · ").length <= MOST_ASKED);
  const more = said.length - Math.max(1, fits.length);
  const shown = fits.length === 0 ? said.slice(0, 1).map((text) => clip(text, MOST_ASKED)) : fits;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(" · ") || "Nothing but the defaults";
}

function answerText({ ranking: [winner] }: Estimate, names: Names): string {
  if (winner === undefined) return "no platform fits";
  return `${names.platform(winner.platform).name}, ${money(winner.bill.total, winner.bill.currency)}`;
}
