import { beforeAll, describe, expect, it } from "vitest";
import { MOST_CHARACTERS, readOverheard } from "../../src/app/overheard.ts";
import type { Estimate } from "../../src/core/decision/estimate.ts";
import { CHATTER, QUESTION } from "./chatter.ts";
import { ADA, aTeam, estimateOf, type Team, told } from "./team.ts";

let team: Team;
let earlier: Estimate;
beforeAll(async () => {
  team = await aTeam();
  earlier = await estimateOf(team, (await told(team, team.in(ADA), QUESTION)).estimateId);
});
const read = (text: string) => readOverheard(text, earlier, team.library.vocabulary());

describe("Of what people write in a card's thread", () => {
  it.each(CHATTER)("%j meets %s", (text, expected) => {
    expect(read(text).kind).toBe(expected);
  });

  const asked = CHATTER.filter(([, expected]) => expected !== "silence").map(([text]) => text);
  it.each(asked)("%j is people's own once somebody laughs", (text) => {
    expect(read(`${text} lol`).kind).toBe("silence");
  });

  it.each(asked.filter((text) => !text.startsWith("decide")))("%j is people's own among other words", (text) => {
    expect(read(`${text} after the picnic`).kind).toBe("silence"); // a reason may be any words
    expect(read(`Bob says ${text}`).kind).toBe("silence");
  });

  it("an offer says what would change", () => {
    expect(read("we need 40 services and a budget of 900")).toMatchObject({
      kind: "offer",
      changes: { budgetUsd: 900, workload: { services: 40 } },
    });
  });

  it("what holds already is offered to nobody", () => {
    expect(read("we need 5 services").kind).toBe("silence");
  });

  it("long texts are people's own, to the character", () => {
    const padded = (length: number) => "what if the budget is 100".padEnd(length, " ");
    expect(read(padded(MOST_CHARACTERS)).kind).toBe("answer");
    expect(read(padded(MOST_CHARACTERS + 1)).kind).toBe("silence");
  });

  it("half a character is nothing that a button could bring back", () => {
    expect(read("we need 40 services \ud83d").kind).toBe("silence");
  });
});
