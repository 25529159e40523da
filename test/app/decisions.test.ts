import { expect, it } from "vitest";
import { ADA, aTeam, followed, shared } from "./team.ts";

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
