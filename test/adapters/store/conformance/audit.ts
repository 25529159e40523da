import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import type { AuditEntry } from "../../../../src/app/records.ts";
import { aDecision, ann, asked, aTenant, bob, card, exported, noon, operating } from "../samples.ts";

export function keepsAnAuditTrail(given: () => Store): void {
  const page = { limit: 50, before: null };
  const said = async (tenant: Tenant) =>
    (await given().audit.list(tenant, page)).items.map(({ action, about, by }) => [action, about, by.name]);
  /** Every page: other tests leave hundreds of entries in the same store. */
  async function all(): Promise<AuditEntry[]> {
    const items: AuditEntry[] = [];
    let before: string | null = null;
    do {
      const found = await given().audit.list(null, { limit: 500, before });
      items.push(...found.items);
      before = found.next;
    } while (before !== null);
    return items;
  }

  /** Ann shares, Bob decides, Ann takes it back and changes the settings of all and of a channel. */
  async function history(): Promise<Tenant> {
    const { estimates, threads, decisions, settings } = given();
    const tenant = aTenant();
    await estimates.put(tenant, asked("e1"));
    await threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon(1) });
    await estimates.markShared(tenant, "e1", { by: ann, at: noon(1), thread: card });
    await decisions.record(tenant, aDecision("d1", { thread: card, by: ann, at: noon(2) }));
    await decisions.record(tenant, aDecision("d2", { thread: card, by: bob, at: noon(3), supersedes: "d1" }));
    await decisions.undo(tenant, { id: "d3", undoes: "d2", by: ann, at: noon(4) });
    await settings.put(tenant, null, { expected: 0, value: {}, by: ann, at: noon(5) });
    await settings.put(tenant, "C1", { expected: 0, value: {}, by: bob, at: noon(6) });
    return tenant;
  }
  const HISTORY = [
    ["changed-settings", "the settings of channel C1, version 1", "Bob"],
    ["changed-settings", "the workspace's settings, version 1", "Ann"],
    ["took-back", "decision d2", "Ann"],
    ["decided", "decision d2", "Bob"],
    ["decided", "decision d1", "Ann"],
    ["shared", "answer e1", "Ann"],
  ];

  it("says who shared, decided, took back and changed settings, newest first, each once", async () => {
    const tenant = await history();
    const again = aDecision("d2", { thread: card, by: bob, at: noon(9), supersedes: "d1" });
    await given().decisions.record(tenant, again);
    await given().estimates.markShared(tenant, "e1", { by: ann, at: noon(9), thread: card });
    expect(await said(tenant)).toEqual(HISTORY);
  });

  it("says nothing of what did not happen", async () => {
    const tenant = await history();
    const { decisions, settings } = given();
    await decisions.record(tenant, aDecision("d9", { thread: card, supersedes: "d1" })); // stands no longer
    await decisions.undo(tenant, { id: "d8", undoes: "d1", by: bob, at: noon(9) });
    await settings.put(tenant, null, { expected: 0, value: {}, by: bob, at: noon(9) }); // somebody was first
    expect(await said(tenant)).toEqual(HISTORY);
  });

  it("says who exported and erased whom, and of somebody erased nothing", async () => {
    const tenant = await history();
    await exported(given(), tenant, null);
    await exported(given(), tenant, bob.id);
    const exports = (await all()).filter(
      ({ workspace, action }) => workspace.endsWith(tenant.id) && action === "exported",
    );
    expect(exports.map(({ about, personId, by }) => [about, personId, by.name]).sort()).toEqual([
      ["one person", bob.id, "Olga"],
      ["the workspace", null, "Olga"],
    ]);
    await given().data.delete(tenant, bob.id, { ...operating, at: noon(20) });
    expect((await said(tenant))[0]).toEqual(["erased", "one person", "Olga"]);
    const left = JSON.stringify((await given().audit.list(tenant, page)).items);
    expect(left).not.toContain("Bob");
    expect(left).not.toContain(`"${bob.id}"`);
  });

  it("keeps of a workspace that was erased that it was", async () => {
    const tenant = await history();
    await given().data.delete(tenant, null, operating);
    expect(await said(tenant)).toEqual([["erased", "the workspace", "Olga"]]);
  });

  it("is read a page at a time, of one workspace or of all, nothing twice", async () => {
    const tenant = await history();
    const found: string[][] = [];
    let before: string | null = null;
    do {
      const read = await given().audit.list(tenant, { limit: 2, before });
      found.push(...read.items.map(({ action, about, by }) => [action, about, by.name]));
      before = read.next;
    } while (before !== null);
    expect(found).toEqual(HISTORY);
    const workspaces = new Set((await all()).map(({ workspace }) => workspace));
    expect(workspaces.size).toBeGreaterThan(1);
  });
}
