import { expect, it } from "vitest";
import { ADA, aTeam, BEN, cardIn, followed, shared, type Team, wordsOf } from "./team.ts";

it("records the same choice again after another, and that one stands", async () => {
  const team = await aTeam();
  const { threadId } = await shared(team, "startup, 2 engineers, MVP");
  for (const platform of ["doks", "eks", "doks", "eks", "doks"])
    await followed(team, team.in(ADA, threadId), `decide ${platform} because we know it`);
  const { items } = await team.store.decisions.list(team.tenant, { limit: 9, before: null });
  expect(items).toHaveLength(5);
  const standing = items.filter(({ supersededBy }) => supersededBy === null);
  expect(standing.map(({ platform }) => platform)).toEqual(["doks"]);
});

it("records one decision where the same words are delivered twice", async () => {
  const team = await aTeam();
  const { threadId } = await shared(team, "startup, 2 engineers, MVP");
  const delivered = team.in(ADA, threadId);
  for (const asker of [delivered, delivered]) await followed(team, asker, "decide doks because we know it");
  const { items } = await team.store.decisions.list(team.tenant, { limit: 9, before: null });
  expect(items.map(({ platform, supersededBy }) => [platform, supersededBy])).toEqual([["doks", null]]);
});

const standing = async (team: Team) => {
  const { items } = await team.store.decisions.list(team.tenant, { limit: 50, before: null });
  return items.filter(({ supersededBy }) => supersededBy === null).map(({ platform }) => platform);
};

it("takes back the decision that came last in its thread, and the one before stands again", async () => {
  const team = await aTeam();
  const { threadId } = await shared(team, "startup, 2 engineers, MVP");
  const ada = team.in(ADA, threadId);
  for (const platform of ["doks", "eks", "aks"])
    await followed(team, team.in(ADA, threadId), `decide ${platform} because`);
  const { card } = await followed(team, ada, "undo");
  expect(card.fallback).toMatch(/^✅ Back to: EKS · \$\d+\/month, ada/);
  await followed(team, ada, "undo"); // delivered again
  expect(await standing(team)).toEqual(["eks"]);
  await followed(team, team.in(ADA, threadId), "undo the decision");
  expect(await standing(team)).toEqual(["doks"]);
  await expect(followed(team, team.in(ADA, threadId), "undo")).rejects.toThrow("first decision");
  expect(await standing(team)).toEqual(["doks"]);
});

it("undoes a change of the question that came after the decision, and leaves the decision", async () => {
  const team = await aTeam();
  const { threadId, estimateId } = await shared(team, "startup, 2 engineers, MVP");
  for (const words of ["decide doks because we know it", "decide eks because", "what if the budget is 300", "undo"])
    await followed(team, team.in(ADA, threadId), words);
  expect(await standing(team)).toEqual(["eks"]);
  const newest = await team.store.threads.current(team.tenant, { channelId: "C1", threadId });
  expect(newest).toMatchObject({ kind: "undone", estimateId });
});

it("lets only those take a decision back who may decide, and nothing but what they saw", async () => {
  const team = await aTeam();
  const { threadId, estimateId } = await shared(team, "startup, 2 engineers, MVP");
  const decided = ["doks", "eks", "aks"].map(
    (platform) => async () => (await followed(team, team.in(ADA, threadId), `decide ${platform} because`)).card,
  );
  const [, second, third] = [await decided[0]?.(), await decided[1]?.(), await decided[2]?.()];
  const button = (card: typeof second) => card?.actions.find(({ name }) => name === "undo-decision")?.value ?? "";
  const press = (who: typeof ADA, value: string) =>
    team.conversation.handle({ kind: "press", action: "undo-decision", estimateId, value }, team.in(who, threadId));
  await expect(press(BEN, button(third))).rejects.toThrow("may not record decisions");
  await expect(press(ADA, button(second))).rejects.toThrow("stands no longer");
  expect(wordsOf(cardIn(await press(ADA, button(third))).card)).toContain("Back to");
  expect(await standing(team)).toEqual(["eks"]);
});
