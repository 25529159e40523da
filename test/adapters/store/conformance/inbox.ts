import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import { type Clock, INBOX_HELD_MS } from "../../../../src/app/ports.ts";
import { aTenant } from "../samples.ts";

/** Processes are stores on one database, each with a clock that stands until it is moved. */
export function takesOver(process: (clock: Clock) => Store): void {
  const during = (ms: number): Store => process({ now: () => new Date(Date.UTC(2026, 10, 22, 12) + ms) });
  const work = (key: string) => ({ key, personId: "U1", body: `work ${key}` });
  const keysOf = (taken: { key: string }[]) => taken.map(({ key }) => key);
  const late = INBOX_HELD_MS + 1;

  it("keeps for one of twenty who take the same at once, and for nobody after", async () => {
    const tenant = { ...aTenant(), shell: "cli" as const };
    const { inbox, receipts } = during(0);
    const take = () => inbox.take(tenant, work("a"), ["a:1", "a:2"]);
    const taken = await Promise.all(Array.from({ length: 20 }, take));
    expect(taken.filter((first) => first)).toHaveLength(1);
    await inbox.done(tenant, "a");
    expect(await take()).toBe(false);
    expect(await during(late).inbox.takeOver("cli")).toEqual([]); // nor kept again
    expect(await receipts.claim(tenant, "a:2")).toBe(false);
    expect(await inbox.take(tenant, work("b"), ["b:1", "a:2"])).toBe(true); // the first alone decides
  });

  it("hands what a silent process kept to one other, in the order it was kept, and what is done to none", async () => {
    const tenant = aTenant();
    for (const [ms, key] of ["a", "b", "c"].entries()) await during(ms).inbox.keep(tenant, work(key));
    await during(3).inbox.done(tenant, "b");
    const others = [during(late + 3), during(late + 3)];
    const taken = await Promise.all(others.map((other) => other.inbox.takeOver("slack")));
    const ours = taken.flat().filter((each) => each.tenant.id === tenant.id);
    expect(ours).toEqual([
      { tenant, key: "a", body: "work a", at: "2026-11-22T12:00:00.000Z" },
      { tenant, key: "c", body: "work c", at: "2026-11-22T12:00:00.002Z" },
    ]);
  });

  it("leaves alone what is another shell's, and what its process still holds", async () => {
    const tenant = { ...aTenant(), shell: "discord" as const };
    let now = 0;
    const living = process({ now: () => new Date(Date.UTC(2026, 10, 23) + now) });
    const other = process({ now: () => new Date(Date.UTC(2026, 10, 23) + now) });
    await living.inbox.keep(tenant, work("held"));
    now = late - 5;
    await living.inbox.hold();
    now = late + 5;
    expect(keysOf(await other.inbox.takeOver("discord"))).toEqual([]);
    now = 2 * late;
    expect(keysOf(await other.inbox.takeOver("slack"))).not.toContain("held");
    expect(keysOf(await other.inbox.takeOver("discord"))).toEqual(["held"]);
    expect(keysOf(await other.inbox.takeOver("discord"))).toEqual([]); // held by who took it
  });

  it("keeps how far the work came in place of what it was", async () => {
    const tenant = { ...aTenant(), shell: "playground" as const };
    const [first, second] = [during(0), during(late)];
    await first.inbox.keep(tenant, work("a"));
    await first.inbox.keep(tenant, { ...work("a"), body: "half done" });
    expect(await second.inbox.takeOver("playground")).toMatchObject([{ key: "a", body: "half done" }]);
  });
}
