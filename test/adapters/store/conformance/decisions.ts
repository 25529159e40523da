import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import { aDecision, anEstimate, ann, aTenant, bob, card, noon } from "../samples.ts";

export function keepsDecisions(given: () => Store): void {
  it("gives back a decision with its estimate, its votes and its prices", async () => {
    const { threads, votes, decisions } = given();
    const tenant = aTenant();
    await threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
    await votes.cast(tenant, card, { platform: "one", by: bob, at: noon() });
    const { estimate, ...rest } = aDecision("d1", { thread: card, estimate: anEstimate("e1") });
    const kept = {
      ...rest,
      estimateId: "e1",
      votes: [{ platform: "one", people: [bob] }],
      supersededBy: null,
      restores: null,
    };
    expect(await decisions.record(tenant, { ...rest, estimate })).toEqual({ recorded: true, decision: kept });
    expect(await decisions.get(tenant, "d1")).toEqual({ decision: kept, estimate });
    expect(await decisions.get(tenant, "d2")).toBeNull();
  });

  it("records the same decision once", async () => {
    const { decisions } = given();
    const tenant = aTenant();
    const record = (why: string) => decisions.record(tenant, aDecision("d1", { why }));
    const results = await Promise.all([record("first"), record("second"), record("third")]);
    expect(results.every(({ recorded }) => recorded)).toBe(true);
    expect(new Set(results.map(({ decision }) => decision.why)).size).toBe(1);
    expect((await decisions.list(tenant, { limit: 9, before: null })).items).toHaveLength(1);
  });

  it("lets one of two who decide a thread at once have it, and shows the other that one", async () => {
    const { threads, decisions } = given();
    const tenant = aTenant();
    await threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
    const ids = ["d1", "d2", "d3"];
    const results = await Promise.all(ids.map((id) => decisions.record(tenant, aDecision(id, { thread: card }))));
    expect(results.filter(({ recorded }) => recorded)).toHaveLength(1);
    expect(new Set(results.map(({ decision }) => decision.id)).size).toBe(1);
    expect((await decisions.list(tenant, { limit: 9, before: null })).items).toHaveLength(1);
  });

  it("supersedes a decision with a newer one and keeps both", async () => {
    const { decisions } = given();
    const tenant = aTenant();
    await decisions.record(tenant, aDecision("d1", { at: noon(1) }));
    const newer = aDecision("d2", { at: noon(2), supersedes: "d1", why: "Prices rose." });
    expect(await decisions.record(tenant, newer)).toMatchObject({ recorded: true });
    const { items } = await decisions.list(tenant, { limit: 9, before: null });
    expect(items.map(({ id, supersedes, supersededBy }) => [id, supersedes, supersededBy])).toEqual([
      ["d2", "d1", null],
      ["d1", null, "d2"],
    ]);
    expect((await decisions.get(tenant, "d1"))?.decision.supersededBy).toBe("d2");
  });

  it("supersedes a decision once, and shows who comes too late the newest", async () => {
    const { decisions } = given();
    const tenant = aTenant();
    await decisions.record(tenant, aDecision("d1"));
    const supersede = (id: string) => decisions.record(tenant, aDecision(id, { supersedes: "d1" }));
    const results = await Promise.all(["d2", "d3", "d4"].map(supersede));
    const [winner] = results.filter(({ recorded }) => recorded);
    expect(results.map(({ decision }) => decision.id)).toEqual(Array(3).fill(winner?.decision.id));
    expect((await decisions.list(tenant, { limit: 9, before: null })).items).toHaveLength(2);
  });

  it("supersedes the decision that closed a thread in that thread", async () => {
    const { threads, votes, decisions } = given();
    const tenant = aTenant();
    await threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
    await decisions.record(tenant, aDecision("d1", { thread: card }));
    const result = await decisions.record(tenant, aDecision("d2", { thread: card, supersedes: "d1" }));
    expect(result.recorded).toBe(true);
    expect((await votes.tally(tenant, card)).closedBy).toBe("d2");
  });

  it("takes the same choice, made again later, for a decision of its own", async () => {
    const { threads, votes, decisions } = given();
    const tenant = aTenant();
    await threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
    const choices = ["doks", "eks", "doks", "eks"];
    for (const [n, platform] of choices.entries()) {
      const supersedes = (await decisions.current(tenant, { thread: card, estimateId: "e1" }))?.id ?? null;
      await decisions.record(tenant, aDecision(`d${n}`, { thread: card, platform, supersedes }));
    }
    const { items } = await decisions.list(tenant, { limit: 9, before: null });
    expect(items.map(({ id, supersededBy }) => [id, supersededBy])).toEqual([
      ["d3", null],
      ["d2", "d3"],
      ["d1", "d2"],
      ["d0", "d1"],
    ]);
    expect((await votes.tally(tenant, card)).closedBy).toBe("d3");
  });

  it("leaves the decision that stands when an earlier one is delivered once more", async () => {
    const { decisions } = given();
    const tenant = aTenant();
    await decisions.record(tenant, aDecision("d1"));
    await decisions.record(tenant, aDecision("d2", { supersedes: "d1" }));
    const again = await decisions.record(tenant, aDecision("d1"));
    expect([again.recorded, again.decision.supersededBy]).toEqual([true, "d2"]);
    expect(await decisions.current(tenant, { thread: null, estimateId: "estimate-of-d1" })).toMatchObject({ id: "d2" });
  });

  it("refuses to supersede what was never decided", async () => {
    const { decisions } = given();
    const unknown = decisions.record(aTenant(), aDecision("d2", { supersedes: "d1" }));
    await expect(unknown).rejects.toThrow("no decision d1");
  });

  it("pages through the list, newest first, even of one moment", async () => {
    const { decisions } = given();
    const tenant = aTenant();
    for (const [n, id] of ["a", "b", "c", "d", "e"].entries())
      await decisions.record(tenant, aDecision(id, { at: noon(n < 3 ? 0 : 1) }));
    const first = await decisions.list(tenant, { limit: 2, before: null });
    const second = await decisions.list(tenant, { limit: 2, before: first.next });
    const third = await decisions.list(tenant, { limit: 2, before: second.next });
    expect([first, second, third].map(({ items }) => items.map(({ id }) => id))).toEqual([
      ["e", "d"],
      ["c", "b"],
      ["a"],
    ]);
    expect(third.next).toBeNull();
  });
}
