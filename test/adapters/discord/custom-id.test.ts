import fc from "fast-check";
import { expect, it } from "vitest";
import { type Control, customId, readCustomId } from "../../../src/adapters/discord/custom-id.ts";
import { ACTION_NAMES } from "../../../src/cards/card.ts";
import { FORM_NAMES } from "../../../src/cards/form.ts";

const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const step = fc.nat(9);
const form = fc.constantFrom(...FORM_NAMES);
const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record({
    kind: fc.constant("press" as const),
    action: fc.constantFrom(...ACTION_NAMES),
    estimateId: id,
    value: fc.option(id),
  }),
  fc.record({ kind: fc.constant("open" as const), form, step, estimateId: fc.option(id) }),
  fc.record({
    kind: fc.constantFrom("fix" as const, "submit" as const),
    form,
    step,
    estimateId: fc.option(id),
    key: id,
  }),
  fc.constant<Control>({ kind: "more" }),
);

it("reads back what it wrote, in at most 100 characters", () => {
  fc.assert(
    fc.property(control, fc.nat(99), (any, nonce) => {
      const written = customId(any, nonce);
      expect(written.length).toBeLessThanOrEqual(100);
      expect(readCustomId(written)).toEqual(any);
    }),
  );
});

it("makes nothing of what it never wrote", () => {
  fc.assert(fc.property(fc.string(), (any) => readCustomId(`x${any}`) === null));
  expect(readCustomId("press|0|fly|e1")).toBeNull();
  expect(readCustomId("open|0|advise|x|e1")).toBeNull();
  expect(readCustomId("")).toBeNull();
});

it.each([
  [100 - "press|0|page||".length, true],
  [100 - "press|0|page||".length + 1, false],
])("takes an id and a value of %i characters together: %s", (length, fits) => {
  const write = () => customId({ kind: "press", action: "page", estimateId: "e", value: "v".repeat(length - 1) });
  if (fits) expect(write()).toHaveLength(100);
  else expect(write).toThrow(RangeError);
});
