import { expect, it } from "vitest";
import type { SettingsStore } from "../../../../src/app/ports/settings.ts";
import { ann, aTenant, bob, noon } from "../samples.ts";

export function keepsSettings(store: () => SettingsStore): void {
  it("keeps settings of the whole tenant and of a channel apart", async () => {
    const tenant = aTenant();
    expect(await store().get(tenant, null)).toBeNull();
    const wide = { value: { region: "eu-central" }, by: ann, at: noon(1) };
    const narrow = { value: { discounts: [{ percent: 7.5 }] }, by: bob, at: noon(2) };
    expect(await store().put(tenant, null, { expected: 0, ...wide })).toBe(true);
    expect(await store().put(tenant, "C1", { expected: 0, ...narrow })).toBe(true);
    expect(await store().get(tenant, null)).toEqual({ version: 1, ...wide });
    expect(await store().get(tenant, "C1")).toEqual({ version: 1, ...narrow });
    expect(await store().get(tenant, "C2")).toBeNull();
  });

  it("refuses a change made on an older version, or on one yet to come", async () => {
    const tenant = aTenant();
    const put = (expected: number) => store().put(tenant, null, { expected, value: {}, by: ann, at: noon() });
    expect(await put(1)).toBe(false);
    expect(await put(0)).toBe(true);
    expect(await put(0)).toBe(false);
    expect(await put(1)).toBe(true);
  });

  it("lets one of ten changes made at once through", async () => {
    const tenant = aTenant();
    const change = (n: number) => ({ expected: 0, value: { n }, by: ann, at: noon() });
    const results = await Promise.all(Array.from({ length: 10 }, (_, n) => store().put(tenant, null, change(n))));
    const [winner, ...others] = results.flatMap((won, n) => (won ? [n] : []));
    expect(others).toEqual([]);
    expect((await store().get(tenant, null))?.value).toEqual({ n: winner });
  });

  it("tells who changed what and when, newest first, page by page", async () => {
    const tenant = aTenant();
    for (const n of [0, 1, 2])
      await store().put(tenant, "C1", { expected: n, value: { n }, by: n === 1 ? bob : ann, at: noon(n) });
    const first = await store().changes(tenant, "C1", { limit: 2, before: null });
    expect(first.items).toEqual([
      { version: 3, value: { n: 2 }, by: ann, at: noon(2) },
      { version: 2, value: { n: 1 }, by: bob, at: noon(1) },
    ]);
    const second = await store().changes(tenant, "C1", { limit: 2, before: first.next });
    expect(second).toEqual({ items: [{ version: 1, value: { n: 0 }, by: ann, at: noon(0) }], next: null });
  });
}
