import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../src/cards/escape-markdown.ts";

/** What a Markdown reader shows of escaped text. https://spec.commonmark.org/0.31.2/#backslash-escapes */
const shown = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");

describe("escapeMarkdown", () => {
  it.each([
    ["*bold*", "\\*bold\\*"],
    ["[a](b)", "\\[a\\](b)"],
    ["a | b", "a \\| b"],
    ["# title", "\\# title"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["> quote", "\\> quote"],
    ["---", "\\---"],
    ["https://evil.example", "https\\://evil.example"],
    ["<script>", "\\<script>"],
    ["&amp;", "\\&amp;"],
    ["two\nlines", "two lines"],
  ])("keeps %j from being markup", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each(["87.70", "-3.50", "3 × s-2vcpu-4gb, nyc3", "R&D"])("leaves %j alone", (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it("shows any text as it was, on one line, with every mark behind a backslash", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1 *_`[]<|~#$\\&:/-.>+=\n") }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(shown(escaped)).toBe(text.replace(/\s+/g, " ").trim());
        expect(escaped.replace(/\\./g, "")).not.toMatch(/[*_`[\]<|~#$]/);
      }),
    );
  });
});
