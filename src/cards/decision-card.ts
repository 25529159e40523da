import { money } from "../core/cost/money.ts";
import type { Bill, Estimate } from "../core/decision/estimate.ts";
import { adr } from "./adr.ts";
import { differenceText } from "./amount.ts";
import type { Card, Inline, Section } from "./card.ts";
import { button, menuItem } from "./card-actions.ts";
import { clip } from "./clip.ts";
import type { Names } from "./names.ts";
import type { RecordedDecision, Repriced } from "./recorded-decision.ts";
import { monthText } from "./verdict-title.ts";
import { votesTable } from "./votes.ts";

const MOST_TITLE = 150;
const MOST_WHY = 240;

/** A recorded decision: who, when, why, at what price, with whose votes. */
export function decisionCard(decision: RecordedDecision, names: Names, repriced: Repriced | null = null): Card {
  const { name } = names.platform(decision.platform);
  const day = decision.at.slice(0, 10);
  const superseded = decision.supersededBy !== null;
  const title = `${superseded ? "Superseded" : decision.restores === null ? "Decided" : "Back to"}: ${name}`;
  return {
    title: clip(title, MOST_TITLE),
    tone: superseded ? "warning" : "good",
    fallback:
      decision.restores === null
        ? `${decision.by.name} recorded on ${day}: ${name}.`
        : `${decision.by.name} took a decision back on ${day}: ${name} stands again.`,
    sections: [
      { kind: "facts", facts: facts(decision, names, repriced) },
      ...(repriced === null || repriced.changes.length === 0 ? [] : [priceChanges(repriced)]),
      ...votesTable({ votes: decision.votes, closedBy: decision.id }, names),
      { kind: "footer", text: `Decision ${decision.id} on estimate ${decision.estimateId} · list prices, before tax` },
    ],
    actions: [
      button("reprice", "Price it today", decision.estimateId, { value: decision.id }),
      button("export", "Export", decision.estimateId, { value: decision.id }),
      ...(superseded ? [] : [button("decide", "Decide anew", decision.estimateId, { value: decision.id })]),
      ...(superseded || decision.supersedes === null
        ? []
        : [button("undo-decision", "Take it back", decision.estimateId, { value: decision.id })]),
    ],
    files: [],
  };
}

/** What the thread hears of a decision: one line, and behind "Details" all of it. */
export function decidedCard(decision: RecordedDecision, names: Names): Card {
  const { id, estimateId, platform, by, why, bill, restores } = decision;
  const money = bill === null ? "" : ` · ${monthText({ bill })}`;
  const head = `✅ ${restores === null ? "Decided" : "Back to"}: ${names.platform(platform).short}${money}, ${by.name}`;
  const text: Inline[] = [{ text: head, mark: "strong" }, ...(why === "" ? [] : [` “${clip(why, MOST_WHY)}”`])];
  return {
    title: "",
    tone: "good",
    fallback: why === "" ? head : `${head} “${clip(why, MOST_WHY)}”`,
    sections: [{ kind: "text", text }],
    actions: [
      button("open", "Details", estimateId, { value: `decision:${id}` }),
      menuItem("reprice", "Price it today", estimateId, { value: id }),
      menuItem("export", "Export", estimateId, { value: id }),
      menuItem("decide", "Decide anew", estimateId, { value: id }),
      ...(decision.supersedes === null ? [] : [menuItem("undo-decision", "Take it back", estimateId, { value: id })]),
    ],
    files: [],
  };
}

/** The decision as a file to keep beside the code: an architecture decision record. */
export function adrCard(decision: RecordedDecision, estimate: Estimate, names: Names): Card {
  const name = `decision-${decision.id}.md`.replaceAll(/[^\w.-]/g, "-");
  const text = `The decision for ${names.platform(decision.platform).name} with its options, figures and prices, as Markdown.`;
  return {
    title: "Architecture decision record",
    tone: "neutral",
    fallback: text,
    sections: [{ kind: "text", text }],
    actions: [],
    files: [{ name, mediaType: "text/markdown", text: adr(decision, estimate, names) }],
  };
}

function facts(decision: RecordedDecision, names: Names, repriced: Repriced | null) {
  const { platform, tier, why, by, at, bill, supersedes, supersededBy, restores } = decision;
  const tierName = names.tier(platform, tier);
  return [
    { label: "Platform", value: `${names.platform(platform).name}${tierName === null ? "" : `, ${tierName}`}` },
    { label: "Why", value: why },
    { label: "By", value: `${by.name}, ${at.slice(0, 10)}` },
    { label: "Bill then", value: bill === null ? "no price" : `${money(bill.total, bill.currency)} a month` },
    ...(repriced === null ? [] : [{ label: "Bill today", value: repricedText(bill, repriced) }]),
    ...(restores === null ? [] : [{ label: "Stands again", value: `decision ${restores}` }]),
    ...(supersedes === null
      ? []
      : [{ label: restores === null ? "Takes the place of" : "Taken back", value: `decision ${supersedes}` }]),
    ...(supersededBy === null ? [] : [{ label: "Superseded by", value: `decision ${supersededBy}` }]),
  ];
}

/** "61.40 USD a month on 2027-01-10 (+3.40, +5.9 %)". */
export function repricedText(then: Bill | null, { asOf, total, currency }: Repriced): string {
  const today = `${money(total, currency)} a month on ${asOf}`;
  if (then === null || then.currency !== currency || then.total === 0) return today;
  if (then.total === total) return `${today}, as it was`;
  const change = total - then.total;
  const percent = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  return `${today} (${differenceText(change)}, ${percent.format((100 * change) / then.total)} %)`;
}

const priceChanges = ({ changes }: Repriced): Section => ({
  kind: "list",
  title: "What changed since",
  tone: "plain",
  items: [...changes],
});
