import { expect, it } from "vitest";
import type { ThreadStore } from "../../../../src/app/ports/threads.ts";
import type { ThreadChange } from "../../../../src/app/records.ts";
import { ann, aTenant, bob, card, noon } from "../samples.ts";

const first = { estimateId: "e1", by: ann, at: noon() };
const change = (estimateId: string, parts: Partial<ThreadChange> = {}): ThreadChange => ({
  kind: "changed",
  estimateId,
  basedOn: "e1",
  text: `what if ${estimateId}`,
  by: bob,
  at: noon(1),
  ...parts,
});

export function keepsThreads(store: () => ThreadStore): void {
  it("knows no line of a thread that no card owns", async () => {
    const tenant = aTenant();
    expect(await store().current(tenant, card)).toBeNull();
    expect(await store().line(tenant, card)).toEqual([]);
    expect(await store().append(tenant, card, change("e2"))).toBeNull();
  });

  it("keeps one line of estimates, oldest first, and undoes by adding", async () => {
    const tenant = aTenant();
    await store().open(tenant, card, first);
    expect(await store().append(tenant, card, change("e2"))).toBe(2);
    const undo = change("e1", { kind: "undone", basedOn: "e2", text: "undo", at: noon(2) });
    expect(await store().append(tenant, card, undo)).toBe(3);
    expect(await store().line(tenant, card)).toEqual([
      { position: 1, kind: "opened", basedOn: null, text: null, ...first },
      { position: 2, ...change("e2") },
      { position: 3, ...undo },
    ]);
    expect(await store().current(tenant, card)).toEqual({ position: 3, ...undo });
  });

  it("leaves a thread as it is when its card is posted again", async () => {
    const tenant = aTenant();
    await store().open(tenant, card, first);
    await store().append(tenant, card, change("e2"));
    await store().open(tenant, card, { ...first, estimateId: "e9" });
    expect((await store().line(tenant, card)).map(({ estimateId }) => estimateId)).toEqual(["e1", "e2"]);
  });

  it("tells threads of one id in two channels apart", async () => {
    const tenant = aTenant();
    await store().open(tenant, card, first);
    expect(await store().current(tenant, { ...card, channelId: "C2" })).toBeNull();
  });

  it("gives each of thirty steps made at once a place of its own, and keeps each where it said", async () => {
    const tenant = aTenant();
    await store().open(tenant, card, first);
    const asked = Array.from({ length: 30 }, (_, n) => `e${n + 2}`);
    const positions = await Promise.all(asked.map((id) => store().append(tenant, card, change(id))));
    const line = await store().line(tenant, card);
    expect(line.map(({ position }) => position)).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
    for (const [n, id] of asked.entries())
      expect(line.find(({ position }) => position === positions[n])?.estimateId).toBe(id);
  });

  it("opens once when the card is posted twice at once", async () => {
    const tenant = aTenant();
    await Promise.all(["e1", "e2", "e3"].map((estimateId) => store().open(tenant, card, { ...first, estimateId })));
    expect(await store().line(tenant, card)).toHaveLength(1);
  });
}
