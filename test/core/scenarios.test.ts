import { afterAll, describe, expect, it } from "vitest";
import { adviceOn } from "./real-catalog.ts";
import { scenarios, wronglyAbove } from "./scenario-files.ts";

describe("situations", () => {
  let held = 0;

  it.each(scenarios)("$name: $situation", (scenario) => {
    const advice = adviceOn(scenario.requirement);
    expect(scenario.acceptable).toContain(advice.verdict.platform);
    expect(wronglyAbove(advice, scenario)).toEqual([]);
    const text = JSON.stringify(advice);
    for (const said of scenario.says) expect(text).toContain(said);
    held++;
  });

  afterAll(() => {
    process.stdout.write(`Situations answered acceptably: ${held} of ${scenarios.length}\n`);
  });
});
