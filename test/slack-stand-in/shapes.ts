import { z } from "zod";

// What Slack refuses, each rule beside its page. Written apart from the adapter, so that neither can excuse the other.

export const plain = (most: number) =>
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
const overflow = z.strictObject({ type: z.literal("overflow"), action_id: actionId, options: options(5) });
const menu = {
  action_id: actionId,
  placeholder: plain(150).optional(),
  options: options(100).optional(),
  option_groups: z.array(group).min(1).max(100).optional(),
};
const staticSelect = z.strictObject({ ...menu, type: z.literal("static_select"), initial_option: option.optional() });
export const inputElement = z.discriminatedUnion("type", [
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
const inContainers = [
  z.strictObject({
    type: z.literal("section"),
    block_id: blockId,
    text: text(3000).optional(),
    fields: z.array(text(2000)).min(1).max(10).optional(),
    accessory: button.optional(),
  }),
  z.strictObject({ type: z.literal("header"), block_id: blockId, text: plain(150) }),
  z.strictObject({ type: z.literal("divider"), block_id: blockId }),
  z.strictObject({ type: z.literal("context"), block_id: blockId, elements: z.array(text(3000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion("type", [button, staticSelect, overflow]))
      .min(1)
      .max(25),
  }),
] as const;
const anywhere = [...inContainers, richText] as const;
export const input = z.strictObject({
  type: z.literal("input"),
  block_id: blockId,
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  element: inputElement,
});
// https://docs.slack.dev/reference/block-kit/blocks/container-block; of its children those that both the page and what was
// seen of the live check take.
const container = z.strictObject({
  type: z.literal("container"),
  block_id: blockId,
  title: plain(150),
  subtitle: text(150).optional(),
  child_blocks: z
    .array(z.discriminatedUnion("type", [...inContainers, table]))
    .min(1)
    .max(10),
  width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
});
/** The blocks each surface takes. */
export const SURFACES = {
  message: z.array(z.discriminatedUnion("type", [...anywhere, table, chart, container])).max(50),
  modal: z
    .array(z.discriminatedUnion("type", [...anywhere, input]))
    .min(1)
    .max(100),
  home: z.array(z.discriminatedUnion("type", [...anywhere, input])).max(100),
};
