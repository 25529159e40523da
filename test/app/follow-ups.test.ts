import { beforeAll, describe, expect, it } from "vitest";
import type { Asker } from "../../src/app/ports/asker.ts";
import type { Card } from "../../src/cards/card.ts";
import { ADA, aTeam, BEN, CHRIS, estimateOf, followed, shared, type Team, told, wordsOf } from "./team.ts";

let team: Team;
beforeAll(async () => {
  team = await aTeam();
});

const MVP = "startup, 2 engineers, MVP";

describe("Words about an answer", () => {
  it("that change the question give a new draft in place of the old one", async () => {
    const first = await told(team, team.in(BEN), MVP);
    const second = await followed(team, team.in(BEN), "what if the budget is 50", first.estimateId);
    expect(second).toMatchObject({ audience: "asker", replaces: true });
    expect((await estimateOf(team, second.estimateId)).requirement).toMatchObject({ purpose: "mvp", budgetUsd: 50 });
  });

  it.each([
    ["why not eks", "Why not Amazon EKS?"],
    ["compare eks aks", "2 platforms compared"],
    ["break down eks", "Amazon EKS"],
    ["help", "What you can type"],
    ["what is a load balancer?", "the public door of a cluster"],
    ["explain egress", "Egress"],
    ["price t3.medium", "30.37"], // 730 h × 0.0416
  ])("%s is a question, and changes nothing", async (text, says) => {
    const first = await told(team, team.in(BEN), MVP);
    const answer = await followed(team, team.in(BEN), text, first.estimateId);
    expect(wordsOf(answer.card)).toContain(says);
    expect([first.estimateId, ""]).toContain(answer.estimateId); // a price is about no estimate
  });

  it("that ask for what holds already say what to ask instead", async () => {
    const first = await told(team, team.in(BEN), `${MVP}, budget 50`);
    await expect(followed(team, team.in(BEN), "what if the budget is 50", first.estimateId)).rejects.toMatchObject({
      message: "That changes nothing in the question.",
      hint: expect.stringContaining('"help" shows what can be asked'),
    });
  });

  it("that name no platform to vote or decide for ask which", async () => {
    const { threadId } = await shared(team, MVP);
    await expect(followed(team, team.in(BEN, threadId), "vote")).rejects.toThrow(/Which platform/);
  });

  it("without any answer to be about are words by themselves", async () => {
    const { estimateId } = await followed(team, team.in(BEN), MVP);
    expect((await estimateOf(team, estimateId)).requirement.purpose).toBe("mvp");
  });
});

describe("Undo", () => {
  it("goes back one step of one's own line, and to the first", async () => {
    const first = await told(team, team.in(BEN), MVP);
    const second = await followed(team, team.in(BEN), "what if the budget is 50", first.estimateId);
    const third = await followed(team, team.in(BEN), "in Frankfurt", second.estimateId);
    expect((await followed(team, team.in(BEN), "undo", third.estimateId)).estimateId).toBe(second.estimateId);
    expect((await followed(team, team.in(BEN), "back to the first", third.estimateId)).estimateId).toBe(
      first.estimateId,
    );
    await expect(followed(team, team.in(BEN), "undo", first.estimateId)).rejects.toThrow("Nothing came before");
  });

  it("goes back in the thread's line, whoever made the change", async () => {
    const { estimateId, threadId } = await shared(team, MVP);
    await followed(team, team.in(BEN, threadId), "what if the budget is 50");
    await followed(team, team.in(CHRIS, threadId), "in Frankfurt");
    const back = await followed(team, team.in(ADA, threadId), "undo");
    expect((await estimateOf(team, back.estimateId)).requirement).toMatchObject({ budgetUsd: 50, region: "us-east" });
    expect((await followed(team, team.in(ADA, threadId), "undo")).estimateId).toBe(estimateId);
    await expect(followed(team, team.in(ADA, threadId), "undo")).rejects.toThrow("This is the first answer");
  });
});

/** The card that owns the thread, as it stands. */
async function ownerOf(team: Team, spot: Asker): Promise<Card> {
  const card = await team.conversation.sharedCard(spot);
  if (card === null) throw new Error("No card owns that thread");
  return card;
}

describe("A thread", () => {
  it("answers there, and each change builds on the one before", async () => {
    const { threadId } = await shared(team, MVP);
    const first = await followed(team, team.in(BEN, threadId), "what if the budget is 100");
    const second = await followed(team, team.in(CHRIS, threadId), "in Frankfurt");
    expect([first.audience, second.audience]).toEqual(["thread", "thread"]);
    expect((await estimateOf(team, second.estimateId)).requirement).toMatchObject({ budgetUsd: 100 });
  });

  it("takes a form that was sent twice for one step", async () => {
    const { estimateId, threadId } = await shared(team, MVP);
    const form = { kind: "submit-form", form: "advise", answers: { budgetUsd: "150" }, estimateId } as const;
    await team.conversation.handle(form, team.in(BEN, threadId));
    await team.conversation.handle(form, team.in(BEN, threadId));
    const line = await team.store.threads.line(team.in(BEN).tenant, { channelId: "C1", threadId });
    expect(line.map(({ kind }) => kind)).toEqual(["opened", "changed"]);
  });

  it("counts one vote a person, changed and taken back", async () => {
    const { estimateId, threadId } = await shared(team, MVP);
    await followed(team, team.in(BEN, threadId), "vote eks");
    await followed(team, team.in(BEN, threadId), "vote doks");
    const voted = await followed(team, team.in(CHRIS, threadId), "vote doks");
    expect([voted.audience, voted.card.fallback]).toEqual([
      "asker",
      expect.stringContaining("✓ Your vote: DigitalOcean"),
    ]);
    const spot = team.in(ADA, threadId);
    expect(wordsOf(await ownerOf(team, spot))).toContain("Votes: DOKS 2 (ben, chris)");
    const withdraw = { kind: "press", action: "withdraw-vote", estimateId, value: null } as const;
    await team.conversation.handle(withdraw, team.in(BEN, threadId));
    expect(wordsOf(await ownerOf(team, spot))).toContain("Votes: DOKS 1 (chris)");
  });

  it("has a card that stands as its newest answer does, and without votes once it is decided", async () => {
    const { threadId } = await shared(team, MVP);
    const spot = team.in(ADA, threadId);
    expect((await ownerOf(team, spot)).actions.map(({ name }) => name)).toContain("vote");
    const changed = await followed(team, team.in(BEN, threadId), "what if we need a GPU");
    const now = await ownerOf(team, spot);
    expect(now.actions[0]?.estimateId).toBe(changed.estimateId);
    await followed(team, team.in(ADA, threadId), "decide doks because we know it");
    const decided = await ownerOf(team, spot);
    expect(wordsOf(decided)).toMatch(/✅ Decided: DOKS, ada, \d+ \w+/);
    expect(decided.actions.map(({ name }) => name)).not.toContain("vote");
    expect(await team.conversation.sharedCard(team.in(ADA, "never-opened"))).toBeNull();
  });

  it("closes its votes with a decision, which another one supersedes", async () => {
    const { threadId } = await shared(team, MVP);
    await followed(team, team.in(BEN, threadId), "vote doks");
    const decided = await followed(team, team.in(ADA, threadId), "decide doks because we know it");
    expect(wordsOf(decided.card)).toContain("we know it");
    await expect(followed(team, team.in(CHRIS, threadId), "vote eks")).rejects.toThrow("the vote is closed");
    await followed(team, team.in(ADA, threadId), "decide civo because it is cheaper");
    const { items } = await team.store.decisions.list(team.tenant, { limit: 2, before: null });
    expect(items.map(({ platform, supersededBy }) => [platform, supersededBy])).toEqual([
      ["civo", null],
      ["doks", items[0]?.id],
    ]);
  });

  it("counts a vote on a card whose sharing was never noted: the process died right after posting it", async () => {
    const { estimateId } = await told(team, team.in(ADA), MVP);
    const vote = { kind: "press", action: "vote", estimateId, value: "doks", posted: true } as const;
    const spot = team.in(BEN, "posted-but-not-noted");
    await team.conversation.handle(vote, spot);
    expect(wordsOf(await ownerOf(team, spot))).toContain("Votes: DOKS 1 (ben)");
  });

  it("opens nothing in a thread that no card was posted to, whatever is pressed, said or decided there", async () => {
    const { estimateId } = await told(team, team.in(ADA), MVP);
    const there = team.in(ADA, "never-opened");
    const press = { kind: "press", action: "vote", estimateId, value: "doks" } as const;
    await expect(team.conversation.handle(press, there)).rejects.toThrow("No shared card owns this thread.");
    const withdraw = { ...press, action: "withdraw-vote" } as const;
    await expect(team.conversation.handle(withdraw, there)).rejects.toThrow("No shared card owns this thread.");
    await expect(followed(team, there, "vote doks", estimateId)).rejects.toThrow("No shared card owns this thread.");
    await followed(team, there, "what if the budget is 50", estimateId);
    await followed(team, there, "why not eks", estimateId);
    await followed(team, there, "decide doks because it is cheap", estimateId);
    const thread = { channelId: "C1", threadId: "never-opened" };
    expect(await team.store.threads.current(team.tenant, thread)).toBeNull();
    expect((await team.store.votes.tally(team.tenant, thread)).votes).toEqual([]);
    expect(await team.store.decisions.current(team.tenant, { thread, estimateId })).toBeNull();
  });

  it("has no votes before its card is shared", async () => {
    const { estimateId } = await told(team, team.in(BEN), MVP);
    await expect(followed(team, team.in(BEN), "vote doks", estimateId)).rejects.toThrow("Votes belong to a card");
  });
});
