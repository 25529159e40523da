import { expect, it } from "vitest";
import type { EstimateStore } from "../../../../src/app/ports/estimates.ts";
import { ann, asked, aTenant, bob, card, noon } from "../samples.ts";

export function keepsEstimates(store: () => EstimateStore): void {
  it("gives back an estimate as it was put", async () => {
    const tenant = aTenant();
    await store().put(tenant, asked("e1"));
    expect(await store().get(tenant, "e1")).toEqual(asked("e1"));
    expect(await store().get(tenant, "e2")).toBeNull();
  });

  it("keeps the first of the same estimate by the same person", async () => {
    const tenant = aTenant();
    await store().put(tenant, asked("e1", ann, noon(1)));
    await store().put(tenant, asked("e1", ann, noon(2)));
    expect((await store().get(tenant, "e1"))?.askedAt).toBe(noon(1));
  });

  it("shows each of two people who asked the same their own in their history", async () => {
    const tenant = aTenant();
    await store().put(tenant, asked("e1", bob, noon(2)));
    await store().put(tenant, asked("e1", ann, noon(1)));
    const whose = async (personId: string) =>
      (await store().history(tenant, { personId, shared: false, limit: 9, before: null })).items;
    expect(await whose(ann.id)).toEqual([asked("e1", ann, noon(1))]);
    expect(await whose(bob.id)).toEqual([asked("e1", bob, noon(2))]);
    expect((await store().get(tenant, "e1"))?.askedBy).toEqual(ann);
  });

  it("remembers when it was shared first", async () => {
    const tenant = aTenant();
    await store().put(tenant, asked("e1"));
    await store().markShared(tenant, "e1", { by: ann, at: noon(5), thread: card });
    await store().markShared(tenant, "e1", { by: ann, at: noon(6), thread: card });
    await store().markShared(tenant, "unknown", { by: ann, at: noon(6), thread: card });
    expect((await store().get(tenant, "e1"))?.sharedAt).toBe(noon(5));
  });

  it("pages through a history, newest first, none twice and none left out, even of one moment", async () => {
    const tenant = aTenant();
    // Of 9 estimates Ann asked those with an even number, 5 of them; of Bob's 4, the first two are shared.
    for (let n = 0; n < 9; n++)
      await store().put(tenant, asked(`e${n}`, n % 2 === 0 ? ann : bob, noon(Math.floor(n / 3))));
    for (const id of ["e1", "e3", "e4"]) await store().markShared(tenant, id, { by: ann, at: noon(60), thread: card });
    const ids = async (shared: boolean) => {
      const found: string[] = [];
      let before: string | null = null;
      do {
        const page = await store().history(tenant, { personId: ann.id, shared, limit: 2, before });
        expect(page.items.length).toBeLessThanOrEqual(2);
        found.push(...page.items.map(({ estimate }) => estimate.id));
        before = page.next;
      } while (before !== null);
      return found;
    };
    expect(await ids(false)).toEqual(["e8", "e6", "e4", "e2", "e0"]);
    expect(await ids(true)).toEqual(["e8", "e6", "e4", "e3", "e2", "e1", "e0"]);
  });

  it("ends a history that fits its page, and an empty one", async () => {
    const tenant = aTenant();
    const history = () => store().history(tenant, { personId: ann.id, shared: true, limit: 1, before: null });
    expect(await history()).toEqual({ items: [], next: null });
    await store().put(tenant, asked("e1"));
    expect(await history()).toEqual({ items: [asked("e1")], next: null });
  });
}
