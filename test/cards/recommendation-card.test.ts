import { describe, expect, it } from "vitest";
import { partCard } from "../../src/cards/part-card.ts";
import { recommendationCard } from "../../src/cards/recommendation-card.ts";
import type { Estimate } from "../../src/core/decision/estimate.ts";
import { choicesOf, estimateFor, names, sectionOf, sectionText, textOf } from "./setup.ts";

const draft = { shared: false, steps: [] };
const shared = { shared: true, steps: [] };
const mvp = estimateFor({ purpose: "mvp", engineers: 2 });

describe("recommendationCard", () => {
  it("leads with short name, money and work, and says the cluster, why, and what comes next, without saying the title again", () => {
    const card = recommendationCard(mvp, names, draft);
    expect(card.title).toMatch(/^DOKS · \$\d+\/month, about 4 h of work \(3 services assumed\)$/);
    const [first] = card.sections;
    expect(first && sectionText(first)).toMatch(
      /^2 × s-2vcpu-4gb \(2 vCPU, 4 GiB\) in New York 3, basic control plane\. No control-plane fee.*; next is .*\$\d+ (more|less) on the bill/,
    );
    expect(first && sectionText(first)).not.toMatch(/DOKS|DigitalOcean|0\.00|put at/);
  });

  it("says what it is for and what of it was assumed, beside a way to change it", () => {
    const [, asked] = recommendationCard(mvp, names, draft).sections;
    if (asked?.kind !== "context") throw new Error("The second section says what was asked");
    expect(sectionText(asked)).toMatch(
      /^For a first product \(MVP\), 2 people\. Assumed: 3 services × 2 copies, US East, .* and \d+ more\.$/,
    );
    expect(asked.action?.name).toBe("change");
  });

  it("keeps its order, and folds the bill, the runners-up and what would change it", () => {
    const { sections } = recommendationCard(mvp, names, draft);
    expect(sections.map(({ kind }) => kind)).toEqual(["text", "context", "chart", "fold", "fold", "fold", "footer"]);
    const folds = sections.flatMap((section) => (section.kind === "fold" ? [section] : []));
    expect(folds.map(({ title }) => title)).toEqual([
      "The bill",
      "Runners-up and why not",
      expect.stringMatching(/^What would change it/),
    ]);
    const bill = mvp.ranking[0]?.bill.total.toFixed(2);
    expect(folds[0]?.summary).toMatch(new RegExp(`^${bill} USD a month: nodes `));
  });

  it("draws bill and work, the recommended platform first and marked", () => {
    const { chart } = sectionOf(recommendationCard(mvp, names, draft), "chart");
    expect(chart.bars[0]).toBe("★ DOKS");
    expect(chart.bars.length).toBeLessThanOrEqual(5);
    const [winner] = mvp.ranking;
    expect(chart.series.map(({ name, values }) => [name, values[0]])).toEqual([
      ["Bill", winner?.bill.total],
      ["Work", winner?.labour.cost],
    ]);
  });

  it("offers to share a draft, to vote on what is shared, and the rest in one menu", () => {
    const offered = (view: typeof draft, inMenu: boolean) =>
      recommendationCard(mvp, names, view).actions.flatMap((action) =>
        (action.inMenu ?? false) === inMenu ? [action.name] : [],
      );
    expect(offered(draft, false)).toEqual(["share", "ask", "decide"]);
    expect(offered(shared, false)).toEqual(["ask", "vote", "decide"]);
    expect(offered(draft, true)).toEqual(["compare", "cost-lines", "why-not"]);
  });

  it("asks why not of every platform but the first, beside the runners-up", () => {
    const card = partCard(mvp, "runners-up", names);
    const ids = card === null ? [] : choicesOf(card, "why-not");
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
    expect(card.title).toMatch(/^Stay on EKS · /);
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
    expect(card.actions.map(({ name }) => name)).toEqual(["share", "ask", "compare", "why-not"]);
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
    for (const section of recommendationCard(estimate, names, draft).sections)
      expect(sectionText(section).length).toBeLessThanOrEqual(3_800);
    for (const kept of ["Verdict.", "Beware.", "Flip.", "Monthly bill", "estimate k7f3a2", "behind “Compare all”"])
      expect(text).toContain(kept);
  });

  it("quotes what it did not understand and names what it assumed", () => {
    const text = textOf(recommendationCard({ ...mvp, unparsed: ["purple"] }, names, draft));
    expect(text).toContain("Not understood, so not counted: “purple”.");
    expect(text).toContain("Assumed, as you did not say: Workload: 3 services × 2 copies, each 0.25 CPU and 512 MiB");
  });
});
