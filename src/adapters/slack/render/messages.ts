import {
  MAX_BLOCKS_PER_MESSAGE,
  MAX_BLOCKS_PER_VIEW,
  MAX_CHARTS_PER_MESSAGE,
  MAX_TABLES_PER_MESSAGE,
  MAX_TEXT_PER_MESSAGE,
} from "../limits.ts";
import { type Block, note, textSize } from "./blocks.ts";

const GOES_ON = note("Continues in the next message.");

/**
 * Blocks in as many messages as Slack's limits ask for, in order. `end` (buttons, footer) closes the first message, where
 * people look for it, unless it is so long that it needs messages of its own.
 */
export function inMessages(body: Block[], end: Block[]): [Block[], ...Block[][]] {
  const whole = new Room([]);
  if ([...body, ...end].every((block) => whole.take(block))) return [[...body, ...end]];
  const reserved = [GOES_ON, ...end];
  if (textSize(reserved) > MAX_TEXT_PER_MESSAGE / 2) return atLeastOne(pages([...body, ...end], []));
  const [first = [], ...rest] = pages(body, reserved);
  return [[...first, ...reserved], ...rest];
}

/** Blocks for the Home tab, which is one page: past its limit the rest is counted. */
export function inHome(body: Block[], end: Block[]): Block[] {
  const room = MAX_BLOCKS_PER_VIEW - end.length;
  if (body.length <= room) return [...body, ...end];
  const shown = body.slice(0, room - 1);
  return [...shown, note(`And ${body.length - shown.length} more.`), ...end];
}

/** `reserved` is kept free in the first page only. */
function pages(blocks: Block[], reserved: Block[]): Block[][] {
  const result: Block[][] = [[]];
  let room = new Room(reserved);
  for (const block of blocks) {
    if (!room.take(block)) {
      result.push([]);
      room = new Room([]);
      room.take(block);
    }
    result.at(-1)?.push(block);
  }
  return result;
}

function atLeastOne([first = [], ...rest]: Block[][]): [Block[], ...Block[][]] {
  return [first, ...rest];
}

const tablesIn = (block: Block): number =>
  block.type === "container"
    ? block.child_blocks.filter(({ type }) => type === "table").length
    : Number(block.type === "table");

/** What is left of a message's limits. */
class Room {
  private blocks = MAX_BLOCKS_PER_MESSAGE;
  private text = MAX_TEXT_PER_MESSAGE;
  private tables = MAX_TABLES_PER_MESSAGE;
  private charts = MAX_CHARTS_PER_MESSAGE;

  constructor(reserved: Block[]) {
    for (const block of reserved) this.take(block);
  }

  /** True, and less room, if the block still fits. */
  take(block: Block): boolean {
    const text = textSize(block);
    const tables = tablesIn(block);
    const charts = block.type === "data_visualization" ? 1 : 0;
    if (this.blocks < 1 || this.text < text || this.tables < tables || this.charts < charts) return false;
    this.blocks -= 1;
    this.text -= text;
    this.tables -= tables;
    this.charts -= charts;
    return true;
  }
}
