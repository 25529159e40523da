import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Advice } from "../../src/core/decision/advise.ts";
import { RequirementInput } from "../../src/core/question/requirement.ts";
import { adviceOn } from "./real-catalog.ts";

/** A situation people are in, and what anybody who knows the trade would accept as an answer to it. */
const Scenario = z.strictObject({
  situation: z.string(),
  requirement: RequirementInput,
  acceptable: z.array(z.string()).min(1), // the winner is one of these
  unacceptable: z.array(z.string()), // none of these ranks above the first acceptable one
  says: z.array(z.string()), // somewhere in the answer
});

const FOLDER = "test/scenarios";

export const scenarios = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({
    name: name.replace(".yaml", ""),
    ...Scenario.parse(parse(readFileSync(`${FOLDER}/${name}`, "utf8"))),
  }));
type NamedScenario = (typeof scenarios)[number];

/** The platforms ranked above the first acceptable one that must not be. */
export function wronglyAbove({ ranking }: Advice, { acceptable, unacceptable }: NamedScenario): string[] {
  const order = ranking.map(({ platform }) => platform);
  const first = order.findIndex((platform) => acceptable.includes(platform));
  return order.slice(0, first).filter((platform) => unacceptable.includes(platform));
}

/** How many situations have an acceptable winner with nothing unacceptable above it, and the names of the others. */
export function scenarioScore(): { acceptable: number; total: number; others: string[] } {
  const others = scenarios
    .filter((scenario) => {
      const advice = adviceOn(scenario.requirement);
      const wins = scenario.acceptable.includes(advice.verdict.platform);
      return !wins || wronglyAbove(advice, scenario).length > 0;
    })
    .map(({ name }) => name);
  return { acceptable: scenarios.length - others.length, total: scenarios.length, others };
}
