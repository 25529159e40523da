import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumberAnswer } from "../../src/cards/number-questions.ts";
import { readNumber } from "../../src/cards/read-number.ts";

const USD = ["dollars", "usd", "$"];

describe("readNumber", () => {
  it.each([
    ["50", 50],
    [" 50 ", 50],
    ["$50", 50],
    ["50 USD", 50],
    ["usd 1,200.50", 1200.5],
    ["1.2k", 1200],
    ["12,345,678", 12_345_678],
    ["1 000", 1000],
    [".5", 0.5],
    ["-3", -3],
  ])("reads %s as %d", (typed, value) => {
    expect(readNumber(typed, USD, "USD")).toEqual({ kind: "number", value });
  });

  it.each(["50 €", "fifty", "1,2,3", "12,34,567", "5 to 9", "NaN", "Infinity", "1e9", "--5"])(
    "does not guess at %s",
    (typed) => {
      expect(readNumber(typed, USD, "USD")).toMatchObject({
        kind: "fault",
        says: expect.stringContaining(`“${typed}”`),
      });
    },
  );

  it("asks for a point where a comma could mean two numbers", () => {
    expect(readNumber("1,5", [], null)).toEqual({
      kind: "fault",
      says: "Write 1.5 with a point; “1,5” could mean two numbers.",
    });
  });

  it("reads every whole number back as it was written with commas", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        expect(readNumber(value.toLocaleString("en-US"), [], null)).toEqual({ kind: "number", value });
      }),
    );
  });
});

describe("readNumberAnswer", () => {
  it.each([
    ["engineers", "0", "This has to be 1 or more."],
    ["engineers", "2.5", "This has to be a whole number, and 2.5 is not."],
    ["labourRateUsd", "10,001", "This has to be 10,000 or less."],
    ["storageGiB", "-1", "This has to be 0 or more."],
  ] as const)("says what is wrong with %s of %s", (key, typed, fault) => {
    expect(readNumberAnswer(key, typed)).toEqual({ fault });
  });

  it("clamps nothing at the bounds", () => {
    expect(readNumberAnswer("labourRateUsd", "10,000")).toEqual({ value: 10_000 });
    expect(readNumberAnswer("storageGiB", "0")).toEqual({ value: 0 });
  });
});
