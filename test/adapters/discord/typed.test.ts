import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedText, TYPED_COMPONENT_ID, typedForms, typedText } from "../../../src/adapters/discord/typed.ts";
import { answers } from "./arbitrary.ts";
import { aForm } from "./samples.ts";

describe("kept in memory", () => {
  const typed = { personId: "ann", form: aForm(), answers: { budgetUsd: "fifty" } };

  it("is found by whoever typed it, for an hour", () => {
    let now = 0;
    const forms = typedForms(() => now);
    const key = forms.keep(typed);
    now = 3_600_000;
    expect(forms.find(key, "ann")).toBe(typed);
    expect(forms.find(key, "bob")).toBeNull();
    now += 1;
    expect(forms.find(key, "ann")).toBeNull();
  });

  it("forgets the oldest past five hundred", () => {
    const forms = typedForms(() => 0);
    const keys = Array.from({ length: 501 }, () => forms.keep(typed));
    expect(forms.find(keys[0] ?? "", "ann")).toBeNull();
    expect(forms.find(keys[1] ?? "", "ann")).toBe(typed);
  });
});

it("keeps no more than eight million characters of them", () => {
  const forms = typedForms(() => 0);
  const big = { personId: "ann", form: aForm(), answers: { manifest: "x".repeat(3_000_000) } };
  const keys = Array.from({ length: 3 }, () => forms.keep(big));
  expect(keys.map((key) => forms.find(key, "ann") !== null)).toEqual([false, true, true]);
});

describe("kept in the message", () => {
  it("is read back as it was typed", () => {
    fc.assert(
      fc.property(answers, (any) => {
        const text = typedText(any);
        if (text === null) return;
        expect(text.match(/```/g)).toHaveLength(2);
        const message = [{ type: 17, components: [{ type: 10, id: TYPED_COMPONENT_ID, content: text }] }];
        expect(readTypedText(message)).toEqual({ ...any });
      }),
    );
  });

  it("is left out where it is too long", () => {
    expect(typedText({ text: "x".repeat(1_500) })).toBeNull();
  });

  it("is nothing in a message of another kind", () => {
    expect(readTypedText([{ type: 10, content: "budget: 1" }])).toEqual({});
    expect(readTypedText(undefined)).toEqual({});
    expect(readTypedText([{ id: TYPED_COMPONENT_ID, content: 'a: nonsense\nb: "x"' }])).toEqual({ b: "x" });
  });
});
