import { describe, expect, it } from "vitest";
import { groupBy } from "../../src/core/group-by.ts";
import { catalogData, pricedOf, today } from "./real-catalog.ts";

describe("a machine's name", () => {
  it.each([
    ["D4s_v5", "Standard_D4s_v5"],
    ["standard d4s v5", "Standard_D4s_v5"],
    ["B2s", "Standard_B2s"],
    ["t3 medium", "t3.medium"],
    ["e2 standard 4", "e2-standard-4"],
    ["E2-Standard-4", "e2-standard-4"],
    ["f1-micro", "e2-micro"],
    ["CX22", "cx23"],
    ["DS2_v2", "Standard_D2s_v5"],
  ])("is found as people write it: %s is %s", (name, id) => {
    expect(today.book.findInstanceTypes(name).map((type) => type.id)).toEqual([id]);
  });

  it.each(["", "standard", "t3.huge", "constructor"])("that is none finds nothing: %j", (name) => {
    expect(today.book.findInstanceTypes(name)).toEqual([]);
  });

  it("means one machine of a provider, whatever signs it is written with", () => {
    const bare = (id: string) => id.toLowerCase().replace(/^standard_|[^a-z0-9]/g, "");
    for (const types of groupBy(catalogData.instanceTypes, ({ provider, id }) => `${provider} ${bare(id)}`).values())
      expect(types.map(({ id }) => id)).toHaveLength(1);
  });

  it("of a retired machine is read as one at least as large, and that is said", () => {
    const sizes: Record<string, [number, number]> = { cx22: [2, 4], "m4.xlarge": [4, 16], Standard_DS3_v2: [4, 14] };
    for (const [name, [vcpu, memoryGiB]] of Object.entries(sizes)) {
      const [type] = today.book.findInstanceTypes(name);
      expect(type?.vcpu).toBeGreaterThanOrEqual(vcpu);
      expect(type?.memoryGiB).toBeGreaterThanOrEqual(memoryGiB);
    }
    const { plan } = pricedOf("eks", { workload: { nodes: 3, instanceType: "m4.large" } });
    expect(plan.pools.map(({ machine, count }) => [machine.id, count])).toEqual([["m5.large", 3]]);
    expect(plan.notes).toContain("m4.large is an old machine without a price: read as m5.large, its successor.");
  });

  it("that is none is answered with the nearest", () => {
    const ask = () => pricedOf("eks", { workload: { nodes: 3, instanceType: "t3.mediun" } });
    expect(ask).toThrow(expect.objectContaining({ hint: expect.stringContaining("Did you mean t3.medium") }));
  });
});
