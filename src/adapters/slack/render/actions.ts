import type { types } from "@slack/bolt";
import type { Action } from "../../../cards/card.ts";
import { clip } from "../escape.ts";
import {
  MAX_ACTIONS_PER_BLOCK,
  MAX_BUTTON_TEXT,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_PLACEHOLDER,
  MAX_TEXT,
} from "../limits.ts";
import { plain, textSize } from "./blocks.ts";

type Element = types.Button | types.StaticSelect;

const SEPARATOR = "|"; // in none of the names or ids

/** Buttons and menus in rows. They carry ids only: what those mean is looked up, and checked, when they are pressed. */
export function actionBlocks(actions: Action[]): types.ActionsBlock[] {
  const elements = actions.flatMap((action, index) => element(action, index));
  return rows(elements).map((row) => ({ type: "actions", elements: row }));
}

/** Which card and which of its actions an `action_id` of ours means, or null for anything else. */
export function pressedAction(actionId: string): { name: string; estimateId: string } | null {
  const [name, estimateId, index] = actionId.split(SEPARATOR);
  return name && estimateId !== undefined && index !== undefined ? { name, estimateId } : null;
}

function element(action: Action, index: number): Element[] {
  const id = (part: number) => [action.name, action.estimateId, `${index}.${part}`].join(SEPARATOR);
  if (action.choices === null) {
    return [
      {
        type: "button",
        action_id: id(0),
        text: plain(clip(action.label, MAX_BUTTON_TEXT)),
        ...(action.value === null ? {} : { value: action.value }),
        ...(action.style === "plain" ? {} : { style: action.style }),
      },
    ];
  }
  return chunks(action.choices, MAX_OPTIONS).map((choices, part) => ({
    type: "static_select",
    action_id: id(part),
    placeholder: plain(clip(action.label, MAX_PLACEHOLDER)),
    options: choices.map(({ label, value }) => ({ text: plain(clip(label, MAX_OPTION_TEXT)), value })),
  }));
}

function rows(elements: Element[]): Element[][] {
  const result: Element[][] = [];
  let room = 0;
  for (const one of elements) {
    const row = result.at(-1);
    room -= textSize(one);
    if (row && room >= 0 && row.length < MAX_ACTIONS_PER_BLOCK) row.push(one);
    else {
      result.push([one]);
      room = MAX_TEXT - textSize(one);
    }
  }
  return result;
}

function chunks<T>(items: T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, n) => items.slice(n * most, (n + 1) * most));
}
