import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { pricedOf } from "./real-catalog.ts";

const Bill = z.strictObject({
  platform: z.string(),
  region: z.string(),
  machine: z.string(),
  nodes: z.int().positive(),
  egressGiB: z.number(),
  figure: z.number(), // USD a month
  work: z.string(),
  asOf: z.iso.date(),
  source: z.url(),
});
const bills = z.array(Bill).parse(parse(readFileSync(new URL("./parity-bills.yaml", import.meta.url), "utf8")));

/** Cents are rounded line by line here and part by part there; two lines of traffic make two roundings. */
const CENTS = 0.05;

describe("bills worked out apart from the program", () => {
  it("are sixty or more, on four platforms, each once", () => {
    expect(bills.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(bills.map(({ platform }) => platform))]).toEqual(["eks", "aks", "gke-zonal", "doks"]);
    const ids = bills.map(({ platform, region, machine, nodes }) => [platform, region, machine, nodes].join(" "));
    expect(new Set(ids).size).toBe(bills.length);
  });

  it.each(bills)("$platform in $region, $nodes × $machine, $egressGiB GiB out: $figure = $work", (bill) => {
    const { total } = pricedOf(bill.platform, {
      region: bill.region,
      workload: { nodes: bill.nodes, instanceType: bill.machine },
      egressGiB: bill.egressGiB,
      storageGiB: 100,
      loadBalancers: 1,
      logsGiB: 0,
      backups: false,
      engineers: 3,
      purpose: "production",
    }).bill;
    expect(Math.abs(total - bill.figure)).toBeLessThanOrEqual(CENTS);
  });
});
