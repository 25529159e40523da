import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import { aDecision, ann, asked, aTenant, exported, noon, operating } from "../samples.ts";

export function erasesWhoLeft(given: () => Store): void {
  const doing = { by: { id: "k8s-advise", name: "k8s-advise" }, at: noon(900) };
  /** The workspaces among `ours` that were erased, with how much of each. */
  const erase = async (before: string, ours: readonly Tenant[]) => {
    const erased = new Map<string, number>();
    for await (const each of given().departures.erase(before, doing)) erased.set(each.workspace, each.erased);
    return ours.map(({ shell, id }) => erased.get(`${shell}:${id}`) ?? null);
  };
  const workspace = async (): Promise<Tenant> => {
    const tenant = aTenant();
    await given().estimates.put(tenant, asked("e1", ann, noon(1)));
    await given().decisions.record(tenant, aDecision("d1", { at: noon(2) }));
    return tenant;
  };

  it("erases all about a workspace some time after it removed the app, once, and nobody else's", async () => {
    const [gone, later, other] = [await workspace(), await workspace(), await workspace()];
    await given().departures.left(gone, noon(10));
    await given().departures.left(later, noon(700));
    expect(await erase(noon(10), [gone, later, other])).toEqual([null, null, null]);
    expect(await erase(noon(600), [gone, later, other])).toEqual([2, null, null]);
    expect(await erase(noon(600), [gone, later, other])).toEqual([null, null, null]);
    const left = await exported(given(), gone);
    expect(left.map(({ kind, record }) => [kind, record["action"], record["person_name"]])).toEqual([
      ["audit", "erased", "k8s-advise"],
    ]);
    expect(await given().estimates.get(later, "e1")).not.toBeNull();
    expect(await given().estimates.get(other, "e1")).not.toBeNull();
  });

  it("leaves a workspace that is back: installed again, added again, or used again", async () => {
    const back = [await workspace(), await workspace(), await workspace(), await workspace()] as const;
    for (const tenant of back) await given().departures.left(tenant, noon(10));
    await given().installations.save({ key: back[0].id, json: "{}" });
    await given().departures.returned(back[1]);
    await given().estimates.put(back[2], asked("e2", ann, noon(11)));
    await given().receipts.claim(back[3], "Ev2"); // now, which is long after
    expect(await erase(noon(600), back)).toEqual([null, null, null, null]);
    for (const tenant of back) expect(await given().estimates.get(tenant, "e1")).not.toBeNull();
  });

  it("counts from the last time that it was removed", async () => {
    const tenant = await workspace();
    await given().departures.left(tenant, noon(10));
    await given().departures.left(tenant, noon(500));
    expect(await erase(noon(400), [tenant])).toEqual([null]);
    expect(await erase(noon(600), [tenant])).toEqual([2]);
  });

  it("comes to an end where more left than are looked at in one go", async () => {
    const many = Array.from({ length: 103 }, aTenant);
    for (const tenant of many) await given().departures.left(tenant, noon(10));
    expect(await erase(noon(600), many)).toEqual(many.map(() => 0));
  });

  it("erases a workspace of more rows than go in one batch", async () => {
    const tenant = aTenant();
    for (let n = 0; n < 1_003; n++) await given().receipts.claim(tenant, `Ev${n}`);
    expect(await given().data.delete(tenant, null, operating)).toBe(1_003);
  });
}
