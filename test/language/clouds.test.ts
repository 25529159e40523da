import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const read = (text: string) => understand(text, vocabulary);

describe("a cloud or platform", () => {
  it.each([
    ["we are tied to GCP by contract through 2028", "gcp"],
    ["came from azure two years ago, happy at DO since", "digitalocean"],
    ["moved from linode to hetzner last year", "hetzner"],
    ["our stuff lives at Hetzner but the customer insists on Azure", "hetzner"],
    ["we're an all-Microsoft house, intune and dynamics included", "azure"],
    ["everything runs on DO right now", "digitalocean"],
    ["currently on a single hetzner box", "hetzner"],
    ["fed up with azure", "azure"],
    ["our parent company uses Azure, we're on Hetzner", "hetzner"],
  ])("is in use: %s", (text, cloud) => {
    expect(read(text).input.existingCloud).toBe(cloud);
  });

  it.each([
    "my old job ran EKS",
    "at my previous company we used GKE",
    "I have worked with AKS at a former employer",
    "our competitor is on AWS",
    "parent company is an Azure shop",
    "we migrated off azure two years ago",
    "what DO we need, and should I DO this",
  ])("is in nobody's use: %s", (text) => {
    const { existingCloud, running } = read(text).input;
    expect({ existingCloud, running }).toEqual({});
  });

  it.each([
    ["shortlist: Scaleway, OVH, civo", ["scaleway-kapsule", "ovh-mks", "civo"]],
    ["my cto insists on EKS", ["eks"]],
    ["client demands AKS", ["aks"]],
    ["a colleague recommends civo", ["civo"]],
    ["three EKS clusters", ["eks"]],
  ])("is asked about: %s", (text, asked) => {
    expect(read(text).asked).toEqual(asked);
    expect(read(text).input.running).toBeUndefined();
  });

  it.each([
    ["Google killed too many products on us, leave them out", ["gcp"]],
    ["AWS and Azure, no thanks", ["aws", "azure"]],
    ["the big three are out of the question", ["aws", "azure", "gcp"]],
    ["not interested in hyperscalers", ["aws", "azure", "gcp"]],
  ])("is left out: %s", (text, excluded) => {
    expect(read(text).input).toEqual({ excluded });
  });

  it("runs where so many clusters of it are there", () => {
    expect(read("4 EKS clusters, all on 1.34").input).toMatchObject({ running: "eks", clusters: 4 });
  });
});
