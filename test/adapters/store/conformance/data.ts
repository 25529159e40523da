import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import { DRAFTS, type KeptRecord } from "../../../../src/app/records.ts";
import { aDecision, ann, asked, aTenant, bob, card, exported, noon, operating } from "../samples.ts";

export function answersForItsData(given: () => Store): void {
  it("exports everything kept about a workspace, except its tokens", async () => {
    const tenant = await afternoon(given());
    const records = await exported(given(), tenant, null);
    expect(counted(records)).toEqual({
      estimate: 3,
      thread: 1,
      "thread-entry": 2,
      vote: 2,
      decision: 1,
      setting: 1,
      audit: 2,
      receipt: 1,
      inbox: 1,
      installation: 1,
      session: 1,
    });
    expect(records.find(({ kind }) => kind === "estimate")?.record).toMatchObject({ body: asked("e1").estimate });
    expect(Object.keys(records.find(({ kind }) => kind === "installation")?.record ?? {})).toEqual(["key_id"]);
    const kept = records.find(({ kind }) => kind === "inbox")?.record;
    expect(kept).toEqual({ key: "command:1", person_id: bob.id, at: expect.any(String) });
  });

  it("exports what is kept about one person and nothing of another's", async () => {
    const tenant = await afternoon(given());
    const records = await exported(given(), tenant, bob.id);
    // Bob asked e2 and e3, changed the thread once, voted, and his vote is in the decision; he waits for an answer
    // and is signed in.
    expect(counted(records)).toEqual({ estimate: 2, "thread-entry": 1, vote: 1, decision: 1, inbox: 1, session: 1 });
  });

  it("exports more than one page of records, each once", async () => {
    const tenant = aTenant();
    const ids = Array.from({ length: 205 }, (_, n) => `e${String(n).padStart(3, "0")}`);
    for (const id of ids) await given().estimates.put(tenant, asked(id));
    expect((await exported(given(), tenant, null)).map(({ record }) => record["id"])).toEqual(ids);
  });

  it("erases a workspace and leaves the others alone", async () => {
    const [tenant, other] = [await afternoon(given()), await afternoon(given())];
    expect(await given().data.delete(tenant, null, operating)).toBeGreaterThan(0);
    const left = await exported(given(), tenant, null);
    expect(left.map(({ kind, record }) => [kind, record["action"], record["person_name"]])).toEqual([
      ["audit", "erased", "Olga"],
    ]);
    expect(await exported(given(), other, null)).toHaveLength(16);
  });

  it("erases a person, and strikes them out of what the team keeps", async () => {
    const { data, estimates, threads, votes, decisions } = given();
    const tenant = await afternoon(given());
    // Bob's two estimates, step and vote, his vote in the decision, what he waits for, and his session.
    expect(await data.delete(tenant, bob.id, operating)).toBe(7);
    expect(await exported(given(), tenant, bob.id)).toEqual([]);
    const nobody = { id: "", name: "deleted person" };
    expect(await estimates.get(tenant, "e2")).toMatchObject({ askedBy: nobody }); // the thread's card still needs it
    expect(await estimates.get(tenant, "e3")).toBeNull();
    expect((await threads.line(tenant, card))[1]).toMatchObject({ estimateId: "e2", by: nobody, text: null });
    expect((await votes.tally(tenant, card)).votes).toEqual([{ platform: "one", people: [ann] }]);
    expect((await decisions.get(tenant, "d1"))?.decision.votes).toEqual([{ platform: "one", people: [ann, nobody] }]);
    expect(JSON.stringify(await exported(given(), tenant, null))).not.toContain("Bob");
  });

  it.each(["U_", "u2", "%", "U", "2", "d1", "U2 ", 'U2"', "U22"])(
    "exports and erases nothing for %s, whose id is not U2's nor a decision's",
    async (other) => {
      const tenant = await afternoon(given());
      expect(await exported(given(), tenant, other)).toEqual([]);
      expect(await given().data.delete(tenant, other, operating)).toBe(0);
      expect(counted(await exported(given(), tenant, bob.id)).decision).toBe(1);
    },
  );

  it("erases a person from more than a page of decisions", async () => {
    const { data, decisions } = given();
    const tenant = aTenant();
    for (let n = 0; n < 205; n++) await decisions.record(tenant, aDecision(`d${n}`, { by: n % 2 ? bob : ann }));
    expect(await data.delete(tenant, bob.id, operating)).toBe(102); // the odd of 0 to 204
    expect(await exported(given(), tenant, bob.id)).toEqual([]);
    expect(counted(await exported(given(), tenant, ann.id)).decision).toBe(103);
  });

  it("keeps an estimate for whoever else asked the same", async () => {
    const { data, estimates } = given();
    const tenant = aTenant();
    await estimates.put(tenant, asked("e1", bob, noon(1)));
    await estimates.put(tenant, asked("e1", ann, noon(2)));
    await data.delete(tenant, bob.id, operating);
    expect(await estimates.get(tenant, "e1")).toEqual(asked("e1", ann, noon(2)));
  });

  it("forgets old receipts and old drafts that nobody shared, and nothing else", async () => {
    const { data, estimates, threads, decisions, receipts } = given();
    const [old, recent] = [await afternoon(given()), aTenant()];
    await estimates.put(old, asked("shared", bob, noon(1)));
    await estimates.markShared(old, "shared", { by: bob, at: noon(2), thread: { ...card, threadId: "t9" } });
    await estimates.put(old, asked("changed", bob, noon(1)));
    const line = { channelId: DRAFTS, threadId: "changed" };
    await threads.open(old, line, { estimateId: "e3", by: bob, at: noon(4) });
    await estimates.put(recent, asked("e1", ann, noon(1000)));
    const never = "2000-01-01T00:00:00.000Z";
    await data.purge({ receipts: never, drafts: never, shared: null });
    expect(await receipts.claim(old, "Ev1")).toBe(false);
    expect(await data.purge({ receipts: "9999-01-01T00:00:00.000Z", drafts: noon(500), shared: null })).toBeGreaterThan(
      0,
    );
    expect(await receipts.claim(old, "Ev1")).toBe(true);
    const left = async (id: string, tenant = old) => (await estimates.get(tenant, id)) !== null;
    expect([await left("e3"), await left("changed")]).toEqual([false, false]); // Bob's drafts
    expect(await threads.line(old, line)).toEqual([]);
    expect([await left("e1"), await left("e2"), await left("shared")]).toEqual([true, true, true]); // the team's
    expect(await threads.line(old, card)).toHaveLength(2);
    expect(await decisions.get(old, "d1")).not.toBeNull();
    expect(await left("e1", recent)).toBe(true);
  });

  it("forgets old threads and what was shared where it is told to, and never a decision", async () => {
    const { data, estimates, threads, decisions } = given();
    const [old, recent] = [await afternoon(given()), aTenant()];
    await estimates.put(recent, asked("e2", ann, noon(1)));
    await threads.open(recent, card, { estimateId: "e2", by: ann, at: noon(1000) });
    const purged = { receipts: "2000-01-01T00:00:00.000Z", drafts: noon(500), shared: noon(500) };
    expect(await data.purge(purged)).toBeGreaterThan(0);
    expect(await estimates.get(old, "e1")).toBeNull();
    expect(await threads.line(old, card)).toEqual([]);
    expect(await decisions.get(old, "d1")).not.toBeNull();
    expect(await estimates.get(recent, "e2")).not.toBeNull(); // old, but a thread still shows it
  });
}

/** Something of every kind: Ann asks and shares, Bob changes and asks, both vote for it, Ann decides. */
async function afternoon(store: Store): Promise<Tenant> {
  const tenant = aTenant();
  await store.estimates.put(tenant, asked("e1", ann, noon(1)));
  await store.threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon(1) });
  await store.estimates.put(tenant, asked("e2", bob, noon(2)));
  await store.estimates.put(tenant, asked("e3", bob, noon(3)));
  const text = "Bob would rather pay less";
  const change = { kind: "changed", estimateId: "e2", basedOn: "e1", text, by: bob, at: noon(2) } as const;
  await store.threads.append(tenant, card, change);
  for (const by of [ann, bob]) await store.votes.cast(tenant, card, { platform: "one", by, at: noon(4) });
  await store.decisions.record(tenant, aDecision("d1", { thread: card, at: noon(5) }));
  await store.settings.put(tenant, null, { expected: 0, value: {}, by: ann, at: noon(6) });
  await store.receipts.claim(tenant, "Ev1");
  await store.jobs.keep(store.jobs.begin(tenant, "command:1"), { key: "command:1", personId: bob.id, body: "work" });
  await store.installations.save({ key: tenant.id, json: "{}" });
  await store.sessions.start(tenant, { person: bob, via: "slack:T1" });
  return tenant;
}

function counted(records: KeptRecord[]): Partial<Record<KeptRecord["kind"], number>> {
  const counts: Partial<Record<KeptRecord["kind"], number>> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
