import fc from "fast-check";
import { expect, it } from "vitest";
import { textSize } from "../../../../src/adapters/slack/render/blocks.ts";
import { cardBlocks, cardMessages, older } from "../../../../src/adapters/slack/render/card.ts";
import { formView } from "../../../../src/adapters/slack/render/form.ts";
import { inHome, inMessages } from "../../../../src/adapters/slack/render/messages.ts";
import { ACTION_NAMES, type Card, type FlatSection, type Inline, type Section } from "../../../../src/cards/card.ts";
import { type Field, FORM_NAMES, type Form } from "../../../../src/cards/form.ts";
import { blockFaults, MAX_MESSAGE_TEXT, textLength, viewFaults } from "../../../slack-stand-in/blocks.ts";

// Any text at all: emoji, right to left, control characters, markup, half characters, and now and then very long.
const short = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("<!channel>", "<@U1>", "*b* _i_ `c` & < >", "שלום עולם", "\u202Eabc", "\ud83d", "\0", "\n\n", " "),
);
const text = fc.oneof(
  { weight: 9, arbitrary: short },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 7_000 }).map((length) => "wörd 👍 ".repeat(length / 8)) },
);
const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  fc.record({ text, mark: fc.constantFrom("strong" as const, "code" as const) }),
  fc.record({ text, href: fc.oneof(fc.webUrl(), text) }),
);
const richText = fc.oneof(inline, fc.array(inline, { maxLength: 5 }));

const section: fc.Arbitrary<FlatSection> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: richText }),
  fc.record({ kind: fc.constant("heading" as const), text }),
  fc.record({
    kind: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant("list" as const),
    title: fc.option(text),
    tone: fc.constantFrom("plain" as const, "warning" as const),
    items: fc.array(richText, { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant("table" as const), table: fc.integer({ min: 0, max: 23 }).chain(table) }),
  fc.record({ kind: fc.constant("chart" as const), chart: fc.integer({ min: 0, max: 23 }).chain(chart) }),
  fc.record({ kind: fc.constant("footer" as const), text }),
);

function table(columns: number) {
  const row = fc.array(short, { minLength: columns, maxLength: columns });
  return fc.record({
    title: text,
    columns: fc.array(fc.record({ name: short, align: fc.constantFrom("left" as const, "right" as const) }), {
      minLength: columns,
      maxLength: columns,
    }),
    rows: fc.array(row, { maxLength: 30 }),
    total: fc.option(row),
  });
}

function chart(bars: number) {
  const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: bars, maxLength: bars });
  return fc.record({
    title: text,
    alt: text,
    currency: fc.constantFrom("USD", "EUR"),
    bars: fc.array(short, { minLength: bars, maxLength: bars }),
    series: fc.array(fc.record({ name: short, values }), { maxLength: 13 }),
  });
}

const button = fc.record({
  name: fc.constantFrom(...ACTION_NAMES),
  label: short,
  style: fc.constantFrom("primary" as const, "plain" as const, "danger" as const),
  estimateId: id,
  value: fc.option(id),
  choices: fc.constant(null),
});
const choices = fc.uniqueArray(
  fc.record({ label: fc.string({ minLength: 1, maxLength: 75 }).map((label) => `x${label}`), value: id }),
  { selector: ({ value }) => value, maxLength: 120 },
);
const action = fc.oneof(
  button,
  button.map((one) => ({ ...one, inMenu: true as const })),
  fc.tuple(button, choices).map(([one, offered]) => ({ ...one, choices: offered })),
);
const anySection: fc.Arbitrary<Section> = fc.oneof(
  { weight: 5, arbitrary: section },
  fc.record({ kind: fc.constant("context" as const), text: richText, action: fc.option(button) }),
  fc.record({
    kind: fc.constant("fold" as const),
    title: text,
    summary: text,
    sections: fc.array(section, { maxLength: 5 }),
    open: button,
  }),
);

const card: fc.Arbitrary<Card> = fc.record({
  title: text,
  tone: fc.constantFrom("good" as const, "warning" as const, "neutral" as const),
  fallback: text,
  sections: fc.array(anySection, { maxLength: 12 }),
  actions: fc.array(action, { maxLength: 30 }),
  files: fc.constant([]),
});

it("draws any card as messages Slack takes, and loses no block", () => {
  fc.assert(
    fc.property(card, (one) => {
      const drawn = cardBlocks(one);
      const messages = cardMessages(one, drawn);
      for (const { text: fallback, blocks } of messages) {
        expect(blockFaults(blocks, "message")).toEqual([]);
        expect(textLength(blocks)).toBeLessThan(MAX_MESSAGE_TEXT);
        expect(fallback.length).toBeGreaterThan(0);
        expect(fallback.length).toBeLessThanOrEqual(40_000);
      }
      const sent = messages.flatMap(({ blocks }) => blocks);
      for (const block of [...drawn.body, ...drawn.end]) expect(sent).toContain(block);
    }),
    { numRuns: 100 },
  );
});

it("draws any card with older blocks, and on the Home tab", () => {
  fc.assert(
    fc.property(card, (one) => {
      const { body, end, instead } = cardBlocks(one);
      const plain = body.flatMap((block) => older(block, instead));
      for (const blocks of inMessages(plain, end)) {
        expect(blocks.filter(({ type }) => ["container", "table", "data_visualization"].includes(type))).toEqual([]);
        expect(blockFaults(blocks, "message")).toEqual([]);
        expect(textSize(blocks)).toBeLessThan(MAX_MESSAGE_TEXT);
      }
      expect(blockFaults(inHome(plain, end), "home")).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

const label = fc.string({ unit: "grapheme", maxLength: 44 }).map((rest) => `L${rest.slice(0, 44)}`);
const options = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.record({ value: id, label, description: fc.option(label) }), {
    selector: ({ value }) => value,
    minLength,
    maxLength,
  });
const base = { label, help: fc.option(label) };
const field = (key: string): fc.Arbitrary<Field> =>
  fc.oneof(
    fc.record({
      ...base,
      key: fc.constant(key),
      kind: fc.constant("choice" as const),
      options: options(1, 120),
      value: fc.option(id),
      required: fc.boolean(),
    }),
    options(1, 30).chain((offered) =>
      fc.record({
        ...base,
        key: fc.constant(key),
        kind: fc.constant("choices" as const),
        options: fc.constant(offered),
        value: fc.subarray([...offered.map(({ value }) => value), "gone"]),
        most: fc.option(fc.integer({ min: 1, max: 5 })),
      }),
    ),
    fc.record({
      ...base,
      key: fc.constant(key),
      kind: fc.constant("number" as const),
      value: fc.oneof(text, fc.double().map(String), fc.integer().map(String)),
      minimum: fc.option(fc.integer()),
      maximum: fc.option(fc.integer()),
      whole: fc.boolean(),
      required: fc.boolean(),
      unit: fc.option(label),
    }),
    fc.record({
      ...base,
      key: fc.constant(key),
      kind: fc.constant("text" as const),
      value: text,
      placeholder: fc.option(label),
      multiline: fc.boolean(),
      required: fc.boolean(),
      mostCharacters: fc.integer({ min: 1, max: 10_000 }),
    }),
    fc.record({ ...base, key: fc.constant(key), kind: fc.constant("toggle" as const), value: fc.boolean() }),
    fc.record({
      ...base,
      key: fc.constant(key),
      kind: fc.constant("file" as const),
      extensions: fc.constant<string[]>([".yaml", "json"]),
    }),
  );
const form: fc.Arbitrary<Form> = fc.record({
  name: fc.constantFrom(...FORM_NAMES),
  title: label.map((name) => name.slice(0, 24)),
  submitLabel: label.map((name) => name.slice(0, 24)),
  steps: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 }).chain((sizes) =>
    fc.tuple(
      ...sizes.map((size, step) =>
        fc.record({
          title: label,
          fields: fc.tuple(...Array.from({ length: size }, (_, n) => field(`f${step}.${n}`))),
        }),
      ),
    ),
  ),
});

it("draws any form as a modal Slack takes", () => {
  fc.assert(
    fc.property(form, fc.dictionary(fc.constantFrom("f0.0", "f1.1", "other"), text), (one, faults) => {
      fc.pre(one.steps.some(({ fields }) => fields.length > 0));
      expect(viewFaults(formView(one, "{}", faults))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
