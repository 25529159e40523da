import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import type { VotesFor } from "../../../../src/app/records.ts";
import { aDecision, ann, aTenant, bob, card, noon } from "../samples.ts";

const opened = async (store: Store): Promise<Tenant> => {
  const tenant = aTenant();
  await store.threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
  return tenant;
};

export function countsVotes(given: () => Store): void {
  it("counts one vote a person, which they may change and take back", async () => {
    const store = given();
    const tenant = await opened(store);
    const vote = (platform: string, by = ann) => store.votes.cast(tenant, card, { platform, by, at: noon() });
    expect(await vote("two")).toBe("counted");
    expect(await vote("two", bob)).toBe("counted");
    expect(await vote("one")).toBe("counted");
    expect(await store.votes.tally(tenant, card)).toEqual({
      votes: [
        { platform: "one", people: [ann] },
        { platform: "two", people: [bob] },
      ],
      closedBy: null,
    });
    expect(await store.votes.withdraw(tenant, card, ann.id)).toBe("counted");
    expect(await store.votes.withdraw(tenant, card, ann.id)).toBe("counted");
    expect((await store.votes.tally(tenant, card)).votes).toEqual([{ platform: "two", people: [bob] }]);
  });

  it("puts the platform with most votes first", async () => {
    const store = given();
    const tenant = await opened(store);
    for (const [id, platform] of Object.entries({ U1: "a", U2: "c", U3: "c", U4: "b" }))
      await store.votes.cast(tenant, card, { platform, by: { id, name: id }, at: noon() });
    const { votes } = await store.votes.tally(tenant, card);
    expect(votes.map(({ platform }) => platform)).toEqual(["c", "a", "b"]);
  });

  it("takes no vote in a thread that no card owns, or after a decision", async () => {
    const store = given();
    const vote = { platform: "one", by: bob, at: noon() };
    expect(await store.votes.cast(aTenant(), card, vote)).toBe("no-thread");
    expect(await store.votes.withdraw(aTenant(), card, bob.id)).toBe("no-thread");
    const tenant = await opened(store);
    await store.votes.cast(tenant, card, vote);
    await store.decisions.record(tenant, aDecision("d1", { thread: card }));
    expect(await store.votes.cast(tenant, card, { ...vote, platform: "two" })).toBe("closed");
    expect(await store.votes.withdraw(tenant, card, bob.id)).toBe("closed");
    expect(await store.votes.tally(tenant, card)).toEqual({
      votes: [{ platform: "one", people: [bob] }],
      closedBy: "d1",
    });
  });

  it("counts exactly whatever the order, with a decision in between", async () => {
    await fc.assert(
      fc.asyncProperty(afternoons, (people) => countedExactly(given(), people)),
      { numRuns: 25 },
    );
  });
}

/** A vote or, as null, a withdrawal, after waiting a few turns. */
interface Move {
  platform: string | null;
  wait: number;
}
interface Afternoon {
  people: Move[][]; // what each does, one thing after another
  decideAfter: number; // turns
}

const moves = fc.array(fc.record({ platform: fc.constantFrom("a", "b", null), wait: fc.nat(4) }), { maxLength: 5 });
const afternoons: fc.Arbitrary<Afternoon> = fc.record({
  people: fc.array(moves, { minLength: 2, maxLength: 6 }),
  decideAfter: fc.nat(12),
});

async function countedExactly(store: Store, { people, decideAfter }: Afternoon): Promise<void> {
  const tenant = await opened(store);
  const lastCounted = new Map<string, string>();
  const play = async (id: string, todo: Move[]) => {
    for (const { platform, wait } of todo) {
      await turns(wait);
      const voted =
        platform === null
          ? store.votes.withdraw(tenant, card, id)
          : store.votes.cast(tenant, card, { platform, by: { id, name: id }, at: noon() });
      if ((await voted) !== "counted") continue;
      if (platform === null) lastCounted.delete(id);
      else lastCounted.set(id, platform);
    }
  };
  const decide = async () => {
    await turns(decideAfter);
    return store.decisions.record(tenant, aDecision("d1", { thread: card }));
  };
  const [{ decision }] = await Promise.all([decide(), ...people.map((todo, n) => play(`U${n}`, todo))]);
  const { votes } = await store.votes.tally(tenant, card);
  expect(Object.fromEntries(whoVotedWhat(votes))).toEqual(Object.fromEntries([...lastCounted].sort()));
  expect(decision.votes).toEqual(votes);
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate();
}

const whoVotedWhat = (votes: VotesFor[]) =>
  votes.flatMap(({ platform, people }) => people.map(({ id }) => [id, platform] as const)).sort();
