import { expect, it } from "vitest";
import type { ThreadEntry } from "../../src/app/records.ts";
import { stepBack } from "../../src/app/rewind.ts";

/** "a +b -a": opened with a, changed to b, undone to a. */
const line = (steps: string): ThreadEntry[] =>
  steps.split(" ").map((step, i) => ({
    position: i + 1,
    kind: step.startsWith("+") ? "changed" : step.startsWith("-") ? "undone" : "opened",
    estimateId: step.replace(/^[+-]/, ""),
    basedOn: null,
    text: null,
    by: { id: "ada", name: "Ada" },
    at: "2026-11-22T12:00:00.000Z",
  }));

it.each([
  ["a", 1, null], // nothing came before
  ["a +b", 1, "a"],
  ["a +b +c", 1, "b"],
  ["a +b +c", 2, "a"],
  ["a +b +c", 9, "a"], // no further than the start
  ["a +b +c", "first", "a"],
  ["a +b +c -b", 1, "a"], // what was undone is not undone again
  ["a +b -a", 1, null],
  ["a +b -a +c", 1, "a"],
  ["a +b +a", 1, "b"], // changed back by a question: that is a step of its own
  ["a +b -x", 1, "b"], // undone to one that is not in the line: it joins it
] as const)("Of %s, %s back is %s", (steps, back, expected) => {
  expect(stepBack(line(steps), back)).toBe(expected);
});
