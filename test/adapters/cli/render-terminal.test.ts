import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderTerminal } from "../../../src/adapters/cli/render-terminal.ts";
import type { Card } from "../../../src/cards/card.ts";
import { compareCard } from "../../../src/cards/compare-card.ts";
import { costLinesCard } from "../../../src/cards/cost-lines-card.ts";
import { recommendationCard } from "../../../src/cards/recommendation-card.ts";
import { estimateFor, names } from "../../cards/setup.ts";

const estimate = estimateFor({ purpose: "mvp" });
const cards: [string, Card][] = [
  ["recommendation", recommendationCard(estimate, names, { shared: true, steps: [] })],
  ["comparison", compareCard(estimate, names, null)],
  ["cost lines", costLinesCard(estimate, estimate.verdict.platform, names)],
];
const aTable = (rows: string[][]): Card => ({
  title: "T",
  tone: "neutral",
  fallback: "T",
  sections: [
    {
      kind: "table",
      table: {
        title: "Bill",
        columns: [
          { name: "Part", align: "left" },
          { name: "USD", align: "right" },
        ],
        rows,
        total: ["Total", "84.00"],
      },
    },
  ],
  actions: [],
  files: [],
});

describe("renderTerminal", () => {
  it("aligns a table on the width people see", () => {
    const text = renderTerminal(
      aTable([
        ["Nodes", "72.00"],
        ["ノード", "12.00"],
      ]),
      { colour: false },
    );
    expect(text).toBe(
      [
        "T",
        "=",
        "",
        "Bill",
        "Part      USD",
        "──────  ─────",
        "Nodes   72.00",
        "ノード  12.00",
        "──────  ─────",
        "Total   84.00",
      ].join("\n"),
    );
  });

  it.each(cards)("keeps the %s card within any terminal", (_, card) => {
    for (const width of [20, 40, 60, 80, 100, 300]) {
      for (const line of renderTerminal(card, { colour: false, width }).split("\n"))
        expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(width, 100));
    }
  });

  it("writes the figures of a chart as everywhere else", () => {
    const chart = {
      title: "Bills",
      alt: "",
      currency: "USD",
      bars: ["A"],
      series: [{ name: "Nodes", values: [1018.8] }],
    };
    const card: Card = { ...aTable([]), sections: [{ kind: "chart", chart }] };
    expect(renderTerminal(card, { colour: false })).toContain("A  1,018.80  █");
  });

  it("colours only where colour is allowed", () => {
    const [, card] = cards[0] ?? ["", aTable([])];
    expect(renderTerminal(card, { colour: false })).not.toContain("\u001B");
    expect(renderTerminal(card, { colour: true })).toContain("\u001B[");
  });

  it("lets no text of a card steer the terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const card = { ...aTable([[typed, typed]]), title: typed };
        expect(renderTerminal(card, { colour: false })).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
      }),
    );
  });
});
