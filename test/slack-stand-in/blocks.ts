import { z } from "zod";

// What Slack refuses, each rule beside its page. Written apart from the adapter, so that neither can excuse the other.

export type Surface = "message" | "modal" | "home";

const plain = (most: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(most), verbatim: z.boolean().optional() });
const text = (most: number) => z.union([plain(most), mrkdwn(most)]);
const blockId = z.string().min(1).max(255).optional();
const actionId = z.string().min(1).max(255);

// https://docs.slack.dev/reference/block-kit/composition-objects/option-object
const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
});
const options = (most: number) => z.array(option).min(1).max(most);
const group = z.strictObject({ label: plain(75), options: options(100) });

// https://docs.slack.dev/reference/block-kit/block-elements
const button = z.strictObject({
  type: z.literal("button"),
  action_id: actionId,
  text: plain(75),
  value: z.string().max(2000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
});
const menu = {
  action_id: actionId,
  placeholder: plain(150).optional(),
  options: options(100).optional(),
  option_groups: z.array(group).min(1).max(100).optional(),
};
const staticSelect = z.strictObject({ ...menu, type: z.literal("static_select"), initial_option: option.optional() });
const inputElement = z.discriminatedUnion("type", [
  staticSelect,
  z.strictObject({
    ...menu,
    type: z.literal("multi_static_select"),
    initial_options: z.array(option).min(1).optional(),
    max_selected_items: z.int().min(1).optional(),
  }),
  z.strictObject({
    type: z.literal("radio_buttons"),
    action_id: actionId,
    options: options(10),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    action_id: actionId,
    options: options(10),
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal("number_input"),
    action_id: actionId,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
    initial_value: z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .optional(),
    placeholder: plain(150).optional(),
  }),
  z.strictObject({
    type: z.literal("plain_text_input"),
    action_id: actionId,
    multiline: z.boolean().optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().min(1).optional(),
    placeholder: plain(150).optional(),
  }),
  z.strictObject({
    type: z.literal("file_input"),
    action_id: actionId,
    filetypes: z.array(z.string().regex(/^[a-z0-9]+$/)).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
]);

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
const richElement = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    text: z.string().min(1),
    style: z.strictObject({ bold: z.literal(true).optional(), code: z.literal(true).optional() }).optional(),
  }),
  z.strictObject({ type: z.literal("link"), url: z.url().max(3000), text: z.string().min(1).optional() }),
]);
const richSection = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(richElement).min(1) });
const richText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion("type", [
        richSection,
        z.strictObject({
          type: z.literal("rich_text_list"),
          style: z.enum(["bullet", "ordered"]),
          elements: z.array(richSection).min(1),
        }),
        z.strictObject({
          type: z.literal("rich_text_preformatted"),
          elements: z.array(richElement).min(1),
          border: z.int().optional(),
        }),
      ]),
    )
    .min(1),
});

// https://docs.slack.dev/reference/block-kit/blocks/table-block
const table = z.strictObject({
  type: z.literal("table"),
  block_id: blockId,
  column_settings: z
    .array(
      z.strictObject({ align: z.enum(["left", "center", "right"]).optional(), is_wrapped: z.boolean().optional() }),
    )
    .max(20)
    .optional(),
  rows: z
    .array(
      z
        .array(
          z.discriminatedUnion("type", [
            z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) }),
            richText,
          ]),
        )
        .min(1)
        .max(20),
    )
    .min(1)
    .max(100),
});

// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
const chart = z.strictObject({
  type: z.literal("data_visualization"),
  block_id: blockId,
  title: z.string().min(1).max(50),
  chart: z.strictObject({
    type: z.literal("bar"),
    series: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(20),
          data: z
            .array(z.strictObject({ label: z.string().min(1).max(20), value: z.number() }))
            .min(1)
            .max(20),
        }),
      )
      .min(1)
      .max(6),
    axis_config: z.strictObject({
      categories: z.array(z.string().min(1).max(20)).min(1).max(20),
      x_label: z.string().max(50).optional(),
      y_label: z.string().max(50).optional(),
    }),
  }),
});

// https://docs.slack.dev/reference/block-kit/blocks
const anywhere = [
  z.strictObject({
    type: z.literal("section"),
    block_id: blockId,
    text: text(3000).optional(),
    fields: z.array(text(2000)).min(1).max(10).optional(),
  }),
  z.strictObject({ type: z.literal("header"), block_id: blockId, text: plain(150) }),
  z.strictObject({ type: z.literal("divider"), block_id: blockId }),
  z.strictObject({ type: z.literal("context"), block_id: blockId, elements: z.array(text(3000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion("type", [button, staticSelect]))
      .min(1)
      .max(25),
  }),
  richText,
] as const;
const input = z.strictObject({
  type: z.literal("input"),
  block_id: blockId,
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  element: inputElement,
});
const SURFACES = {
  message: z.array(z.discriminatedUnion("type", [...anywhere, table, chart])).max(50),
  modal: z
    .array(z.discriminatedUnion("type", [...anywhere, input]))
    .min(1)
    .max(100),
  home: z.array(z.discriminatedUnion("type", [...anywhere, input])).max(100),
};

const MAX_TABLE_TEXT = 10_000;
const MAX_CHARTS = 2;
/** Not documented; https://github.com/slackapi/bolt-js/issues/2509 saw it from 11 300 on, so here it is tighter. */
export const MAX_MESSAGE_TEXT = 10_000;

/** Why Slack would answer `invalid_blocks`; empty when it would take them. */
export function blockFaults(blocks: unknown, surface: Surface): string[] {
  const read = SURFACES[surface].safeParse(blocks);
  if (!read.success) return [z.prettifyError(read.error)];
  const faults: string[] = [];
  const all: { type: string; block_id?: string | undefined }[] = read.data;
  const ids = all.flatMap(({ block_id }) => block_id ?? []);
  if (new Set(ids).size < ids.length) faults.push("block_id is not unique");
  const count = (type: string) => all.filter((block) => block.type === type).length;
  if (count("table") > 1) faults.push("more than one table");
  if (count("data_visualization") > MAX_CHARTS) faults.push("more than two charts");
  for (const block of read.data) faults.push(...crossFaults(block));
  return faults;
}

type AnyBlock = z.infer<(typeof SURFACES)["message"]>[number] | z.infer<typeof input>;

/** Rules between the parts of one block. */
function crossFaults(block: AnyBlock): string[] {
  switch (block.type) {
    case "actions":
      return unique(
        "action_id",
        block.elements.map((element) => element.action_id),
      );
    case "table":
      return textLength(block.rows) > MAX_TABLE_TEXT ? ["table has more than 10 000 characters"] : [];
    case "data_visualization": {
      const { series, axis_config } = block.chart;
      const wanted = axis_config.categories.join("\n");
      const strange = series.some(({ data }) => data.map(({ label }) => label).join("\n") !== wanted);
      return [
        ...unique(
          "series name",
          series.map(({ name }) => name),
        ),
        ...unique("category", axis_config.categories),
        ...(strange ? ["a series does not have one point for each category"] : []),
      ];
    }
    case "input":
      return inputFaults(block.element);
    default:
      return [];
  }
}

function inputFaults(element: z.infer<typeof inputElement>): string[] {
  if (!("options" in element || "option_groups" in element)) {
    const isLong = "initial_value" in element && "max_length" in element;
    return isLong && (element.initial_value?.length ?? 0) > (element.max_length ?? 3000)
      ? ["initial_value is longer than max_length"]
      : [];
  }
  const groups = "option_groups" in element ? (element.option_groups ?? []) : [];
  const offered = [...(element.options ?? []), ...groups.flatMap((one) => one.options)].map((one) =>
    JSON.stringify(one),
  );
  const single = "initial_option" in element && element.initial_option ? [element.initial_option] : [];
  const chosen = "initial_options" in element ? (element.initial_options ?? []) : single;
  const most = "max_selected_items" in element ? (element.max_selected_items ?? chosen.length) : chosen.length;
  return [
    ...(offered.length === 0 ? ["a menu without options"] : []),
    ...unique("option", offered),
    ...(chosen.every((one) => offered.includes(JSON.stringify(one))) ? [] : ["the initial option is not offered"]),
    ...(chosen.length > most ? ["more initial options than may be selected"] : []),
  ];
}

function unique(what: string, names: string[]): string[] {
  return new Set(names).size === names.length ? [] : [`${what} is not unique`];
}

/** Characters people see: every string under a key that shows. */
export function textLength(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) =>
      sum +
      (typeof part === "string"
        ? ["text", "title", "name", "label"].includes(key)
          ? part.length
          : 0
        : textLength(part)),
    0,
  );
}

// https://docs.slack.dev/reference/views
const viewBase = {
  blocks: z.unknown(),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
};
const View = z.discriminatedUnion("type", [
  z.strictObject({ ...viewBase, type: z.literal("home") }),
  z.strictObject({
    ...viewBase,
    type: z.literal("modal"),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
  }),
]);
export type View = z.infer<typeof View>;

/** Why Slack would refuse the view. */
export function viewFaults(view: unknown): string[] {
  const read = View.safeParse(view);
  if (!read.success) return [z.prettifyError(read.error)];
  const faults = blockFaults(read.data.blocks, read.data.type);
  const asks = JSON.stringify(read.data.blocks).includes('"type":"input"');
  if (read.data.type === "modal" && asks && read.data.submit === undefined) faults.push("submit is missing");
  return faults;
}
