import { describe, expect, it } from "vitest";
import { places } from "../../../src/core/question/places.ts";
import { tinyCatalog } from "../tiny-catalog.ts";

const known = places(tinyCatalog());

describe("the name of a place", () => {
  it.each([
    ["a geography's own", "eu-central", "eu-central"],
    ["a region's id", "muc", "eu-central"],
    ["where a region stands", "Frankfurt", "eu-central"],
    ["in the list of places", "Berlin", "eu-central"],
    ["in any case, with spaces around it", "  NEW york ", "us-east"],
    ["nobody's", "atlantis", null],
  ])("is %s", (_whose, name, geography) => {
    expect(known.geographyOf(name)).toBe(geography);
  });

  it.each([
    ["the preferred one of a geography", "eu-central", "fra"],
    ["the preferred one near a place without a region", "berlin", "fra"],
    ["the one of that id, preferred or not", "MUC", "muc"],
    ["the one that stands there", "munich", "muc"],
  ])("means %s", (_which, name, id) => {
    expect(known.regionFor("acme", name)?.id).toBe(id);
  });

  it("means none where the provider has none there, or is unknown itself", () => {
    expect(known.regionFor("acme", "japan")).toBeNull();
    expect(known.regionFor("acme", "atlantis")).toBeNull();
    expect(known.regionFor("nobody", "eu-central")).toBeNull();
  });
});
