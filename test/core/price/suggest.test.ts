import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suggestPrices } from "../../../src/core/price/suggest.ts";
import { today } from "../real-catalog.ts";

const values = (typed: string, most = 5) => suggestPrices(typed, most, today.book).map(({ value }) => value);

describe("what a price question may become", () => {
  it("is a few examples before anything is typed", () => {
    expect(values("", 2)).toEqual(["t3.medium x3 frankfurt", "4 vcpu 16 gb frankfurt"]);
  });

  it("is names that start so, the shortest first, and what was typed at last", () => {
    expect(suggestPrices("t3.m", 5, today.book)).toEqual([
      { label: "t3.micro · 2 vCPU, 1 GiB", value: "t3.micro" },
      { label: "t3.medium · 2 vCPU, 4 GiB", value: "t3.medium" },
      { label: "t3.m", value: "t3.m" },
    ]);
  });

  it("is names that hold it after those", () => {
    expect(values("cx2")).toEqual(["cx23", "ccx23", "cx2"]);
  });

  it("completes the last word alone", () => {
    expect(values("t3.medium fra")).toEqual(["t3.medium fra1", "t3.medium frankfurt", "t3.medium fra"]);
  });

  it("finds services by their names in the catalog, in any case", () => {
    expect(values("EKS-cluster-e")).toContain("eks-cluster-extended");
  });

  it("is what was typed where nothing is called so, and after a space", () => {
    expect(values("zzz")).toEqual(["zzz"]);
    expect(values("t3.medium ")).toEqual(["t3.medium"]);
  });

  it("is never more than asked for, never twice the same, never too long", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 25 }), (typed, most) => {
        const found = suggestPrices(typed, most, today.book);
        expect(found.length).toBeLessThanOrEqual(most);
        expect(new Set(found.map(({ value }) => value)).size).toBe(found.length);
        for (const { label } of found) expect(label.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 50 },
    );
  });
});
