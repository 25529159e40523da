import { expect, it } from "vitest";
import type { Receipts } from "../../../../src/app/ports/job-queue.ts";
import { aTenant } from "../samples.ts";

export function givesReceipts(receipts: () => Receipts): void {
  it("says yes to one of twenty who claim the same event at once, and to nobody after", async () => {
    const tenant = aTenant();
    const claims = await Promise.all(Array.from({ length: 20 }, () => receipts().claim(tenant, "Ev1")));
    expect(claims.filter((first) => first)).toHaveLength(1);
    expect(await receipts().claim(tenant, "Ev1")).toBe(false);
    expect(await receipts().claim(tenant, "Ev2")).toBe(true);
  });

  it("tells what was claimed from what was not", async () => {
    const tenant = aTenant();
    expect(await receipts().has(tenant, "Ev1")).toBe(false);
    await receipts().claim(tenant, "Ev1");
    expect(await receipts().has(tenant, "Ev1")).toBe(true);
    expect(await receipts().has(tenant, "Ev2")).toBe(false);
  });
}
