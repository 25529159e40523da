import { describe, expect, it } from "vitest";
import type { CatalogData } from "../../src/core/catalog/catalog.ts";
import { namesIn } from "../../src/language/lexicon/vocabulary.ts";
import { closeNames, isOneEdit } from "../../src/language/text/spelling.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const rate = (asOf: string, unitsPerUsd: number): CatalogData["fx"][number] => ({
  currency: "EUR",
  unitsPerUsd,
  asOf,
  basis: "day",
  source: "https://example.com/",
});
const NOTHING: Pick<CatalogData, "platforms" | "providers" | "places" | "regions" | "instanceTypes" | "services"> = {
  platforms: [],
  providers: [],
  places: [],
  regions: [],
  instanceTypes: [],
  services: [],
};

describe("the names of a catalog", () => {
  it("convert with the newest rate known on the day", () => {
    const { usdPer } = namesIn(
      { ...NOTHING, fx: [rate("2026-08-01", 0.8), rate("2026-02-01", 0.5), rate("2026-09-01", 1)] },
      "2026-08-14",
    );
    expect(usdPer("EUR")).toBe(1.25); // 1 / 0.8
    expect(usdPer("USD")).toBe(1);
    expect(usdPer("GBP")).toBeNull();
  });

  it("give every platform of a shared name, the usual one first", () => {
    expect(vocabulary.phrases.get("gke")?.map(({ meaning }) => meaning.platforms)).toContainEqual([
      "gke-zonal",
      "gke-regional",
      "gke-autopilot",
    ]);
  });
});

describe("spelling", () => {
  it.each([
    ["hetzer", "hetzner", true],
    ["frankfrut", "frankfurt", true],
    ["frankfort", "frankfurt", true],
    ["frankfurtt", "frankfurt", true],
    ["frnakfrut", "frankfurt", false],
    ["rankfurt", "frankfurt", false], // the first letter stands
    ["frankfurt", "frankfurt", false],
  ])("%s for %s", (typed, name, expected) => {
    expect(isOneEdit(typed, name)).toBe(expected);
  });

  it("offers machines of the same family before others as near", () => {
    expect(closeNames("cx29", vocabulary, 4)).toEqual(["cx22", "cx23", "cx33", "cpx21"]);
    expect(closeNames("zzz", vocabulary, 4)).toEqual([]);
  });
});
