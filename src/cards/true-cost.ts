import type { RankedPlatform } from "../core/estimate.ts";
import { money, plainNumber } from "../core/money.ts";
import { FEATURES } from "../core/requirement.ts";
import { FEATURE_NAMES } from "../core/rules/feature-names.ts";
import { amountText } from "./amount.ts";
import type { Section } from "./card.ts";
import { lowerFirst } from "./clip.ts";

/** Bill, work and risk beside their sum, with the hours that the work is made of. */
export function trueCostFacts({ bill, labour, risk, trueCost, sla }: RankedPlatform): Section {
  const { currency } = bill;
  const parts = [
    `${amountText(bill.total)} bill`,
    `${amountText(labour.cost)} work`,
    ...(risk === 0 ? [] : [`${amountText(risk)} expected loss by outages`]),
  ];
  const hours = labour.parts.map(({ name, hoursPerMonth }) => `${plainNumber(hoursPerMonth, 2)} h ${workName(name)}`);
  const work = `${plainNumber(labour.hoursPerMonth, 2)} hours a month × ${money(labour.rate, currency)}`;
  return {
    kind: "facts",
    facts: [
      { label: "True monthly cost", value: `${money(trueCost, currency)} = ${parts.join(" + ")}` },
      { label: "The work", value: `${hours.length > 1 ? `${work} (${hours.join("; ")})` : work}, an estimate` },
      ...(sla === null
        ? []
        : [
            {
              label: "Promised uptime",
              value: `${sla.percent} %: at most ${plainNumber(sla.downtimeMinutesPerMonth)} minutes down a month`,
            },
          ]),
    ],
  };
}

/** "running it", "for GPUs": a part of the work inside a sentence. */
export const workName = (name: string) => {
  const feature = FEATURES.find((each) => each === name);
  return feature === undefined ? lowerFirst(name) : `for ${FEATURE_NAMES[feature]}`;
};
