import { money, plainNumber } from "../core/cost/money.ts";
import type { RankedPlatform } from "../core/decision/estimate.ts";
import { FEATURE_NAMES } from "../core/decision/rules/feature-names.ts";
import { amountText } from "./amount.ts";
import type { FlatSection } from "./card.ts";
import { lowerFirst } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_PARTS = 3;

/** Bill, work and risk beside their sum, with the hours that the work is made of: the largest parts, or for a file all. */
export function trueCostFacts(ranked: RankedPlatform, names: Names, mostParts = MOST_PARTS): FlatSection {
  const { bill, labour, risk, trueCost, sla } = ranked;
  const { currency } = bill;
  const parts = [
    `${amountText(bill.total)} bill`,
    `${amountText(labour.cost)} work`,
    ...(risk === 0 ? [] : [`${amountText(risk)} expected loss by outages`]),
  ];
  const work = `${plainNumber(labour.hoursPerMonth, 2)} hours a month × ${money(labour.rate, currency)}`;
  return {
    kind: "facts",
    facts: [
      { label: "True monthly cost", value: `${money(trueCost, currency)} = ${parts.join(" + ")}` },
      { label: "The work", value: `${work}${partsText(labour, mostParts)}, an estimate` },
      ...(sla === null
        ? []
        : [
            {
              label: "Promised uptime",
              value: `${sla.percent} %${promisedFor(ranked, names)}: at most ${plainNumber(sla.downtimeMinutesPerMonth)} minutes down a month`,
            },
          ]),
    ],
  };
}

/** " for the Kubernetes API": the promise is not about what runs in the cluster. */
function promisedFor({ platform, tier }: RankedPlatform, names: Names): string {
  const covered = names.promiseCovers(platform, tier);
  return covered === null ? "" : ` for ${covered}`;
}

/** " (3.5 h running it; 0.67 h setting it up)": the largest parts; empty where there is one alone. */
function partsText({ parts }: RankedPlatform["labour"], most: number): string {
  if (parts.length < 2) return "";
  const largest = parts.toSorted((a, b) => b.hoursPerMonth - a.hoursPerMonth).slice(0, most);
  const hours = largest.map(({ name, hoursPerMonth }) => `${plainNumber(hoursPerMonth, 2)} h ${workName(name)}`);
  const more = parts.length - largest.length;
  return ` (${[...hours, ...(more > 0 ? [`${more} more behind “Cost lines”`] : [])].join("; ")})`;
}

/** "running it", "for further clusters", "for GPUs": a part of the work inside a sentence. */
export const workName = (name: string) => {
  if (Object.values(FEATURE_NAMES).includes(name)) return `for ${name}`;
  return /^\S+ing\b/.test(name) ? lowerFirst(name) : `for ${lowerFirst(name)}`;
};
