import { describe, expect, it } from "vitest";
import { notesOn, priceNotesOn } from "../../../src/core/decision/platform-notes.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { catalogData, knowledgeOf, pricedOf } from "../real-catalog.ts";

const text = (id: string, asked: RequirementInput, tier?: string, asOf?: string) =>
  notesOn(pricedOf(id, asked, tier, knowledgeOf(catalogData, asOf))).join(" ");

describe("the notes on a plan", () => {
  it("speak of small nodes only where some are planned", () => {
    expect(text("doks", { workload: { nodes: 2, instanceType: "s-1vcpu-2gb" } })).toContain("A 2 GiB node");
    expect(text("doks", { workload: { nodes: 2, instanceType: "s-2vcpu-4gb" } })).not.toContain("A 2 GiB node");
  });

  it("speak of a tier only with it", () => {
    expect(text("aks", { purpose: "demo" }, "free")).toContain("The Free tier");
    expect(text("aks", { purpose: "demo" }, "standard")).not.toContain("The Free tier");
  });

  it("speak of what a feature meets only where it is asked for", () => {
    const hetzner = { region: "eu-central", kubernetesExperience: "expert" as const };
    expect(text("hetzner-k3s", { ...hetzner, features: ["stateful"] }, "ha")).toContain("no managed database");
    expect(text("hetzner-k3s", hetzner, "ha")).not.toContain("no managed database");
  });

  it("know nothing of what came after the day of the answer", () => {
    const asked = { region: "eu-central", kubernetesExperience: "expert" as const };
    expect(text("hetzner-k3s", asked, "ha", "2026-04-15")).not.toMatch(/2026-0[69]|15 June/);
    expect(text("hetzner-k3s", asked, "ha")).toContain("15 June");
  });
});

describe("the notes on older prices", () => {
  it("go with a rejection for money, whatever was planned", () => {
    const priced = pricedOf("doks", { workload: { nodes: 2, instanceType: "s-2vcpu-4gb" } });
    expect(priceNotesOn(priced).join(" ")).toContain("A 2 GiB node");
  });
});
