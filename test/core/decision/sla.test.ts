import { describe, expect, it } from "vitest";
import { slaOf } from "../../../src/core/decision/sla.ts";
import { offerOf } from "../real-catalog.ts";

describe("what a tier promises", () => {
  it.each([
    ["aks", "standard", 1, 99.9],
    ["aks", "standard", 3, 99.95], // more with nodes in three zones
    ["aks", "standard", 2, 99.9], // and not with two
    ["eks", "standard", 1, 99.95],
    ["eks", "standard", 3, 99.95], // the same wherever the nodes are
    ["doks", "basic", 1, null], // nothing
    ["doks", "ha", 1, 99.95],
  ])("%s %s in %d zones: %s", (id, tier, zones, expected) => {
    expect(slaOf(offerOf(id, {}, tier).tier, zones)).toBe(expected);
  });
});
