import { describe, expect, it } from "vitest";
import { distanceKm, fewPricesText } from "../../../src/core/decision/few-prices.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import { adviceOn, today } from "../real-catalog.ts";

const textFor = (region: string, only: string[] = []) =>
  fewPricesText(parseRequirement({ region, only }).requirement, today.book);

describe("how far two places are from each other", () => {
  // Two degrees of the equator are 2 / 360 of 2π × 6,371 km = 222.4 km; a quarter of the globe is 10,007.5 km.
  it.each<[[number, number], [number, number], number]>([
    [[0, 0], [0, 2], 222.4],
    [[0, 0], [90, 0], 10_007.5],
    [[25.3, 51.5], [19.1, 72.9], 2300], // Doha and Mumbai
    [[50.1, 8.7], [50.1, 8.7], 0],
  ])("%j and %j are %d km apart", (a, b, km) => {
    expect(Math.abs(distanceKm({ at: a }, { at: b }) - km)).toBeLessThan(km === 2300 ? 30 : 0.1);
  });
});

describe("where few can be compared", () => {
  it("is said with the nearest place where three platforms of two providers can", () => {
    expect(textFor("middle-east")).toBe(
      "In Doha only Google Cloud is priced: the nearest place with more to choose from is Mumbai, about 2,300 km away.",
    );
  });

  it("is nothing where there are enough, or where the platforms were named", () => {
    expect(textFor("korea")).toBeNull(); // AWS and Google, five platforms
    expect(textFor("eu-central")).toBeNull();
    expect(textFor("middle-east", ["gke-zonal"])).toBeNull();
  });

  it("stands in the verdict", () => {
    const { verdict } = adviceOn({ region: "middle-east", workload: { services: 6 } });
    expect(verdict.platform).toMatch(/^gke/);
    expect(verdict.reason).toContain("about 2,300 km away");
  });
});

describe("data that must stay in a country", () => {
  const warned = (region: string, features: ("data-residency" | "spot")[]) =>
    adviceOn({ region, features, workload: { services: 5 } }).ranking.flatMap(({ platform, warnings }) =>
      warnings.some((warning) => warning.includes("stays there")) ? [platform] : [],
    );

  it("is told of every platform whose region is in another one", () => {
    const elsewhere = warned("zurich", ["data-residency"]);
    expect(elsewhere).toContain("aks"); // Frankfurt
    expect(elsewhere).not.toContain("gke-zonal"); // Zurich
  });

  it("is no matter where nobody asked for it, and none for a geography of many countries", () => {
    expect(warned("zurich", [])).toEqual([]);
    expect(warned("eu-central", ["data-residency"])).toEqual([]);
  });
});
