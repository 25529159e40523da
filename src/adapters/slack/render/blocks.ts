import type { types } from "@slack/bolt";
import { literal } from "../escape.ts";

/** Slack's own types do not know it yet. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface ChartBlock {
  type: "data_visualization";
  title: string;
  chart: {
    type: "bar";
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; y_label: string };
  };
}

export type Block = Exclude<types.KnownBlock, types.FileBlock> | ChartBlock;

/** Text without markup; a dash where there is none, since Slack refuses empty text. */
export function plain(text: string): types.PlainTextElement {
  return { type: "plain_text", text: literal(text) || "–", emoji: false };
}

/** A line in small grey letters. */
export function note(text: string): types.ContextBlock {
  return { type: "context", elements: [plain(text)] };
}

/** Characters the block adds to its message: every string in it but type names, which is more than Slack counts. */
export function textSize(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, part]) => sum + (key === "type" ? 0 : textSize(part)), 0);
}
