import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERBS } from "../../../src/app/verbs/table.ts";
import { ACTION_NAMES, type Action } from "../../../src/cards/card.ts";
import { ADA, aTeam, type Team } from "../team.ts";

let team: Team;
beforeAll(async () => {
  team = await aTeam();
}, 30_000);
afterAll(() => team.store.close());

const press = (action: Action["name"], value: string | null, estimateId = "") =>
  team.conversation.handle({ kind: "press", action, estimateId, value }, team.in(ADA));

describe("what a button carries", () => {
  it.each([
    ["open", "a list's row of no kind", "e1"],
    ["page", "a cursor of no list", "votes:1"],
    ["compare", "no estimate", "x"],
  ] as const)("is checked before %s does anything: %s", async (action, _, value) => {
    await expect(press(action, value)).rejects.toThrow("This button is from an earlier version of me.");
  });

  it.each(["vote", "open", "page", "export", "reprice", "undo-decision"] as const)(
    "has to be chosen for %s",
    async (action) => {
      await expect(press(action, null, "e1")).rejects.toThrow("Nothing was chosen.");
    },
  );
});

describe("the table of verbs", () => {
  it("says that what changes something is not to be done twice, and the other way round", () => {
    const twice = ACTION_NAMES.filter((name) => VERBS[name].changes && VERBS[name].repeatable);
    const lost = ACTION_NAMES.filter((name) => !VERBS[name].changes && !VERBS[name].repeatable);
    expect([twice, lost]).toEqual([[], []]);
  });

  it("names what opens a form, what everybody sees, and what is done with a card together", () => {
    const those = (is: (name: Action["name"]) => boolean) => ACTION_NAMES.filter(is).sort();
    expect(those((name) => VERBS[name].opensForm)).toEqual(["ask", "change", "decide", "settings", "step"]);
    expect(those((name) => VERBS[name].audience === "channel")).toEqual(["share"]);
    expect(those((name) => VERBS[name].joint === true)).toEqual(["decide", "vote"]);
  });
});
