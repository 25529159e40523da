import fc from "fast-check";
import { expect, it } from "vitest";
import { FUZZ_KINDS } from "./kinds.ts";
import { fuzz } from "./run.ts";

/** The same every time; `npm run fuzz` tries others, in large numbers. */
const SEED = 20_261_128;

it.each(FUZZ_KINDS)("takes any $name", { timeout: 60_000 }, (kind) => {
  const { fault, examples } = fuzz(kind, Math.max(5, kind.perThousand), SEED);
  expect(fault).toBeNull();
  expect(examples).toBeGreaterThanOrEqual(5);
});

it("shows the smallest example of what was taken wrongly", () => {
  const kind = {
    name: "words",
    perThousand: 1_000,
    arbitrary: fc.constantFrom("a", "b") as fc.Arbitrary<unknown>,
    check: (word: unknown) => {
      if (word === "b") throw new Error("no b is taken");
    },
  };
  const { fault } = fuzz(kind, 100, SEED);
  expect(fault).toContain('Counterexample: ["b"]');
  expect(fault).toContain("no b is taken");
});
