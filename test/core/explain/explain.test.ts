import { describe, expect, it } from "vitest";
import type { CatalogData } from "../../../src/core/catalog/catalog.ts";
import { explain, findTopic } from "../../../src/core/explain/explain.ts";
import type { Explanation } from "../../../src/core/explain/topic.ts";
import { TOPICS } from "../../../src/core/explain/topics/index.ts";
import { catalogData, knowledgeOf, today } from "../real-catalog.ts";

const ids = TOPICS.map(({ id }) => id);
const AMOUNT = /-?[\d,]+\.\d+ (?:USD|EUR)/g;

function explained(id: string, book = today.book): Explanation {
  const found = explain(id, book);
  if (found === null) throw new Error(`No topic ${id}`);
  return found;
}

const figureValue = (id: string, label: string) =>
  explained(id).figures.find((figure) => figure.label.includes(label))?.value;

describe("every topic", () => {
  it.each(ids)("%s has a few short paragraphs and figures that can be checked", (id) => {
    const { title, paragraphs, figures } = explained(id);
    expect(title.length).toBeGreaterThan(5);
    expect(paragraphs.length).toBeGreaterThanOrEqual(2);
    expect(paragraphs.length).toBeLessThanOrEqual(4);
    for (const paragraph of paragraphs) expect(paragraph.length).toBeLessThan(480);
    expect(figures.length).toBeGreaterThan(0);
    for (const { label, value, source, asOf } of figures) {
      expect(label).not.toBe("");
      expect(value).not.toMatch(/undefined|NaN|null/);
      expect(source).toMatch(/^https:\/\//);
      expect(asOf ?? "2026-01-01").toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it.each(ids)("%s has money in its figures alone", (id) => {
    expect(explained(id).paragraphs.join(" ")).not.toMatch(/\d (?:USD|EUR|dollars?)|[$€]/);
  });

  it.each(ids)("%s relates to topics that exist and that relate back", (id) => {
    for (const other of explained(id).related) expect(explained(other).related).toContain(id);
  });

  it.each(ids)("%s is found by its id, its title and each of its aliases", (id) => {
    const topic = TOPICS.find((each) => each.id === id);
    for (const name of [id, topic?.title ?? "", ...(topic?.aliases ?? [])]) expect(findTopic(name)).toBe(id);
  });

  it("has an id of its own", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("figures", () => {
  it("are worked out of the book: with every price doubled, every sum is", () => {
    const doubled: CatalogData = {
      ...catalogData,
      prices: catalogData.prices.map((row) => ({ ...row, listUnitPrice: row.listUnitPrice * 2 })),
      tieredPrices: catalogData.tieredPrices.map((row) => ({
        ...row,
        tiers: row.tiers.map((tier) => ({ ...tier, listUnitPrice: tier.listUnitPrice * 2 })),
      })),
    };
    const { book } = knowledgeOf(doubled);
    for (const id of ids) {
      const before = explained(id).figures.filter(({ asOf }) => asOf !== null);
      const after = explained(id, book).figures.filter(({ asOf }) => asOf !== null);
      for (const [i, { label, value }] of before.entries()) {
        if (id === "credits") continue; // its second sum is a most, not a price
        expect(after[i]?.label).toBe(label);
        for (const [j, amount] of (value.match(AMOUNT) ?? []).entries()) {
          const twice = 2 * Number.parseFloat(amount.replaceAll(",", ""));
          const now = Number.parseFloat((after[i]?.value.match(AMOUNT)?.[j] ?? "").replaceAll(",", ""));
          expect(now, `${label}: ${value}`).toBeCloseTo(twice, 1);
        }
      }
    }
  });

  it("count a fee by the hour over 730 hours", () => {
    // 730 × 0.10 = 73.00
    expect(figureValue("control-plane", "Amazon EKS, Standard")).toBe("0.10 USD an hour, 73.00 USD a month");
  });

  it("show a surcharge on top of the fee it is added to", () => {
    // 730 × 0.50 = 365.00
    expect(figureValue("control-plane", "GKE Standard, regional, Extended")).toBe(
      "0.10 USD an hour, 73.00 USD a month, and on top 0.50 USD an hour, 365.00 USD a month",
    );
  });

  it("take the free allowance off a TB of egress", () => {
    // (1,024 − 100) × 0.09 = 83.16
    expect(figureValue("egress", "Amazon")).toBe("0.09 USD a GiB after 100 GiB free, 83.16 USD a TB in N. Virginia");
  });

  it("round a Fargate pod as it is billed", () => {
    // 8 GiB + 256 MiB do not fit 1 vCPU (at most 8): 2 vCPU and 9 GiB. 730 × (2 × 0.04048 + 9 × 0.004445) = 88.30
    expect(figureValue("fargate", "1 vCPU and 8 GiB")).toBe(
      "billed as 2 vCPU and 9 GiB: 88.30 USD a month in N. Virginia",
    );
  });

  it("price the pod that Autopilot gives to who asks for nothing", () => {
    // 730 × (0.5 × 0.0445 + 2 × 0.0049225) = 23.43
    expect(figureValue("autopilot", "0.5 vCPU and 2 GiB")).toContain("23.43 USD a month");
  });

  it("turn a promise into minutes of a month", () => {
    // 0.0005 × 43,800 = 21.9; 0.001 × 43,800 = 43.8
    expect(figureValue("sla", "Azure Kubernetes Service, Standard")).toBe(
      "99.9 % for the Kubernetes API, at most 43.8 minutes down a month; in three zones 99.95 %, 21.9 minutes down a month",
    );
  });

  it("show what a node leaves by its platform's own rule", () => {
    // DigitalOcean's table: 2.5 of 4 GiB
    expect(figureValue("allocatable", "s-2vcpu-4gb")).toContain("leaves 2.5 GiB");
  });

  it("name both prices of a server, the kept one first", () => {
    expect(figureValue("hetzner-2026", "cpx22")).toBe(
      "7.99 EUR a month for servers ordered before, 19.49 EUR for new orders",
    );
  });

  it("say the same of several platforms once", () => {
    for (const id of ids) {
      const { figures } = explained(id);
      const said = figures.map(({ value, source }) => `${value} ${source}`);
      expect(new Set(said).size, id).toBe(said.length);
    }
  });

  it("list what the laptop lacks in words of the catalog", () => {
    expect(explained("docker-desktop").paragraphs.join(" ")).toContain("a public load balancer");
  });
});

describe("findTopic", () => {
  it.each([
    ["k8s vs docker desktop", "docker-desktop"],
    ["What could go wrong with Docker Desktop?", "docker-desktop"],
    ["n+1", "n+1"],
    ["N + 1 nodes", "n+1"],
    ["control plane sla", "sla"],
    ["what is egress", "egress"],
    ["what's a control plane?", "control-plane"],
    ["managed vs self-managed", "managed-vs-self-managed"],
    ["HIPAA", "hipaa"],
    ["how does ranking work", "ranking"],
    ["price dates", "price-dates"],
    ["GKE credit", "credits"],
    ["do I need Kubernetes at all", "not-kubernetes"],
    ["savings plans", "commitments"],
    ["hetzner prices", "hetzner-2026"],
    ["eu-sovereignty", "sovereignty"],
  ])("reads %s as %s", (text, id) => {
    expect(findTopic(text)).toBe(id);
  });

  it.each(["", "   ", "bananas", "natural", "slab", "?".repeat(10_000)])("finds none in %j", (text) => {
    expect(findTopic(text)).toBeNull();
  });

  it("gives no explanation of an id that is none", () => {
    expect(explain("bananas", today.book)).toBeNull();
  });
});
