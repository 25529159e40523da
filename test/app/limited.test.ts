import { beforeAll, describe, expect, it } from "vitest";
import type { Conversation } from "../../src/app/conversation.ts";
import { limited } from "../../src/app/limited.ts";
import { UserError } from "../../src/core/errors.ts";
import { ADA, aTeam, BEN, CHRIS, type Team } from "./team.ts";

const HELP = { kind: "command", text: "help" } as const;

let team: Team;
let conversation: Conversation;
beforeAll(async () => {
  team = await aTeam();
  conversation = limited(team.conversation, team.store.rateLimits, { perPerson: 3, perWorkspace: 5 });
});

const refusal = async (person: typeof ADA) => {
  try {
    await conversation.handle(HELP, team.in(person));
    return null;
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
};

describe("limits on asking", () => {
  it("refuse a person, and then everybody of a workspace, in words that say how long to wait", async () => {
    for (const _time of [1, 2, 3]) expect(await refusal(ADA)).toBeNull();
    expect(await refusal(ADA)).toMatch(/^You asked 3 times in a minute\. Try again in [1-6]?\d s\.$/);
    // What Ada asked in vain is no part of the five.
    expect(await refusal(BEN)).toBeNull();
    expect(await refusal(BEN)).toBeNull();
    expect(await refusal(CHRIS)).toMatch(/^People here asked 5 times in a minute\. Try again in [1-6]?\d s\.$/);
  });

  it("are each workspace's own", async () => {
    const elsewhere = { ...team.in(ADA), tenant: { shell: "slack", id: "T-elsewhere" } } as const;
    expect((await conversation.handle(HELP, elsewhere)).kind).toBe("card");
  });

  it("may be none", async () => {
    const free = limited(team.conversation, team.store.rateLimits, { perPerson: null, perWorkspace: null });
    for (const _time of [1, 2, 3, 4, 5, 6, 7]) await free.handle(HELP, team.in(ADA));
  });
});
