import fc from "fast-check";
import {
  ACTION_NAMES,
  type Action,
  type Card,
  type FlatSection,
  type Inline,
  type Section,
} from "../../../src/cards/card.ts";
import { type Field, FORM_NAMES, type Form } from "../../../src/cards/form.ts";

// Anything within the models' own bounds: text of every script, markup, mentions, emoji, nothing at all.
const nasty = fc.constantFrom(
  "@everyone",
  "<@123456789>",
  "```",
  "**bold**",
  "[a](http://b.c)",
  "https://evil.example",
  "\u202e\u0000\ud800",
  "# head\n- list",
  "👩‍👩‍👧‍👦",
  "漢字",
  "שלום",
);
const words = (maxLength: number) =>
  fc
    .oneof(nasty, fc.string({ unit: "grapheme", maxLength }), fc.string({ unit: "binary", maxLength }))
    .map((text) => text.slice(0, maxLength));
const id = fc.stringMatching(/^[a-z0-9-]{1,24}$/);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  words(400),
  fc.record({ text: words(80), mark: fc.constantFrom("strong" as const, "code" as const) }),
  fc.record({ text: words(80), href: fc.oneof(fc.webUrl(), words(40)) }),
);
const richText = fc.oneof(inline, fc.array(inline, { maxLength: 4 }));

const table = fc.integer({ min: 1, max: 8 }).chain((columns) => {
  const row = fc.array(words(60), { minLength: columns, maxLength: columns });
  return fc.record({
    title: words(80),
    columns: fc.array(fc.record({ name: words(30), align: fc.constantFrom("left" as const, "right" as const) }), {
      minLength: columns,
      maxLength: columns,
    }),
    rows: fc.array(row, { maxLength: 60 }),
    total: fc.option(row),
  });
});

export const chart = fc.integer({ min: 0, max: 20 }).chain((bars) =>
  fc.record({
    title: words(80),
    alt: words(1_500),
    currency: fc.constantFrom("USD", "EUR", "JPY"),
    bars: fc.array(words(40), { minLength: bars, maxLength: bars }),
    series: fc.array(
      fc.record({
        name: words(30),
        values: fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: bars, maxLength: bars }),
      }),
      { maxLength: 14 },
    ),
  }),
);

const section: fc.Arbitrary<FlatSection> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: richText }),
  fc.record({ kind: fc.constant("heading" as const), text: words(80) }),
  fc.record({
    kind: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: words(60), value: words(300) }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant("list" as const),
    title: fc.option(words(80)),
    tone: fc.constantFrom("plain" as const, "warning" as const),
    items: fc.array(richText, { maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant("table" as const), table }),
  fc.record({ kind: fc.constant("chart" as const), chart }),
  fc.record({ kind: fc.constant("footer" as const), text: words(300) }),
);

const action = (choices: fc.Arbitrary<{ label: string; value: string }[] | null>) =>
  fc.record({
    name: fc.constantFrom(...ACTION_NAMES),
    label: words(90),
    style: fc.constantFrom("primary" as const, "plain" as const, "danger" as const),
    estimateId: id,
    value: fc.option(id),
    choices,
  });
const button = action(fc.constant(null));

/** One line on what the card is about, other sections, and up to four folded ones: as many as any card of ours has. */
const sections = fc
  .tuple(
    fc.option(fc.record({ kind: fc.constant("context" as const), text: richText, action: fc.option(button) })),
    fc.array(section, { maxLength: 14 }),
    fc.array(
      fc.record({
        kind: fc.constant("fold" as const),
        title: words(90),
        summary: words(200),
        sections: fc.array(section, { maxLength: 5 }),
        open: button,
      }),
      { maxLength: 4 },
    ),
  )
  .map(([context, flat, folds]): Section[] => [...(context === null ? [] : [context]), ...flat, ...folds]);
const menu = action(fc.array(fc.record({ label: words(90), value: id }), { maxLength: 25 }));

/** Up to a dozen buttons and three menus, which is more than any card of ours has. */
const actions = fc
  .tuple(fc.array(button, { maxLength: 12 }), fc.array(button, { maxLength: 6 }), fc.array(menu, { maxLength: 2 }))
  .map(([buttons, seldom, menus]): Action[] => [
    ...buttons,
    ...seldom.map((one) => ({ ...one, inMenu: true as const })),
    ...menus,
  ]);

export const card: fc.Arbitrary<Card> = fc.record({
  title: words(300),
  tone: fc.constantFrom("good" as const, "warning" as const, "neutral" as const),
  fallback: words(300),
  sections,
  actions,
  files: fc.array(
    fc.record({
      name: words(60),
      mediaType: fc.constantFrom("text/csv" as const, "text/markdown" as const),
      text: words(500),
    }),
    { maxLength: 7 },
  ),
});

const option = fc.record({ value: id, label: words(75), description: fc.option(words(75)) });
const options = (maxLength: number) => fc.uniqueArray(option, { selector: ({ value }) => value, maxLength });
const base = { key: id, label: words(45), help: fc.option(words(100)) };
const chosenOf = (list: { value: string }[]) =>
  fc.option(fc.constantFrom(...list.map(({ value }) => value), "none-of-them"));

const field: fc.Arbitrary<Field> = fc.oneof(
  options(30).chain((list) =>
    fc.record({
      ...base,
      kind: fc.constant("choice" as const),
      options: fc.constant(list),
      value: chosenOf(list),
      required: fc.boolean(),
    }),
  ),
  options(30).chain((list) =>
    fc.record({
      ...base,
      kind: fc.constant("choices" as const),
      options: fc.constant(list),
      value: fc.subarray(list.map(({ value }) => value)),
      most: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
  ),
  fc.record({
    ...base,
    kind: fc.constant("number" as const),
    value: words(30),
    minimum: fc.option(fc.integer()),
    maximum: fc.option(fc.integer()),
    whole: fc.boolean(),
    required: fc.boolean(),
    unit: fc.option(words(20)),
  }),
  fc.record({
    ...base,
    kind: fc.constant("text" as const),
    value: words(300),
    placeholder: fc.option(words(150)),
    multiline: fc.boolean(),
    required: fc.boolean(),
    mostCharacters: fc.integer({ min: 1, max: 10_000 }),
  }),
  fc.record({ ...base, kind: fc.constant("toggle" as const), value: fc.boolean() }),
  fc.record({ ...base, kind: fc.constant("file" as const), extensions: fc.constant<string[]>([".yaml"]) }),
);

const step = fc.record({
  title: words(45),
  fields: fc.uniqueArray(field, { selector: ({ key }) => key, minLength: 1, maxLength: 5 }),
});
export const form: fc.Arbitrary<Form> = fc.record({
  name: fc.constantFrom(...FORM_NAMES),
  title: words(24),
  submitLabel: words(24),
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
});
export const answers = fc.dictionary(id, fc.oneof(words(200), fc.array(words(40), { maxLength: 5 }), fc.boolean()), {
  maxKeys: 6,
});
