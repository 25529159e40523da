import { z } from "zod";
import { type input, type inputElement, plain, SURFACES } from "./shapes.ts";

export type Surface = keyof typeof SURFACES;

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
  const within = all.flatMap((block) => ("child_blocks" in block ? (block.child_blocks as { type: string }[]) : []));
  if (count("table") + within.filter(({ type }) => type === "table").length > 1) faults.push("more than one table");
  if (count("data_visualization") > MAX_CHARTS) faults.push("more than two charts");
  for (const block of read.data) faults.push(...crossFaults(block));
  for (const block of read.data) {
    if (block.type === "container") for (const child of block.child_blocks) faults.push(...crossFaults(child));
  }
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
