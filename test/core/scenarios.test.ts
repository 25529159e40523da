import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { RequirementInput } from "../../src/core/requirement.ts";
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
const scenarios = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({
    name: name.replace(".yaml", ""),
    ...Scenario.parse(parse(readFileSync(`${FOLDER}/${name}`, "utf8"))),
  }));

describe("situations", () => {
  let held = 0;

  it.each(scenarios)("$name: $situation", ({ requirement, acceptable, unacceptable, says }) => {
    const advice = adviceOn(requirement);
    const order = advice.ranking.map(({ platform }) => platform);
    expect(acceptable).toContain(advice.verdict.platform);
    const above = order.slice(
      0,
      order.findIndex((platform) => acceptable.includes(platform)),
    );
    expect(above.filter((platform) => unacceptable.includes(platform))).toEqual([]);
    const text = JSON.stringify(advice);
    for (const said of says) expect(text).toContain(said);
    held++;
  });

  afterAll(() => {
    process.stdout.write(`Situations answered acceptably: ${held} of ${scenarios.length}\n`);
  });
});
