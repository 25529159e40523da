import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviseForm } from "../../src/cards/advise-form.ts";
import type { Card } from "../../src/cards/card.ts";
import { compareCard } from "../../src/cards/compare-card.ts";
import { costLinesCard } from "../../src/cards/cost-lines-card.ts";
import { decideForm } from "../../src/cards/decide-form.ts";
import { differenceCard } from "../../src/cards/difference-card.ts";
import type { Form } from "../../src/cards/form.ts";
import { recommendationCard } from "../../src/cards/recommendation-card.ts";
import { settingsForm } from "../../src/cards/settings-form.ts";
import { whyNotCard } from "../../src/cards/why-not-card.ts";
import type { Estimate } from "../../src/core/decision/estimate.ts";
import { UserError } from "../../src/core/errors.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { today } from "../core/real-catalog.ts";
import { anyRequirement } from "../core/requirements.ts";
import { estimateFor, names, sectionOf, sectionText } from "./setup.ts";

/** The answer with free text of any kind in it, or null where the question itself is refused. */
function answer(asked: RequirementInput, typed: string[]): Estimate | null {
  try {
    const understood = typed.map((text) => ({ text, key: "purpose", value: null }));
    return { ...estimateFor(asked), unparsed: typed, understood };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function expectWithinLimits(card: Card): void {
  expect(card.title.length).toBeLessThanOrEqual(150);
  expect(card.fallback).not.toBe("");
  for (const section of card.sections) {
    if (section.kind === "table") {
      const { columns, rows, total } = section.table;
      expect(columns.length).toBeLessThanOrEqual(20);
      expect(rows.length).toBeLessThanOrEqual(100);
      for (const row of [...rows, ...(total === null ? [] : [total])]) expect(row).toHaveLength(columns.length);
    }
    if (section.kind === "chart") {
      const { bars, series } = section.chart;
      expect(series.length).toBeLessThanOrEqual(6);
      for (const { values } of series) {
        expect(values).toHaveLength(bars.length);
        for (const value of values) expect(value).toBeGreaterThanOrEqual(0);
      }
    }
  }
  for (const { label, choices } of card.actions) {
    expect(label.length).toBeLessThanOrEqual(75);
    expect(choices?.length ?? 0).toBeLessThanOrEqual(25);
    for (const choice of choices ?? []) expect(choice.label.length).toBeLessThanOrEqual(75);
  }
}

function expectFormWithinLimits(form: Form): void {
  expect(form.title.length).toBeLessThanOrEqual(24);
  expect(form.submitLabel.length).toBeLessThanOrEqual(24);
  const keys = form.steps.flatMap(({ fields }) => fields.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { title, fields } of form.steps) {
    expect(title.length).toBeLessThanOrEqual(45);
    expect(fields.length).toBeLessThanOrEqual(5);
    for (const field of fields) {
      expect(field.label.length).toBeLessThanOrEqual(45);
      expect(field.help?.length ?? 0).toBeLessThanOrEqual(100);
      const options = "options" in field ? field.options : [];
      expect(options.length).toBeLessThanOrEqual(25);
      for (const { label, description } of options) {
        expect(label.length).toBeLessThanOrEqual(75);
        expect(description?.length ?? 0).toBeLessThanOrEqual(75);
      }
    }
  }
}

const SHRINKS = { interruptAfterTimeLimit: 40_000 }; // a failure is told without the smallest example, not never
const typed = fc.array(fc.string({ unit: "grapheme", maxLength: 500 }), { maxLength: 12 });

describe("whatever is asked", () => {
  it("is the same on every run", () => {
    expect(fc.readConfigureGlobal().seed).toBeTypeOf("number");
  });

  it("every card of the answer fits every chat platform", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyRequirement, typed, (asked, texts) => {
        const estimate = answer(asked, texts);
        if (estimate === null) return;
        const main = recommendationCard(estimate, names, { shared: true, steps: [] });
        expectWithinLimits(main);
        const folded = main.sections.flatMap((section) => (section.kind === "fold" ? [section] : []));
        const shown = main.sections.filter(({ kind }) => kind !== "fold").map(sectionText);
        expect(
          [main.title, ...shown, ...folded.map(({ title, summary }) => title + summary)].join("\n").length,
        ).toBeLessThanOrEqual(2_000);
        for (const { sections } of folded)
          expect(sections.map(sectionText).join("\n").length).toBeLessThanOrEqual(3_800);
        expectWithinLimits(compareCard(estimate, names, null));
        for (const { platform } of [...estimate.ranking, ...estimate.rejected]) {
          expectWithinLimits(whyNotCard(estimate, platform, names));
          expectWithinLimits(costLinesCard(estimate, platform, names));
        }
        expectWithinLimits(differenceCard(estimateFor(), estimate, names));
        expectFormWithinLimits(adviseForm(asked));
        expectFormWithinLimits(decideForm(estimate, names, null));
      }),
      { numRuns: 25, ...SHRINKS },
    );
  });

  it("the settings form fits every chat platform", () => {
    const platforms = [...new Map(today.book.platforms.map(({ id, name }) => [id, { id, name }])).values()];
    const providers = today.book.providers.map(({ id }) => id);
    for (const scope of ["workspace", "channel"] as const)
      expectFormWithinLimits(settingsForm({}, { platforms, providers }, scope));
  });

  it("rows of the bill table add up to its total, to the cent", () => {
    fc.assert(
      fc.property(anyRequirement, (asked) => {
        const estimate = answer(asked, []);
        if (estimate === null || estimate.ranking.length === 0) return;
        const bill = sectionOf(recommendationCard(estimate, names, { shared: false, steps: [] }), "table").table;
        const cents = (cell: string | undefined) => Math.round(Number((cell ?? "").replaceAll(",", "")) * 100);
        const sum = bill.rows.reduce((total, row) => total + cents(row[2]), 0);
        expect(sum).toBe(cents(bill.total?.[2]));
      }),
      { numRuns: 15, ...SHRINKS },
    );
  });

  it("each bar of the chart is as long as its platform's bill", () => {
    fc.assert(
      fc.property(anyRequirement, (asked) => {
        const estimate = answer(asked, []);
        if (estimate === null) return;
        const { sections } = compareCard(estimate, names, null);
        for (const section of sections) {
          if (section.kind !== "chart") continue;
          const bills = estimate.ranking.map(({ bill }) => Math.max(0, bill.total)).sort((a, b) => a - b);
          const bars = section.chart.bars.map((_, i) =>
            section.chart.series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0),
          );
          for (const [i, bar] of bars.entries()) expect(bar).toBeCloseTo(bills[i] ?? 0, 2);
        }
      }),
      { numRuns: 15, ...SHRINKS },
    );
  });
});
