import { shortMoney } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { sumOfCents } from "../core/units.ts";
import type { Card, Inline } from "./card.ts";
import { button } from "./card-actions.ts";
import { clip, clipSentences, listed, upperFirst } from "./clip.ts";
import { changedKeys, inCurrency, priceSentence } from "./difference-card.ts";
import type { Names } from "./names.ts";
import { changeWords } from "./offer-card.ts";
import { monthText } from "./verdict-title.ts";
import { machinesWords, overWords } from "./verdict-words.ts";
import { notCounted } from "./warnings.ts";

const MOST_CHANGE = 160;
const MOST_REASON = 200;

/**
 * What a follow-up changed, in three lines, and in one where the answer stays as it is; behind "Details" the whole of it.
 * `now` is the earlier question at the prices of the newer answer.
 */
export function whatIfCard(before: Estimate, after: Estimate, names: Names, now = before): Card {
  const lines = [headline(now, after, names), ...below(before, after, names, now)];
  const text = lines.flatMap((line, at): Inline[] => (at === 0 ? line : ["\n", ...line]));
  return {
    title: "",
    tone: after.ranking.length === 0 ? "warning" : "neutral",
    fallback: text
      .map((part) => (typeof part === "string" ? part : part.text))
      .join("")
      .replaceAll("\n", " "),
    sections: [{ kind: "text", text }],
    actions: [button("details", "Details", after.id, { value: before.id }), button("undo", "Undo", after.id)],
    files: [],
  };
}

/** "**With a GPU: GKE zonal $687/month** (was DOKS $88/month, +$599)." */
function headline(before: Estimate, after: Estimate, names: Names): Inline[] {
  const [was] = before.ranking;
  const [is] = after.ranking;
  const changes = changeWords(before.requirement, after.requirement, changedKeys(before, after), names);
  const change = clip(upperFirst(listed(changes)) || "With nothing changed in the question", MOST_CHANGE);
  if (is === undefined)
    return [
      { text: `${change}: ${was === undefined ? "still nothing fits" : "nothing fits any more"}.`, mark: "strong" },
    ];
  const answer = `${names.platform(is.platform).short} ${monthText(is)}`;
  if (was === undefined) return [{ text: `${change}: ${answer} fits now.`, mark: "strong" }];
  if (isSame(before, after, names)) return [{ text: `${change}: still ${answer}.`, mark: "strong" }];
  return [{ text: `${change}: ${answer}`, mark: "strong" }, ` ${againstBefore(was, is, names)}.`];
}

/** Whether the same platform is recommended at the same bill. */
function isSame(before: Estimate, after: Estimate, names: Names): boolean {
  const [was] = before.ranking;
  const [is] = after.ranking;
  return was !== undefined && is !== undefined && was.platform === is.platform && changeOf(was, is, names) === 0;
}

const changeOf = (was: RankedPlatform, is: RankedPlatform, names: Names) =>
  sumOfCents([is.bill.total, -inCurrency(was.bill.total, was.bill.currency, is.bill.currency, names)]);

/** "(was DOKS $88/month, +$599)". */
function againstBefore(was: RankedPlatform, is: RankedPlatform, names: Names): string {
  const change = changeOf(was, is, names);
  const name = was.platform === is.platform ? "" : `${names.platform(was.platform).short} `;
  const amount = shortMoney(Math.abs(change), is.bill.currency);
  return `(was ${name}${monthText(was)}, ${change < 0 ? "−" : "+"}${amount})`;
}

/** What it runs on, what became of the platform that led, and what must not be missed; nothing of that where nothing changed. */
function below(before: Estimate, after: Estimate, names: Names, now: Estimate): Inline[][] {
  const [was] = now.ranking;
  const [is] = after.ranking;
  const prices = priceSentence(before, now, names);
  const unread = after.unparsed.length === 0 ? [] : [`⚠️ ${notCounted(after.unparsed)}`];
  const asides = [...(prices === null ? [] : [prices]), ...unread].map((text): Inline[] => [text]);
  if (is === undefined) return [[clipSentences(after.verdict.reason, MOST_REASON)], ...asides];
  if (isSame(now, after, names)) return asides;
  const led = was === undefined || was.platform === is.platform ? "" : ` ${formerLeader(was, after, names)}`;
  return [[`${machinesWords(is, after, names)}.${led}${overWords(after, is, names)}`], ...asides];
}

/** "DOKS is number 3 now.", or why it is out. */
function formerLeader(was: RankedPlatform, after: Estimate, names: Names): string {
  const { short } = names.platform(was.platform);
  const rank = after.ranking.find(({ platform }) => platform === was.platform)?.rank;
  if (rank !== undefined) return `${short} is number ${rank} now.`;
  const out = after.rejected.find(({ platform }) => platform === was.platform);
  return `${short} is out${out === undefined ? "." : `: ${clipSentences(out.reason, MOST_REASON)}`}`;
}
