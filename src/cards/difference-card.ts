import { money } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import type { Currency } from "../core/question/choices.ts";
import { REQUIREMENT_KEYS, type RequirementKey } from "../core/question/requirement.ts";
import { sumOfCents } from "../core/units.ts";
import { amountText, differenceText } from "./amount.ts";
import type { Action, Card, Section } from "./card.ts";
import { button, platformMenu, whyNotMenu } from "./card-actions.ts";
import { clip } from "./clip.ts";
import { clusterLine } from "./cluster-line.ts";
import { estimateFooter } from "./estimate-footer.ts";
import type { Names } from "./names.ts";
import { keyLabel, valueText } from "./requirement-words.ts";
import { verdictTitle } from "./verdict-title.ts";
import { warningList } from "./warnings.ts";

const MOST_TITLE = 150;
const MOST_WARNINGS = 4;
const MOST_ROWS = 5;

/**
 * What a follow-up changed: in the question, in money and in rank; then the new verdict in short. `now` is the earlier question
 * at the prices of the newer answer: what prices did in between is told apart.
 */
export function differenceCard(before: Estimate, after: Estimate, names: Names, now = before): Card {
  const [is] = after.ranking;
  const summary = differenceSentence(before, after, names, now);
  return {
    title: clip(`${verdictTitle(after, names)}${billChange(now, after, names)}`, MOST_TITLE),
    tone: is === undefined ? "warning" : "neutral",
    fallback: summary,
    sections: [
      { kind: "text", text: summary },
      changesList(before, after, names),
      ...rankTable(now, after, names),
      ...(is === undefined
        ? []
        : [
            {
              kind: "facts" as const,
              facts: [{ label: "Cluster now", value: clusterLine(is, after.requirement.clusters, names) }],
            },
          ]),
      { kind: "text", text: after.verdict.reason },
      ...warningList(after, MOST_WARNINGS),
      estimateFooter(after),
    ],
    actions: actions(after, names),
    files: [],
  };
}

/** Amounts of two answers can only be set against each other in one currency: that of the newer. */
export const inCurrency = (amount: number, from: Currency, to: Currency, names: Names) =>
  from === to ? amount : (amount * names.fromUsd(1, to)) / names.fromUsd(1, from);

function billChange(before: Estimate, after: Estimate, names: Names): string {
  const [was] = before.ranking;
  const [is] = after.ranking;
  if (was === undefined || is === undefined) return "";
  const earlier = inCurrency(was.bill.total, was.bill.currency, is.bill.currency, names);
  return ` (${differenceText(sumOfCents([is.bill.total, -earlier]))})`;
}

/** "Amazon EKS is first now, DigitalOcean Kubernetes is number 3. The bill goes from 87.70 to 226.47 USD a month (+138.77)." */
export function differenceSentence(before: Estimate, after: Estimate, names: Names, now = before): string {
  const prices = priceSentence(before, now, names);
  return [...(prices === null ? [] : [prices]), changeSentence(now, after, names)].join(" ");
}

/** What prices alone did to the bill of the earlier question; null where they are the same. */
export function priceSentence(before: Estimate, now: Estimate, names: Names): string | null {
  if (before === now) return null;
  const [was] = before.ranking;
  const same = now.ranking.find(({ platform }) => platform === was?.platform);
  if (was === undefined || same === undefined)
    return `Prices of ${before.asOf} and of ${now.asOf} cannot be set side by side.`;
  const earlier = inCurrency(was.bill.total, was.bill.currency, same.bill.currency, names);
  const change = sumOfCents([same.bill.total, -earlier]);
  const since = `Since ${before.asOf} prices alone`;
  return change === 0
    ? `${since} changed nothing for the question before.`
    : `${since} took the bill of the question before from ${amountText(earlier)} to ${money(same.bill.total, same.bill.currency)} (${differenceText(change)}).`;
}

function changeSentence(before: Estimate, after: Estimate, names: Names): string {
  const [was] = before.ranking;
  const [is] = after.ranking;
  if (is === undefined) return was === undefined ? "Still nothing fits." : "Nothing fits any more.";
  const name = names.platform(is.platform).name;
  const bill = money(is.bill.total, is.bill.currency);
  if (was === undefined) return `${name} fits now, at ${bill} a month.`;
  const earlier = inCurrency(was.bill.total, was.bill.currency, is.bill.currency, names);
  const change = sumOfCents([is.bill.total, -earlier]);
  const bills =
    change === 0
      ? `The bill stays at ${bill} a month.`
      : `The bill goes from ${amountText(earlier)} to ${bill} a month (${differenceText(change)}).`;
  return `${placeText(was, is, after, names)} ${bills}`;
}

function placeText(was: RankedPlatform, is: RankedPlatform, after: Estimate, names: Names): string {
  const name = names.platform(is.platform).name;
  if (was.platform === is.platform) return `${name} stays first.`;
  const place = after.ranking.find(({ platform }) => platform === was.platform)?.rank;
  return `${name} is first now; ${names.platform(was.platform).name} ${place === undefined ? "is out" : `is number ${place}`}.`;
}

/** The keys in which two questions differ. */
export const changedKeys = (before: Estimate, after: Estimate): RequirementKey[] =>
  REQUIREMENT_KEYS.filter((key) => JSON.stringify(before.requirement[key]) !== JSON.stringify(after.requirement[key]));

function changesList(before: Estimate, after: Estimate, names: Names): Section {
  const items = changedKeys(before, after).map(
    (key) =>
      `${keyLabel(key)}: ${valueText(key, before.requirement, names)} → ${valueText(key, after.requirement, names)}`,
  );
  const prices = before.asOf === after.asOf ? [] : [`Prices: of ${before.asOf} → of ${after.asOf}`];
  const all = [...items, ...prices];
  return {
    kind: "list",
    title: "What changed in the question",
    tone: "plain",
    items: all.length === 0 ? ["Nothing"] : all,
  };
}

/** The platforms that lead now or led before, with what the change did to each. */
function rankTable(before: Estimate, after: Estimate, names: Names): Section[] {
  const led = before.ranking[0]?.platform;
  const now = after.ranking.filter(({ rank, platform }) => rank < MOST_ROWS || platform === led).slice(0, MOST_ROWS);
  const [first] = now;
  if (first === undefined) return [];
  const rows = now.map((is) => {
    const was = before.ranking.find(({ platform }) => platform === is.platform);
    const earlier = was && inCurrency(was.bill.total, was.bill.currency, is.bill.currency, names);
    return [
      names.platform(is.platform).name,
      earlier === undefined ? "–" : amountText(earlier),
      amountText(is.bill.total),
      earlier === undefined ? "new" : differenceText(sumOfCents([is.bill.total, -earlier])),
      `${was?.rank ?? "–"} → ${is.rank}`,
    ];
  });
  return [
    {
      kind: "table",
      table: {
        title: `Bills, ${first.bill.currency} a month`,
        columns: [
          { name: "Platform", align: "left" },
          { name: "Before", align: "right" },
          { name: "Now", align: "right" },
          { name: "Change", align: "right" },
          { name: "Rank", align: "left" },
        ],
        rows,
        total: null,
      },
    },
  ];
}

function actions(after: Estimate, names: Names): Action[] {
  const [winner] = after.ranking;
  const ranked = after.ranking.map(({ platform }) => platform);
  return [
    button("undo", "Undo", after.id),
    button("change", "Change answers", after.id),
    button("compare", "Compare all", after.id),
    ...(winner === undefined ? [] : [button("cost-lines", "Cost lines", after.id, { value: winner.platform })]),
    ...(winner === undefined ? [] : [button("decide", "Record decision", after.id)]),
    ...whyNotMenu(after, names),
    ...platformMenu("vote", "Vote…", after.id, ranked, names),
  ];
}
