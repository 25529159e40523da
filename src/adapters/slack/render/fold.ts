import type { types } from "@slack/bolt";
import type { FlatSection, Fold, Table } from "../../../cards/card.ts";
import { clip, literal } from "../escape.ts";
import { MAX_CONTAINER_CHILDREN, MAX_CONTAINER_TEXT, MAX_CONTAINER_TITLE, MAX_TEXT } from "../limits.ts";
import { note, plain, textSize } from "./blocks.ts";
import { cut, plainText } from "./rich-text.ts";
import { nativeTables } from "./table.ts";

type Child = types.ContainerBlock["child_blocks"][number];

/**
 * A folded part as containers that open at a press; one where its blocks fit. `mayHaveTable`: a message takes one native
 * table, the others are lines. https://docs.slack.dev/reference/block-kit/blocks/container-block
 */
export function containers({ title, summary, sections }: Fold, mayHaveTable: boolean): types.ContainerBlock[] {
  const children: Child[] = [];
  let hasTable = !mayHaveTable;
  for (const section of sections) {
    const table = section.kind === "table" && !hasTable ? nativeTables(section.table) : null;
    const [only] = table?.length === 1 ? table : [];
    if (only !== undefined) hasTable = true;
    children.push(...(only === undefined ? childrenOf(section) : [only.block]));
  }
  return inGroups(children).map((group, at) => ({
    type: "container",
    title: plain(clip(at === 0 ? title : `${title} (continued)`, MAX_CONTAINER_TITLE)),
    ...(at === 0 && literal(summary).trim() !== "" ? { subtitle: plain(clip(summary, MAX_CONTAINER_TITLE)) } : {}),
    child_blocks: group,
    is_collapsible: true,
    default_collapsed: true,
  }));
}

/** Neighbours together, as many as a container takes and leaves room for the rest of a message. */
function inGroups(children: readonly Child[]): Child[][] {
  const groups: Child[][] = [];
  let room = 0;
  for (const child of children) {
    const last = groups.at(-1);
    room -= textSize(child);
    if (last && room >= 0 && last.length < MAX_CONTAINER_CHILDREN) last.push(child);
    else {
      groups.push([child]);
      room = MAX_CONTAINER_TEXT - textSize(child);
    }
  }
  return groups;
}

/** Sections of plain text: what containers take is told differently in different places, and these are in all of them. */
function childrenOf(section: FlatSection): Child[] {
  if (section.kind === "footer") return literal(section.text).trim() === "" ? [] : [note(clip(section.text, MAX_TEXT))];
  return cut(literal(linesOf(section).join("\n")).trim(), MAX_TEXT).map((text) => ({
    type: "section",
    text: plain(text),
  }));
}

function linesOf(section: FlatSection): string[] {
  switch (section.kind) {
    case "text":
    case "context":
      return [plainText(section.text)];
    case "heading":
    case "footer":
      return [section.text];
    case "facts":
      return section.facts.map(({ label, value }) => `${label}: ${value}`);
    case "list": {
      const sign = section.tone === "warning" ? "⚠️ " : "";
      const title = section.title === null ? [] : [`${sign}${section.title}`];
      return [...title, ...section.items.map((item) => `• ${plainText(item)}`)];
    }
    case "table":
      return [section.table.title, ...tableLines(section.table)];
    case "chart":
      return [section.chart.alt];
  }
}

/** A line a row: its first cell, then the others under their names. */
const tableLines = ({ columns, rows, total }: Table): string[] =>
  [...rows, ...(total ? [total] : [])].map(([first = "", ...cells]) => {
    const named = cells.flatMap((cell, at) => {
      const { name = "", align } = columns[at + 1] ?? {};
      return cell.trim() === "" ? [] : [align === "right" && name !== "" ? `${name.toLowerCase()} ${cell}` : cell];
    });
    return `• ${first}: ${named.join(" · ")}`;
  });
