import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ESTIMATE_VERSION, readEstimate } from "../../../src/adapters/store/body.ts";
import { anEstimate } from "./samples.ts";

/** A body as each version of the program wrote it; a file here is never edited, a new version adds one. */
const bodies = Array.from({ length: ESTIMATE_VERSION + 1 }, (_, version) => ({ version }));

it.each(bodies)("reads an estimate that version $version wrote", ({ version }) => {
  const text = readFileSync(new URL(`../../fixtures/estimate-body-${version}.json`, import.meta.url), "utf8");
  const estimate = readEstimate(text, version, "estimate e1");
  expect(estimate.ranking[0]?.bill.total).toBe(24);
  expect(estimate.requirement.region).toBe("eu-central");
});

it("applies the upgrades that a body has not had, in their order", () => {
  const { flips: _, ...older } = anEstimate("e1");
  const upgrades = [
    () => expect.unreachable("a body of version 1 has had this one"),
    (body: unknown) => ({ ...Object(body), flips: "soon" }),
    (body: unknown) => ({ ...Object(body), flips: [] }),
  ];
  expect(readEstimate(JSON.stringify(older), 1, "estimate e1", upgrades)).toEqual(anEstimate("e1"));
});

it.each(["{", "{}", "null"])("names the row that holds %s, which is no estimate", (text) => {
  expect(() => readEstimate(text, ESTIMATE_VERSION, "estimate e1")).toThrow("The store cannot read estimate e1.");
});
