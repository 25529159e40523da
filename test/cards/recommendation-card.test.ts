import { describe, expect, it } from "vitest";
import { recommendationCard } from "../../src/cards/recommendation-card.ts";
import type { Estimate } from "../../src/core/estimate.ts";
import { choicesOf, estimateFor, names, sectionOf, textOf } from "./setup.ts";

const draft = { shared: false, steps: [] };
const shared = { shared: true, steps: [] };
const mvp = estimateFor({ purpose: "mvp", engineers: 2 });

describe("recommendationCard", () => {
  it("leads with the verdict, the bill and the cluster in one line", () => {
    const card = recommendationCard(mvp, names, draft);
    expect(card.title).toMatch(/^DigitalOcean Kubernetes: [\d.]+ USD a month \(3 services assumed\)$/);
    expect(sectionOf(card, "facts").facts[0]).toEqual({
      label: "Cluster",
      value: "2 × s-2vcpu-4gb, nyc3 (New York 3), basic control plane",
    });
  });

  it("keeps its order: facts, why, bill, chart, true cost, runners-up, warnings, footer", () => {
    const kinds = recommendationCard(mvp, names, draft).sections.map(({ kind }) => kind);
    expect(kinds.slice(0, 7)).toEqual(["text", "facts", "list", "table", "chart", "facts", "table"]);
    expect(kinds.at(-1)).toBe("footer");
  });

  it("offers to share a draft, and to vote on what is shared", () => {
    const names_ = (view: typeof draft) => recommendationCard(mvp, names, view).actions.map(({ name }) => name);
    expect(names_(draft)).toEqual(["share", "change", "compare", "cost-lines", "decide", "why-not"]);
    expect(names_(shared)).toEqual(["change", "compare", "cost-lines", "decide", "why-not", "vote"]);
  });

  it("asks why not of every platform but the first", () => {
    const ids = choicesOf(recommendationCard(mvp, names, draft), "why-not");
    expect(ids).toContain("docker-desktop");
    expect(ids).not.toContain(mvp.verdict.platform);
    expect(ids).toHaveLength(mvp.ranking.length + mvp.rejected.length - 1);
  });

  it("says of a demo why it should not run on the laptop", () => {
    const text = textOf(recommendationCard(estimateFor({ purpose: "demo" }), names, draft));
    expect(text).toContain("Not on Docker Desktop: ");
    expect(textOf(recommendationCard(mvp, names, draft))).not.toContain("Not on Docker Desktop");
  });

  it("warns in its title when the budget cannot be met", () => {
    const card = recommendationCard(estimateFor({ budgetUsd: 1 }), names, draft);
    expect(card.title).toMatch(/^Over your budget: /);
    expect(card.tone).toBe("warning");
  });

  it("says to stay where staying wins", () => {
    const asked = { existingCloud: "aws", running: "eks", engineers: 5, kubernetesExperience: "expert" } as const;
    const card = recommendationCard(estimateFor(asked), names, draft);
    expect(card.title).toMatch(/^Stay on Amazon EKS: /);
  });

  it.each([
    [100, "more"],
    [-10, "less"],
  ])("sets what is paid today beside the bill: %d", (more, word) => {
    const bill = mvp.ranking[0]?.bill.total ?? 0;
    const asked = { purpose: "mvp", engineers: 2, spendTodayUsd: bill + more } as const;
    const estimate = estimateFor(asked);
    expect(textOf(recommendationCard(estimate, names, draft))).toContain(
      `You pay ${(bill + more).toFixed(2)} USD a month today: ${Math.abs(more)}.00 USD ${word} than this bill.`,
    );
    expect(estimate.ranking.map(({ platform }) => platform)).toEqual(mvp.ranking.map(({ platform }) => platform));
  });

  it("has an answer for when nothing fits", () => {
    const card = recommendationCard({ ...mvp, ranking: [] }, names, draft);
    expect(card.title).toBe("No platform fits");
    expect(card.actions.map(({ name }) => name)).toEqual(["share", "change", "compare", "why-not"]);
  });

  it("quotes what it understood once, and all of it", () => {
    const understood = [
      { text: "2 engineers", key: "engineers", value: 2 },
      { text: "engineers", key: "engineers", value: 2 },
      { text: "MVP", key: "purpose", value: "mvp" },
      { text: "EKS", key: "asked", value: ["eks"] },
      { text: "no GPU", key: "features", value: { without: "gpu" } },
    ];
    const text = textOf(recommendationCard({ ...mvp, understood }, names, draft));
    expect(text).toContain(
      "Understood: Team: 2 people (“2 engineers”) · Purpose: a first product (MVP) (“MVP”) · “EKS” · “no GPU”\n",
    );
  });

  it("says so where the order is not that of true cost", () => {
    const [first, second, ...others] = mvp.ranking;
    if (first === undefined || second === undefined) throw new Error("An MVP has two answers");
    const told = (ranking: Estimate["ranking"]) => textOf(recommendationCard({ ...mvp, ranking }, names, draft));
    const says = "The order weighs what counts most here, not true cost alone.";
    const byCost = mvp.ranking.toSorted((a, b) => a.trueCost - b.trueCost);
    expect(told(byCost)).not.toContain(says);
    expect(told([{ ...first, trueCost: second.trueCost + 1 }, second, ...others])).toContain(says);
  });

  it("says less where its parts are long, and keeps what matters most", () => {
    const long = (text: string) => `${text} ${"It goes on and on. ".repeat(30)}`;
    const [first, ...others] = mvp.ranking;
    if (first === undefined) throw new Error("An MVP has an answer");
    const wordy = { ...first, reason: long("Reason."), warnings: Array.from({ length: 9 }, () => long("Beware.")) };
    const flips = mvp.flips.map((flip) => ({ ...flip, text: long("Flip.") }));
    const estimate = {
      ...mvp,
      flips,
      ranking: [wordy, ...others],
      verdict: { ...mvp.verdict, reason: long("Verdict.").repeat(9) },
    };
    const text = textOf(recommendationCard(estimate, names, draft));
    expect(text.length).toBeLessThanOrEqual(3_800);
    for (const kept of ["Verdict.", "Beware.", "Monthly bill", "estimate k7f3a2", "behind “Compare all”"])
      expect(text).toContain(kept);
  });

  it("quotes what it did not understand and names what it assumed", () => {
    const text = textOf(recommendationCard({ ...mvp, unparsed: ["purple"] }, names, draft));
    expect(text).toContain("Not understood, so not counted: “purple”.");
    expect(text).toContain("Assumed, as you did not say: Workload: 3 services × 2 copies, each 0.25 CPU and 512 MiB");
  });
});
