import fc from "fast-check";
import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import type { Decision } from "../../../../src/app/records.ts";
import { aDecision, anEstimate, ann, aTenant, bob, card, noon } from "../samples.ts";

export function takesDecisionsBack(given: () => Store): void {
  const subject = { thread: card, estimateId: "e1" };
  const decided = async (platforms: string[]): Promise<Tenant> => {
    const tenant = aTenant();
    await given().threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
    for (const [n, platform] of platforms.entries()) {
      const supersedes = n === 0 ? null : `d${n}`;
      const estimate = anEstimate(`e${n + 1}`);
      await given().decisions.record(tenant, aDecision(`d${n + 1}`, { platform, thread: card, supersedes, estimate }));
    }
    return tenant;
  };
  const undo = (tenant: Tenant, id: string, undoes: string) =>
    given().decisions.undo(tenant, { id, undoes, by: bob, at: noon(9) });

  it("lets the one before stand again, as an event that says whose and when", async () => {
    const tenant = await decided(["doks", "eks"]);
    const result = await undo(tenant, "u1", "d2");
    const again = {
      id: "u1",
      platform: "doks",
      by: bob,
      at: noon(9),
      supersedes: "d2",
      restores: "d1",
      estimateId: "e1",
    };
    expect(result).toMatchObject({ recorded: true, decision: { ...again, supersededBy: null } });
    expect(await given().decisions.current(tenant, subject)).toMatchObject(again);
    expect((await given().votes.tally(tenant, card)).closedBy).toBe("u1");
    expect(await given().decisions.get(tenant, "u1")).toMatchObject({ estimate: { id: "e1" } });
    expect((await given().decisions.get(tenant, "d2"))?.decision.supersededBy).toBe("u1");
  });

  it("goes back one further each time, and never to what was taken back", async () => {
    const tenant = await decided(["doks", "eks", "aks"]);
    await undo(tenant, "u1", "d3");
    const record = aDecision("d4", { platform: "lke", thread: card, supersedes: "u1" });
    await given().decisions.record(tenant, record);
    const back = [await undo(tenant, "u2", "d4"), await undo(tenant, "u3", "u2")];
    expect(back.map((each) => [each?.decision.platform, each?.decision.restores])).toEqual([
      ["eks", "d2"],
      ["doks", "d1"],
    ]);
  });

  it("leaves the first of a question: none stood before it", async () => {
    const tenant = await decided(["doks", "eks"]);
    await undo(tenant, "u1", "d2");
    expect(await undo(tenant, "u2", "u1")).toMatchObject({ recorded: false, decision: { id: "u1" } });
    expect(await given().decisions.current(tenant, subject)).toMatchObject({ id: "u1", platform: "doks" });
  });

  it("takes back what somebody saw standing, and nothing else", async () => {
    const tenant = await decided(["doks", "eks", "aks"]);
    const both = await Promise.all([undo(tenant, "u1", "d3"), undo(tenant, "u2", "d3")]);
    expect(both.map((each) => each?.recorded).sort()).toEqual([false, true]);
    expect(await given().decisions.current(tenant, subject)).toMatchObject({ platform: "eks" });
    expect(await undo(tenant, "u3", "never")).toBeNull();
  });

  it("is done once, however often it is delivered", async () => {
    const tenant = await decided(["doks", "eks", "aks"]);
    for (let n = 0; n < 3; n++) expect(await undo(tenant, "u1", "d3")).toMatchObject({ recorded: true });
    expect(await given().decisions.current(tenant, subject)).toMatchObject({ id: "u1", platform: "eks" });
  });

  it("leaves exactly one decision standing, the one expected, whoever decides and undoes what in which order", async () => {
    const { threads, votes, decisions } = given();
    const event = fc.record({
      kind: fc.constantFrom("decide", "decide", "undo"),
      delivery: fc.nat({ max: 9 }), // few, so that some are delivered again
      question: fc.constantFrom("thread", "e1"),
      by: fc.constantFrom(ann, bob),
      platform: fc.constantFrom("doks", "eks", "aks"),
      sees: fc.constantFrom("current", "current", "nothing", "first"), // what stood when they looked
    });
    const sequence = fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 14 }), async (events) => {
      const tenant = aTenant();
      await threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
      const stacks = new Map<string, string[]>(); // by question, the platforms that stood, the last of which stands
      const taken = new Set<string>();
      for (const { kind, delivery, question, by, platform, sees } of events) {
        const thread = question === "thread" ? card : null;
        const own = (await all(tenant)).filter((each) => (each.thread !== null) === (thread !== null));
        const standing = own.find(({ supersededBy }) => supersededBy === null)?.id ?? null;
        const seen = sees === "current" ? standing : sees === "nothing" ? null : (own.at(-1)?.id ?? null);
        const id = `${question}-${kind}-${delivery}`;
        const stack = stacks.get(question) ?? [];
        const isFresh = !taken.has(id) && seen === standing;
        if (kind === "decide") {
          const estimate = anEstimate("e1");
          await decisions.record(tenant, aDecision(id, { by, platform, thread, supersedes: seen, estimate }));
          if (isFresh) stack.push(platform);
        } else if (seen !== null) {
          await decisions.undo(tenant, { id, undoes: seen, by, at: noon() });
          if (isFresh && stack.length > 1) stack.pop();
          else if (isFresh) continue; // refused, and the delivery is free
        } else continue;
        if (isFresh) taken.add(id);
        stacks.set(question, stack);
      }
      for (const [question, stack] of stacks) {
        const thread = question === "thread" ? card : null;
        const own = (await all(tenant)).filter((each) => (each.thread !== null) === (thread !== null));
        const standing = own.filter(({ supersededBy }) => supersededBy === null);
        expect(standing.map(({ platform }) => platform)).toEqual(stack.slice(-1));
        expect((await decisions.current(tenant, { thread, estimateId: "e1" }))?.id).toBe(standing[0]?.id);
        if (thread !== null) expect((await votes.tally(tenant, card)).closedBy).toBe(standing[0]?.id ?? null);
      }
    });
    await fc.assert(sequence, { seed: 10, numRuns: 40 });
  });

  const all = async (tenant: Tenant): Promise<Decision[]> =>
    (await given().decisions.list(tenant, { limit: 50, before: null })).items;
}
