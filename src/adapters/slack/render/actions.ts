import type { types } from "@slack/bolt";
import type { Action } from "../../../cards/card.ts";
import { clip } from "../escape.ts";
import {
  MAX_ACTIONS_PER_BLOCK,
  MAX_BUTTON_TEXT,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_OVERFLOW_OPTIONS,
  MAX_PLACEHOLDER,
  MAX_TEXT,
} from "../limits.ts";
import { plain, textSize } from "./blocks.ts";

type Element = types.Button | types.StaticSelect | types.Overflow;

const SEPARATOR = "|"; // in none of the names or ids
const MENU = "menu"; // in place of an action's name: what was chosen says which it is

/** Buttons and menus in rows. They carry ids only: what those mean is looked up, and checked, when they are pressed. */
export function actionBlocks(actions: Action[]): types.ActionsBlock[] {
  const shown = actions.flatMap((action, index) => (action.inMenu ? [] : element(action, index)));
  const elements = [...shown, ...menus(actions.filter(({ inMenu }) => inMenu))];
  return rows(elements).map((row) => ({ type: "actions", elements: row }));
}

/** What was pressed: which of a card's actions, and with which value. Null for what is not ours. */
export function pressedAction(
  actionId: string,
  value: string | null,
): { name: string; estimateId: string; value: string | null } | null {
  const [name, estimateId, index] = actionId.split(SEPARATOR);
  if (name === MENU) return value === null ? null : chosenItem(value);
  return name && estimateId !== undefined && index !== undefined ? { name, estimateId, value } : null;
}

function chosenItem(item: string): ReturnType<typeof pressedAction> {
  const [name, estimateId, ...value] = item.split(SEPARATOR);
  if (!name || estimateId === undefined) return null;
  return { name, estimateId, value: value.length === 0 ? null : value.join(SEPARATOR) };
}

/** What is seldom needed, behind three dots. */
function menus(actions: Action[]): Element[] {
  return chunks(actions, MAX_OVERFLOW_OPTIONS).map((items, index) => ({
    type: "overflow",
    action_id: [MENU, items[0]?.estimateId ?? "", String(index)].join(SEPARATOR),
    options: items.map(({ name, label, estimateId, value }) => ({
      text: plain(clip(label, MAX_OPTION_TEXT)),
      value: [name, estimateId, ...(value === null ? [] : [value])].join(SEPARATOR),
    })),
  }));
}

/** An action as a button. `index` keeps it apart from others of its card. */
export function buttonOf(action: Action, index: string): types.Button {
  return {
    type: "button",
    action_id: [action.name, action.estimateId, index].join(SEPARATOR),
    text: plain(clip(action.label, MAX_BUTTON_TEXT)),
    ...(action.value === null ? {} : { value: action.value }),
    ...(action.style === "plain" ? {} : { style: action.style }),
  };
}

function element(action: Action, index: number): Element[] {
  if (action.choices === null) return [buttonOf(action, `${index}.0`)];
  return chunks(action.choices, MAX_OPTIONS).map((choices, part) => ({
    type: "static_select",
    action_id: [action.name, action.estimateId, `${index}.${part}`].join(SEPARATOR),
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
