import { describe, expect, it } from "vitest";
import { renderForm, withAnswers } from "../../../../src/adapters/discord/render/form.ts";
import type { Field, Form, Option } from "../../../../src/cards/form.ts";
import { modalFaults } from "../../../discord-stand-in/modal-rules.ts";
import { aForm } from "../samples.ts";

const about = { estimateId: null, key: "" };
const options = (count: number): Option[] =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `Label ${at}`, description: null }));
const base = { key: "k", label: "Question", help: null };
const formOf = (...fields: Field[]): Form => ({
  name: "advise",
  title: "T",
  submitLabel: "Go",
  steps: [{ title: "Step", fields }],
});

function inputOf(field: Field) {
  const modal = renderForm(formOf(field), 0, about);
  expect(modalFaults(modal)).toEqual([]);
  const [label] = modal.components;
  return label !== undefined && "component" in label ? label.component : null;
}

describe("a question with one answer", () => {
  const choice = (count: number, value: string | null = null): Field => ({
    ...base,
    kind: "choice",
    options: options(count),
    value,
    required: true,
  });

  it.each([
    [0, 4], // nothing to choose from: it is typed
    [1, 3],
    [2, 21], // radio buttons from two to four
    [4, 21],
    [5, 3], // then a menu
    [25, 3],
    [26, 4], // more than a menu holds: it is typed
  ])("of %i options is a component of type %i", (count, type) => {
    expect(inputOf(choice(count))).toMatchObject({ type });
  });

  it("keeps what was chosen", () => {
    expect(inputOf(choice(5, "v3"))).toMatchObject({ options: [{}, {}, {}, { default: true }, {}] });
  });
});

describe("a question with several answers", () => {
  const choices = (count: number, value: string[] = [], most: number | null = null): Field => ({
    ...base,
    kind: "choices",
    options: options(count),
    value,
    most,
  });

  it.each([
    [1, 22],
    [10, 22],
    [11, 3],
    [25, 3],
    [26, 4],
  ])("of %i options is a component of type %i", (count, type) => {
    expect(inputOf(choices(count))).toMatchObject({ type });
  });

  it("preselects no more than may be chosen", () => {
    const input = inputOf(choices(4, ["v0", "v1", "v2"], 2));
    expect(input).toMatchObject({
      max_values: 2,
      options: [{ default: true }, { default: true }, { default: false }, { default: false }],
    });
  });
});

it("asks for numbers in words that say the bounds", () => {
  const number = (minimum: number | null, maximum: number | null, whole: boolean, unit: string | null) =>
    inputOf({ ...base, kind: "number", value: "", minimum, maximum, whole, required: true, unit });
  expect(number(1, 10, true, null)).toMatchObject({ placeholder: "a whole number, 1 to 10" });
  expect(number(0, null, false, "GiB")).toMatchObject({ placeholder: "a number, 0 or more, in GiB" });
  expect(number(null, 99, false, "%")).toMatchObject({ placeholder: "a number, 99 or less, in %" });
});

it("takes a text as long as Discord does, and no longer", () => {
  const text = (mostCharacters: number): Field => ({
    ...base,
    kind: "text",
    value: "x".repeat(5_000),
    placeholder: null,
    multiline: true,
    required: false,
    mostCharacters,
  });
  expect(inputOf(text(3_999))).toMatchObject({ max_length: 3_999, value: "x".repeat(3_999) });
  expect(inputOf(text(9_999))).toMatchObject({ max_length: 4_000, value: "x".repeat(4_000) });
});

it("puts what was typed over what the form held, and leaves files and strangers alone", () => {
  const filled = withAnswers(aForm(), {
    budgetUsd: "fifty",
    features: ["arm"],
    backups: false,
    manifest: "kind: List",
    nobody: "x",
  });
  const fields = filled.steps.flatMap((step) => step.fields);
  expect(fields.find(({ key }) => key === "budgetUsd")).toMatchObject({ value: "fifty" });
  expect(fields.find(({ key }) => key === "features")).toMatchObject({ value: ["arm"] });
  expect(fields.find(({ key }) => key === "backups")).toMatchObject({ value: false });
  expect(fields.find(({ key }) => key === "manifest")).not.toHaveProperty("value");
});

it("shows the nearest step when another is asked for", () => {
  expect(renderForm(aForm(), 99, about).title).toBe("The rest");
  expect(renderForm(aForm(), -1, about).title).toBe("The basics");
});
