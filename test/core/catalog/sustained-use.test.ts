import { describe, expect, it } from "vitest";
import { sustainedUseShare, sustainedUseText } from "../../../src/core/catalog/sustained-use.ts";
import { aReading, tinyCatalog } from "../tiny-catalog.ts";

const [acme] = tinyCatalog().providers; // its month has 624 hours
if (acme === undefined) throw new Error("no provider");
const rule = { provider: "acme", families: ["m"], percentOff: [0, 20, 40, 60], reading: aReading() };

describe("the share that running long takes off", () => {
  it.each([
    [156, 0], // a quarter, the part without any
    [312, 0.1], // half: 156 h at 20 % of 312
    [468, 0.2], // three quarters: 156 × (0.2 + 0.4) of 468
    [624, 0.3], // 156 × (0.2 + 0.4 + 0.6) of 624
    [730, 0.3], // a month is never longer than the provider's
    [234, 1 / 15], // 78 h at 20 % are 15.6 of 234
    [0, 0],
  ])("for %d hours is %d", (hours, share) => {
    expect(sustainedUseShare(rule, hours, acme)).toBeCloseTo(share, 10);
  });

  it("is none without a rule", () => {
    expect(sustainedUseShare(null, 624, acme)).toBe(0);
  });

  it("is said with the time it is for", () => {
    expect(sustainedUseText(0.3, 624, acme)).toBe("sustained use, 30 % off for running all month");
    expect(sustainedUseText(1 / 15, 234, acme)).toBe("sustained use, 6.7 % off for running 234 of 624 hours");
  });
});
