import { beforeEach, describe, expect, it } from "vitest";
import { afterFreshStart, isWholeQuestion } from "../../src/app/answers/remembered.ts";
import type { Asker } from "../../src/app/ports/asker.ts";
import { aTeam, BEN, CHRIS, estimateOf, followed, type Team, told, wordsOf } from "./team.ts";

const DAY_MS = 24 * 3_600_000;

let team: Team;
beforeEach(async () => {
  team = await aTeam();
});
const direct = (who = BEN): Asker => ({ ...team.in(who), channelId: `D${who.id}`, isDirect: true });
const asked = async (id: string) => (await estimateOf(team, id)).requirement;

describe("In direct messages", () => {
  it("words go on with the question before, change upon change, and the card says so", async () => {
    await followed(team, direct(), "3 services, 100 a month");
    const changed = await followed(team, direct(), "what if we need a GPU");
    expect(await asked(changed.estimateId)).toMatchObject({
      budgetUsd: 100,
      features: ["gpu"],
      workload: { services: 3 },
    });
    expect(wordsOf(changed.card)).toContain("Your question before, now with ");
    const again = await followed(team, direct(), "with 5 services");
    expect(await asked(again.estimateId)).toMatchObject({ features: ["gpu"], workload: { services: 5 } });
    const back = await followed(team, direct(), "undo");
    expect(back.estimateId).toBe(changed.estimateId);
    expect((await followed(team, direct(), "in Frankfurt")).estimateId).not.toBe(again.estimateId);
  });

  it("goes on with a private draft, and with nobody else's", async () => {
    await told(team, team.in(BEN), "3 services, 100 a month"); // a command in a channel
    const changed = await followed(team, direct(), "what if the budget is 50");
    expect(await asked(changed.estimateId)).toMatchObject({ budgetUsd: 50, workload: { services: 3 } });
    const others = await followed(team, direct(CHRIS), "7 services");
    expect((await asked(others.estimateId)).budgetUsd).toBeNull();
  });

  it.each(["new question: 4 services", "Start over, 4 services", "4 services for an MVP on AWS, 2 people"])(
    "“%s” starts afresh, and the card says so",
    async (text) => {
      await followed(team, direct(), "3 services, 100 a month");
      const fresh = await followed(team, direct(), text);
      expect(await asked(fresh.estimateId)).toMatchObject({ budgetUsd: null, workload: { services: 4 } });
      expect(wordsOf(fresh.card)).toContain("A new question: nothing of the one before is in it.");
    },
  );

  it("a command starts afresh, and lists stay lists", async () => {
    await followed(team, direct(), "3 services, 100 a month");
    expect((await asked((await told(team, direct(), "4 services")).estimateId)).budgetUsd).toBeNull();
    expect(wordsOf((await followed(team, direct(), "history")).card)).toContain("4 services");
  });

  it("a week later nothing is left to go on with", async () => {
    await followed(team, direct(), "3 services, 100 a month");
    team.wait(8 * DAY_MS);
    expect((await asked((await followed(team, direct(), "5 services")).estimateId)).budgetUsd).toBeNull();
  });
});

describe("a fresh start", () => {
  it.each([
    ["new question", ""],
    ["New question: 4 services", "4 services"],
    ["a new question – on AWS", "on AWS"],
    ["forget that, 4 services", "4 services"],
    ["what if we need a new database", null],
    ["newer nodes", null],
  ])("%s → %s", (text, rest) => {
    expect(afterFreshStart(text)).toBe(rest);
  });

  it.each([
    ["4 services for an MVP on AWS", ["workload", "purpose", "existingCloud"], true],
    ["what if 4 services for an MVP on AWS", ["workload", "purpose", "existingCloud"], false],
    ["4 services, 100 a month", ["workload", "budgetUsd"], false],
    ["an MVP on AWS for 100", ["purpose", "existingCloud", "budgetUsd"], false],
  ])("%s with %j: %s", (text, keys, expected) => {
    expect(isWholeQuestion(text, keys)).toBe(expected);
  });
});
