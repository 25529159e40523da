import { describe, expect, it } from "vitest";
import { whatIfCard } from "../../src/cards/what-if-card.ts";
import { estimateFor, names, sectionText } from "./setup.ts";

const asked = { purpose: "mvp", engineers: 2, budgetUsd: 100 } as const;
const mvp = estimateFor(asked);
const [winner] = mvp.ranking;
if (winner === undefined) throw new Error("An MVP has an answer");
const lines = (...[before, after, now]: [typeof mvp, typeof mvp, typeof mvp?]) =>
  whatIfCard(before, after, names, now).sections.map(sectionText).join("\n").split("\n");

describe("whatIfCard", () => {
  it("says in three lines at most what changed, the new answer beside the old one, and what it runs on", () => {
    const after = { ...estimateFor({ ...asked, features: ["gpu"] }), id: "k7f3a3" };
    const [headline, cluster, ...more] = lines(mvp, after);
    expect(headline).toMatch(/^With a? ?GPUs?: .+ \$[\d,]+\/month \(was DOKS \$63\/month, \+\$[\d,]+\)\.$/);
    expect(cluster).toMatch(/vCPU.* GiB\) in .*DOKS is (out|number)/);
    expect(more).toEqual([]);
  });

  it("takes one line where the answer stays", () => {
    expect(lines(mvp, { ...estimateFor({ ...asked, budgetUsd: 90 }), id: "k7f3a3" })).toEqual([
      "For a budget of 90.00 USD a month: still DOKS $63/month.",
    ]);
  });

  it("names the amount alone where the same platform costs more, and what is over the budget", () => {
    const dearer = structuredClone(mvp);
    const [first] = dearer.ranking;
    if (first !== undefined) first.bill.total = winner.bill.total + 50;
    // 62.50 + 50 = 112.50: 12.50 over the 100
    const [headline, below] = lines(mvp, { ...dearer, requirement: { ...mvp.requirement, clusters: 2 } });
    expect(headline).toBe("For 2 clusters: DOKS $113/month (was $63/month, +$50).");
    expect(below).toContain("The bill is $13 over your $100.");
  });

  it("says when nothing fits any more, and what was not understood", () => {
    const none = { ...mvp, ranking: [], requirement: { ...mvp.requirement, clusters: 2 }, unparsed: ["purple"] };
    const [headline, , unread] = lines(mvp, none);
    expect(headline).toBe("For 2 clusters: nothing fits any more.");
    expect(unread).toBe("⚠️ Not understood, so not counted: “purple”.");
  });

  it("offers the details and a way back", () => {
    const { actions } = whatIfCard(mvp, { ...mvp, id: "k7f3a3" }, names);
    expect(actions.map(({ name, estimateId, value }) => [name, estimateId, value])).toEqual([
      ["details", "k7f3a3", "k7f3a2"],
      ["undo", "k7f3a3", null],
    ]);
  });
});
