import { describe, expect, it } from "vitest";
import { compareCard } from "../../src/cards/compare-card.ts";
import { costLinesCard } from "../../src/cards/cost-lines-card.ts";
import { decideForm, readDecision } from "../../src/cards/decide-form.ts";
import { adrCard, decisionCard, repricedText } from "../../src/cards/decision-card.ts";
import { differenceSentence } from "../../src/cards/difference-card.ts";
import { errorCard } from "../../src/cards/error-card.ts";
import { historyCard } from "../../src/cards/history-card.ts";
import { priceCard } from "../../src/cards/price-card.ts";
import type { RecordedDecision } from "../../src/cards/recorded-decision.ts";
import { readSettings } from "../../src/cards/settings-answers.ts";
import { workName } from "../../src/cards/true-cost.ts";
import { voteCard } from "../../src/cards/votes.ts";
import { whyNotCard } from "../../src/cards/why-not-card.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { estimateFor, names, sectionOf, textOf } from "./setup.ts";

const mvp = estimateFor({ purpose: "mvp" });
const [winner] = mvp.ranking;
if (winner === undefined) throw new Error("An MVP has an answer");

const decision: RecordedDecision = {
  id: "d1",
  platform: winner.platform,
  tier: winner.tier,
  why: "cheapest | simplest *by far*",
  by: { name: "Ada" },
  at: "2026-11-22T10:00:00.000Z",
  votes: [{ platform: winner.platform, people: [{ name: "Ada" }, { name: "Bo" }] }],
  estimateId: mvp.id,
  bill: winner.bill,
  supersedes: null,
  supersededBy: null,
  restores: null,
};

describe("compareCard", () => {
  it("shows every platform once, ranked or with its reason", () => {
    const card = compareCard(mvp, names, null);
    expect(sectionOf(card, "table").table.rows).toHaveLength(mvp.ranking.length);
    expect(sectionOf(card, "list").items).toHaveLength(mvp.rejected.length);
  });

  it("shows only the platforms asked for, and says which were not looked at", () => {
    const text = textOf(compareCard(mvp, names, ["eks", "docker-desktop", "mainframe"]));
    expect(text).toContain("2 platforms compared");
    expect(text).toContain("mainframe was not looked at");
    expect(text).not.toContain("Civo");
  });
});

it("quotes a platform that nobody knows, instead of comparing the others as if it had not been named", () => {
  const text = textOf(compareCard({ ...mvp, unparsed: ["nosuch"] }, names, ["eks"]));
  expect(text).toContain("Not understood, so not counted: “nosuch”.");
});

it("shows money where a phone does not have to scroll for it", () => {
  const { columns } = sectionOf(compareCard(mvp, names, null), "table").table;
  expect(columns.slice(0, 5).map(({ name }) => name)).toEqual(["Rank", "Platform", "Bill", "Work", "True cost"]);
});

describe("costLinesCard", () => {
  it("has a row for every line, its sources numbered, and both files", () => {
    const card = costLinesCard(mvp, winner.platform, names);
    const { rows, total } = sectionOf(card, "table").table;
    expect(rows).toHaveLength(winner.bill.lines.length);
    expect(total?.[3]).toBe(winner.bill.total.toFixed(2));
    expect(card.files.map(({ name }) => name)).toEqual([
      `k7f3a2-${winner.platform}.csv`,
      `k7f3a2-${winner.platform}.md`,
    ]);
  });

  it("says why a platform that was ruled out has no lines", () => {
    expect(textOf(costLinesCard(mvp, "docker-desktop", names))).toContain("It was ruled out: ");
  });
});

describe("whyNotCard", () => {
  it("sets a ranked platform beside the winner, in money", () => {
    const eks = mvp.ranking.find(({ platform }) => platform === "eks");
    const { rows } = sectionOf(whyNotCard(mvp, "eks", names), "table").table;
    expect(rows[0]).toEqual([
      "Bill",
      winner.bill.total.toFixed(2),
      eks?.bill.total.toFixed(2),
      `+${((eks?.bill.total ?? 0) - winner.bill.total).toFixed(2)}`,
    ]);
  });

  it("says what ruled a platform out and what would have to change", () => {
    const beginners = estimateFor({ purpose: "mvp", kubernetesExperience: "beginner" });
    const text = textOf(whyNotCard(beginners, "hetzner-k3s", names));
    expect(text).toContain("Ruled out: You would run, upgrade");
    expect(text).toContain("Have somebody on the team who has run Kubernetes for years");
  });
});

describe("differenceSentence", () => {
  it("tells what prices did apart from what the change did", () => {
    const then = { ...mvp, asOf: "2026-06-20" };
    const raised = structuredClone(mvp);
    const [first] = raised.ranking;
    if (first !== undefined) first.bill.total += 10;
    const text = differenceSentence(then, raised, names, raised);
    const [was, is] = [mvp.ranking[0]?.bill.total ?? 0, first?.bill.total ?? 0];
    expect(text).toContain(
      `Since 2026-06-20 prices alone took the bill of the question before from ${was.toFixed(2)} to ${is.toFixed(2)} USD (+10.00).`,
    );
    expect(text).toContain(`The bill stays at ${is.toFixed(2)} USD a month.`);
  });

  it("says what a follow-up did to bill and rank", () => {
    expect(differenceSentence(mvp, mvp, names)).toBe(
      `DigitalOcean Kubernetes stays first. The bill stays at ${winner.bill.total.toFixed(2)} USD a month.`,
    );
    expect(differenceSentence({ ...mvp, ranking: [] }, { ...mvp, ranking: [] }, names)).toBe("Still nothing fits.");
    expect(differenceSentence(mvp, { ...mvp, ranking: [] }, names)).toBe("Nothing fits any more.");
  });
});

describe("votes and decisions", () => {
  it("counts votes and stops asking once a decision is recorded", () => {
    expect(voteCard({ votes: decision.votes, closedBy: null }, mvp, names).title).toBe(
      "2 votes: DigitalOcean Kubernetes 2",
    );
    expect(voteCard({ votes: decision.votes, closedBy: "d1" }, mvp, names).actions).toEqual([]);
  });

  it("reads a decision, or says what is missing", () => {
    expect(readDecision({ platform: winner.platform, why: " cheap " }, mvp)).toEqual({
      platform: winner.platform,
      tier: winner.tier,
      why: "cheap",
    });
    expect(readDecision({ platform: "docker-desktop", why: "" }, mvp)).toHaveProperty("faults.why");
    expect(decideForm(mvp, names, "eks").steps[0]?.fields[0]).toMatchObject({ value: "eks" });
  });

  it("compares today's bill with the one decided on", () => {
    // 3.40 / 58.00 = 5.86 %
    const then = { currency: "USD" as const, total: 58, lines: [] };
    const today = { asOf: "2027-01-10", total: 61.4, currency: "USD" as const, changes: [] };
    expect(repricedText(then, today)).toBe("61.40 USD a month on 2027-01-10 (+3.40, +5.9 %)");
    expect(textOf(decisionCard(decision, names))).toContain("By: Ada, 2026-11-22");
  });

  it("writes a record that markup in a reason cannot break", () => {
    const [file] = adrCard(decision, mvp, names).files;
    expect(file?.text).toContain("## Decision\n\ncheapest \\| simplest \\*by far\\*\n");
    for (const heading of ["Context", "Options", "Consequences", "Prices"])
      expect(file?.text).toContain(`\n## ${heading}\n`);
  });
});

it("names every part of the work in a record, which has no button to see more of them", () => {
  const leaving = estimateFor({ existingCloud: "aws", features: ["stateful"], clusters: 2, uptimePercent: 99.9 });
  const moved = leaving.ranking.find(({ labour }) => labour.parts.length > 3);
  if (moved === undefined) throw new Error("Leaving a cloud takes more than three kinds of work");
  const { platform, tier } = moved;
  const [file] = adrCard({ ...decision, platform, tier }, leaving, names).files;
  expect(file?.text).toMatch(/\*\*The work:\*\* .*setting it up/);
  expect(file?.text).not.toContain("behind “Cost lines”");
});

describe("priceCard", () => {
  const price = {
    provider: "aws",
    region: "eu-central-1",
    skuId: "t3.medium",
    description: "3 × t3.medium",
    quantity: 2190,
    unit: "hour",
    unitPrice: 0.048,
    currency: "USD" as const,
    listUnitPrice: 0.048,
    listCurrency: "USD" as const,
    cost: 105.12, // 2,190 × 0.048
    period: "month" as const,
    source: "https://aws.amazon.com/ec2/pricing/",
    asOf: "2026-08-21",
    confidence: "high" as const,
  };
  const answer = {
    query: "q",
    understood: [],
    results: [price],
    total: 105.12,
    rates: [],
    unparsed: [],
    warnings: [],
    suggestions: [],
  };

  it("answers one price with unit price, sum, source and date", () => {
    const text = textOf(priceCard(answer, names));
    expect(text).toContain("3 × t3.medium: 105.12 USD a month");
    expect(text).toContain("Sum: 2,190 h × 0.048 = 105.12 USD a month");
    expect(text).toContain("Read on 2026-08-21 (confidence high) from https://aws.amazon.com/ec2/pricing/");
    expect(text).toContain("Where: Amazon Web Services, eu-central-1 (Frankfurt)");
  });

  it("shows the price of an hour whole, where a cent would say half of it", () => {
    const hourly = {
      ...price,
      description: "t3.small",
      quantity: 1,
      unitPrice: 0.0208,
      listUnitPrice: 0.0208,
      cost: 0.02,
      period: "hour" as const,
    };
    const text = textOf(priceCard({ ...answer, results: [hourly], total: 0.02 }, names));
    expect(text).toContain("t3.small: 0.0208 USD an hour");
    expect(text).toContain("Sum: 1 h × 0.0208 = 0.0208 USD an hour");
    const pair = textOf(priceCard({ ...answer, results: [hourly, hourly], total: 0.04 }, names));
    expect(pair).toContain("Total 0.0416"); // 2 × 0.0208, where the sum of rounded cents is 0.04
  });

  const ofHetzner = {
    ...price,
    provider: "hetzner",
    region: "fsn1",
    skuId: "cpx42",
    description: "1 × cpx42",
    quantity: 1,
    unit: "month",
    unitPrice: 78.0025, // 69.49 × 1.1225
    listUnitPrice: 69.49,
    listCurrency: "EUR" as const,
    cost: 78,
  };
  const rates = [
    {
      from: "EUR" as const,
      to: "USD" as const,
      rate: 1.1225,
      asOf: "2026-10-02",
      source: "https://www.ecb.europa.eu/",
    },
  ];

  it("shows the published price first, with the asker's money and the one rate beside it", () => {
    const text = textOf(priceCard({ ...answer, results: [ofHetzner], total: 78, rates }, names));
    expect(text).toContain("1 × cpx42: 69.49 EUR a month (78.00 USD)");
    expect(text).toContain("Unit price: 69.49 EUR a month");
    expect(text).toContain("Sum: 1 × 69.49 = 69.49 EUR a month (78.00 USD)");
    expect(text).toContain("1 EUR = 1.1225 USD on 2026-10-02");
  });

  it("has a column of published amounts where a list is in another currency", () => {
    const card = priceCard({ ...answer, results: [ofHetzner, price], total: null, rates }, names);
    const { columns, rows } = sectionOf(card, "table").table;
    expect(columns.slice(1, 3).map(({ name }) => name)).toEqual(["As published", "USD"]);
    expect(rows.map((row) => row.slice(1, 3))).toEqual([
      ["69.49 EUR", "78.00"],
      ["105.12 USD", "105.12"],
    ]);
  });

  it("shows an hour of a monthly price as the part of a month that it is", () => {
    const part = {
      quantity: 1 / 730,
      unit: "month",
      unitPrice: 84,
      listUnitPrice: 84,
      cost: 0.12,
      period: "hour" as const,
    };
    const text = textOf(priceCard({ ...answer, results: [{ ...price, ...part }], total: 0.12 }, names));
    expect(text).toContain("Sum: 0.00137 × 84.00 = 0.115068 USD an hour"); // 1 / 730, and 84 / 730
  });

  it("names what is summed, not only the sum", () => {
    const results = [
      { ...price, description: "4 × pod on GKE Autopilot, billed as 0.5 vCPU", cost: 64.97 },
      { ...price, description: "4 × pod on GKE Autopilot, billed as 2 GiB", cost: 28.75 },
    ];
    const { title } = priceCard({ ...answer, results, total: 93.72 }, names);
    expect(title).toBe("4 × pod on GKE Autopilot: 93.72 USD a month"); // 64.97 + 28.75
  });

  it("sums the lines of each offer, so that a free allowance is not the cheapest one", () => {
    const premium = { ...price, unit: "GiB", quantity: 1000, skuId: "premium", description: "Egress, premium" };
    const standard = { ...premium, skuId: "standard", description: "Egress, standard" };
    const results = [
      { ...premium, cost: 122.88 },
      { ...premium, description: "Egress, premium, from 1024 GiB", cost: 450.56 },
      { ...standard, description: "Egress, standard, free allowance", cost: 0 },
      { ...standard, cost: 418.2 },
    ];
    const text = textOf(priceCard({ ...answer, results, total: null }, names));
    expect(text).toContain("From 418.20 USD a month: Egress, standard"); // 0 + 418.20, below 122.88 + 450.56 = 573.44
    expect(text).toContain("Egress, standard: 418.20 USD a month\nEgress, premium: 573.44 USD a month");
  });

  it("counts a pod's CPU and memory as one offer", () => {
    const results = [
      { ...price, skuId: "vcpu", unit: "vCPU-hour", cost: 29.55 },
      { ...price, skuId: "memory", unit: "GiB-hour", cost: 9.73 },
      { ...price, provider: "gcp", skuId: "vcpu", unit: "vCPU-hour", cost: 32.49 },
      { ...price, provider: "gcp", skuId: "memory", unit: "GiB-hour", cost: 7.19 },
    ];
    const text = textOf(priceCard({ ...answer, results, total: null }, names));
    expect(text).toContain("From 39.28 USD a month, with Amazon Web Services"); // 29.55 + 9.73, below 32.49 + 7.19 = 39.68
  });

  it("suggests what to ask where nothing was found", () => {
    const card = priceCard({ ...answer, results: [], total: null, suggestions: ["t3.medium"] }, names);
    expect(card.tone).toBe("warning");
    expect(textOf(card)).toContain("Try\nt3.medium");
  });
});

describe("historyCard", () => {
  const asked = (input: RequirementInput) => {
    const item = { estimate: estimateFor(input), askedBy: { name: "Ada" }, askedAt: decision.at, sharedAt: null };
    return historyCard({ items: [item], next: null }, names);
  };
  const askedText = (input: RequirementInput) => sectionOf(asked(input), "table").table.rows[0]?.[1];

  it("says what was asked as people say it: names, and money in the currency of the answer", () => {
    // 112.25 USD at the catalog's rate of 1.1225 USD for 1 EUR
    expect(askedText({ running: "eks", budgetUsd: 112.25, currency: "EUR" })).toBe(
      "Budget: 100.00 EUR a month · Currency: EUR · Runs today on: Amazon EKS",
    );
    expect(askedText({})).toBe("Nothing but the defaults");
  });

  it("names as much as fits in whole, and counts the rest", () => {
    const text = askedText({ purpose: "mvp", engineers: 2, budgetUsd: 100, region: "japan", uptimePercent: 99.9 });
    expect(text).toBe("Purpose: a first product (MVP) · Team: 2 people · Budget: 100.00 USD a month · and 2 more");
  });

  it("counts one answer as one", () => {
    expect(asked({}).fallback).toBe("1 earlier answer, newest first.");
  });
});

describe("the work in a sentence", () => {
  it.each([
    ["Running it", "running it"],
    ["Further clusters", "for further clusters"],
    ["a HIPAA agreement", "for a HIPAA agreement"],
    ["Living apart from Google Cloud", "living apart from Google Cloud"],
  ])("says of %s: %s", (name, said) => expect(workName(name)).toBe(said));
});

describe("readSettings", () => {
  const choices = { platforms: [{ id: "eks", name: "Amazon EKS" }], providers: ["aws", "hetzner"] };

  it("reads discounts, groups and a rate, and keeps what was not asked", () => {
    const answers = {
      discounts: "aws 10%\nhetzner 50 USD",
      mayDecide: "groups",
      groups: "S1, S2",
      labourRateUsd: "$80",
    };
    expect(readSettings(answers, { region: "uk" }, choices)).toEqual({
      settings: {
        region: "uk",
        labourRateUsd: 80,
        discounts: [
          { provider: "aws", percent: 10 },
          { provider: "hetzner", fixedUsd: 50 },
        ],
        mayDecide: { groups: ["S1", "S2"] },
      },
    });
  });

  it.each([
    ["discounts", "aws ten\nhetzner 5 %\naws 200 %", "Not understood: “aws ten” and “aws 200 %”."],
    ["currency", "XYZ", "Choose one"],
  ])("says what is wrong with %s of %s", (key, typed, fault) => {
    expect(readSettings({ [key]: typed }, {}, choices)).toHaveProperty(`faults.${key}`, expect.stringContaining(fault));
  });
});

it("shows nothing of our own faults but a reference", () => {
  expect(textOf(errorCard({ reference: "ab12" }))).toContain("the reference ab12");
});
