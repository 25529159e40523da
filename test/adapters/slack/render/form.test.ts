import { describe, expect, it } from "vitest";
import { formView } from "../../../../src/adapters/slack/render/form.ts";
import type { Field, Option } from "../../../../src/cards/form.ts";
import { viewFaults } from "../../../slack-stand-in/blocks.ts";
import { aForm, BUDGET, CLOUD, MANIFEST } from "../setup.ts";

const viewOf = (...fields: Field[]) => {
  const view = formView(aForm(fields), "{}");
  expect(viewFaults(view)).toEqual([]);
  return view;
};
const elementOf = (field: Field) => {
  const [block] = viewOf(field).blocks;
  return block && "element" in block ? block.element : undefined;
};
const options = (count: number): Option[] =>
  Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: `Option ${n}`, description: null }));
const choices = (count: number, change: Partial<Extract<Field, { kind: "choices" }>> = {}): Field => ({
  kind: "choices",
  key: "features",
  label: "Needed features",
  help: null,
  options: options(count),
  value: ["v1", "gone"],
  most: null,
  ...change,
});
const words = (change: Partial<Extract<Field, { kind: "text" }>> = {}): Field => ({
  kind: "text",
  key: "why",
  label: "Why",
  help: null,
  value: "",
  placeholder: null,
  multiline: true,
  required: true,
  mostCharacters: 4_000,
  ...change,
});

it("shows the steps as sections of one modal, prefilled", () => {
  const form = {
    ...aForm([]),
    steps: [
      { title: "The founding five", fields: [CLOUD] },
      { title: "More", fields: [BUDGET] },
    ],
  };
  const view = formView(form, '{"team":"T1"}');
  expect(viewFaults(view)).toEqual([]);
  expect(view).toMatchObject({
    type: "modal",
    callback_id: "form:advise",
    private_metadata: '{"team":"T1"}',
    title: { text: "Where to run it" },
    submit: { text: "Advise" },
  });
  expect(view.blocks).toMatchObject([
    { type: "header", text: { text: "The founding five" } },
    { type: "input", block_id: "existingCloud", optional: false, element: { initial_option: { value: "none" } } },
    { type: "header", text: { text: "More" } },
    { type: "input", block_id: "budgetUsd", optional: true, hint: { text: "Infrastructure only" } },
  ]);
});

describe("each kind of question", () => {
  it.each([
    [4, true, "radio_buttons"],
    [5, true, "static_select"],
    [4, false, "static_select"], // a radio button cannot be taken back
  ])("asks one of %i, required %s, with %s", (count, required, type) => {
    expect(elementOf({ ...CLOUD, options: options(count), value: null, required })?.type).toBe(type);
  });

  it.each([
    [10, null, "checkboxes"],
    [11, null, "multi_static_select"],
    [5, 2, "multi_static_select"], // boxes cannot be limited
    [101, null, "multi_static_select"],
  ])("asks any of %i, at most %s, with %s", (count, most, type) => {
    expect(elementOf(choices(count, { most }))).toMatchObject({ type, initial_options: [{ value: "v1" }] });
  });

  it("never ticks more than may be", () => {
    const element = elementOf(choices(5, { most: 2, value: ["v0", "v1", "v2"] }));
    expect(element).toMatchObject({ max_selected_items: 2, initial_options: [{ value: "v0" }, { value: "v1" }] });
  });

  it("asks for numbers as strings, with bounds", () => {
    expect(elementOf({ ...BUDGET, value: "99.5", maximum: 1_000 })).toEqual({
      type: "number_input",
      action_id: "number",
      is_decimal_allowed: true,
      min_value: "0",
      max_value: "1000",
      initial_value: "99.5",
      placeholder: { type: "plain_text", text: "USD", emoji: false },
    });
  });

  it.each(["fifty", "-1", "1e3"])("says what was typed where a number input cannot hold %s", (value) => {
    const [block] = viewOf({ ...BUDGET, value }).blocks;
    expect(block).toMatchObject({ hint: { text: `Infrastructure only You wrote “${value}”.` } });
    expect(block).not.toHaveProperty("element.initial_value");
  });

  it.each([
    [3_000, undefined],
    [3_001, "Only the first 3000 characters are here."],
  ])("keeps %i typed characters", (count, hint) => {
    const [block] = viewOf(words({ value: "x".repeat(count) })).blocks;
    expect(block && "hint" in block ? block.hint?.text : undefined).toBe(hint);
  });

  it("asks yes or no with one box, and a file by its endings", () => {
    const toggle: Field = { kind: "toggle", key: "backups", label: "Backups", help: null, value: true };
    expect(elementOf(toggle)).toMatchObject({ type: "checkboxes", initial_options: [{ value: "yes" }] });
    expect(elementOf(MANIFEST)).toMatchObject({ type: "file_input", filetypes: ["yaml", "json"], max_files: 1 });
  });
});

it("names the question of each fault when the form is shown again", () => {
  const view = formView(aForm([BUDGET]), "{}", { budgetUsd: "0 or more, please." });
  expect(viewFaults(view)).toEqual([]);
  expect(JSON.stringify(view.blocks[0])).toContain("Monthly budget");
  expect(JSON.stringify(view.blocks[0])).toContain("0 or more, please.");
});
