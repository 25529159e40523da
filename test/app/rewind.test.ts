import { expect, it } from "vitest";
import type { ThreadEntry } from "../../src/app/records.ts";
import { rewind, stepBack } from "../../src/app/rewind.ts";
import { ADA, aTeam } from "./team.ts";

/** "a +b -a": opened with a, changed to b, undone to a. */
const line = (steps: string): ThreadEntry[] =>
  steps.split(" ").map((step, i) => ({
    position: i + 1,
    kind: step.startsWith("+") ? "changed" : step.startsWith("-") ? "undone" : "opened",
    estimateId: step.replace(/^[+-]/, ""),
    basedOn: null,
    text: null,
    by: { id: "ada", name: "Ada" },
    at: "2026-11-22T12:00:00.000Z",
  }));

it.each([
  ["a", 1, null], // nothing came before
  ["a +b", 1, "a"],
  ["a +b +c", 1, "b"],
  ["a +b +c", 2, "a"],
  ["a +b +c", 9, "a"], // no further than the start
  ["a +b +c", "first", "a"],
  ["a +b +c -b", 1, "a"], // what was undone is not undone again
  ["a +b -a", 1, null],
  ["a +b -a +c", 1, "a"],
  ["a +b +a", 1, "b"], // changed back by a question: that is a step of its own
  ["a +b -x", 1, "b"], // undone to one that is not in the line: it joins it
] as const)("Of %s, %s back is %s", (steps, back, expected) => {
  expect(stepBack(line(steps), back)).toBe(expected);
});

it("ends where the answers of a line came back to one another", async () => {
  const team = await aTeam();
  const asker = team.in(ADA);
  const ask = (budgetUsd: number) => team.advisor.ask(asker, { input: { budgetUsd } });
  const [one, other] = [await ask(100), await ask(200)];
  const file = async (made: string, from: string) =>
    team.store.threads.open(
      asker.tenant,
      { channelId: "estimates", threadId: made },
      { estimateId: from, by: ADA, at: "" },
    );
  await file(other.id, one.id);
  await file(one.id, other.id);
  const refined = { before: other } as Parameters<typeof rewind>[2];
  const { after } = await rewind({ ...team, threads: team.store.threads }, asker, refined, "first");
  expect(after.id).toBe(one.id);
});
