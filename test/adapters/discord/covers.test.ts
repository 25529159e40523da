import { expect, it } from "vitest";
import { covers } from "../../../src/adapters/discord/register.ts";

it.each([
  [{ a: 1, more: true }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, required: false }, true],
  [{ a: [2, 1] }, { a: [1, 2] }, true], // Discord orders contexts its own way
  [{ a: [1, 2, 3] }, { a: [1, 2] }, false],
  [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }, { b: 1 }] }, false],
  [{}, { a: null }, false],
  [{ a: "x" }, { a: { b: 1 } }, false],
])("finds that %j covers %j: %s", (found, wanted, expected) => {
  expect(covers(found, wanted)).toBe(expected);
});
