import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Action } from "../../../cards/card.ts";
import { clip } from "../../../cards/clip.ts";
import { customId } from "../custom-id.ts";
import { oneLine } from "../escape.ts";
import { MAX_BUTTON_LABEL, MAX_OPTION_TEXT, MAX_PLACEHOLDER, MAX_ROW_BUTTONS, MAX_SELECT_OPTIONS } from "../limits.ts";

const MAX_BUTTONS = 2 * MAX_ROW_BUTTONS; // more than two rows of buttons is a wall; the others move into a menu

const STYLES = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const satisfies Record<Action["style"], ButtonStyle>;

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
interface Choice {
  label: string;
  value: string;
}

export function button(label: string, id: string, style: Action["style"] = "plain"): APIButtonComponentWithCustomId {
  const text = clip(oneLine(label), MAX_BUTTON_LABEL) || "…";
  return { type: ComponentType.Button, style: STYLES[style], label: text, custom_id: id };
}

export const row = (components: APIComponentInMessageActionRow[]): Row => ({
  type: ComponentType.ActionRow,
  components,
});

/** The card's controls: its first primary button beside the title, the others in rows below. */
export interface Controls {
  beside: APIButtonComponentWithCustomId | null;
  rows: Row[]; // buttons first, five a row, then menus
}

/** The actions as controls; `extra` buttons come after the card's own. */
export function controls(actions: Action[], extra: APIButtonComponentWithCustomId[] = []): Controls {
  const all = actions.map((action, nonce) => ({ ...action, id: actionId(action, nonce) }));
  const first = all.find(({ choices, style }) => choices === null && style === "primary");
  const buttons = all.filter((action) => action.choices === null && action !== first && !action.inMenu);
  const kept = buttons.slice(0, buttons.length + extra.length <= MAX_BUTTONS ? undefined : MAX_BUTTONS - extra.length);
  const moved = [...buttons.slice(kept.length), ...all.filter(({ inMenu }) => inMenu)];
  const shown = [...kept.map(({ label, id, style }) => button(label, id, style)), ...extra];
  const rows = [
    ...chunk(shown, MAX_ROW_BUTTONS).map(row),
    ...all.flatMap(({ label, id, choices }) => menus(label, id, choices ?? [])),
    ...menus(
      "More…",
      customId({ kind: "more" }, all.length),
      moved.map(({ label, id }) => ({ label, value: id })),
    ),
  ];
  return { beside: first === undefined ? null : button(first.label, first.id, first.style), rows };
}

/** Opens the form for a question in one's own words, which has to be there at once. */
export const askId = (estimateId: string, nonce = 0) =>
  customId({ kind: "open", form: "follow-up", step: 0, estimateId }, nonce);

/** The custom id of a card's action. */
export const actionId = ({ name, estimateId, value }: Action, nonce: number) =>
  name === "ask" ? askId(estimateId, nonce) : customId({ kind: "press", action: name, estimateId, value }, nonce);

/** A menu holds 25 choices; the rest goes into menus beside it. */
function menus(label: string, id: string, choices: Choice[]): Row[] {
  return chunk(distinct(choices), MAX_SELECT_OPTIONS).map((some, at) => {
    const menu: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: at === 0 ? id : id.replace(/^(\w+)\|(\d+)/, `$1|$2.${at}`),
      placeholder: clip(oneLine(at === 0 ? label : `${label} (${at + 1})`), MAX_PLACEHOLDER),
      options: some.map((choice) => ({
        label: clip(oneLine(choice.label) || choice.value, MAX_OPTION_TEXT),
        value: choice.value,
      })),
    };
    return row([menu]);
  });
}

/** Discord refuses a menu that offers one value twice. */
const distinct = (choices: Choice[]) => [...new Map(choices.map((choice) => [choice.value, choice])).values()];

export function chunk<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** How many components there are, nested ones counted: Discord's own way of counting. */
export const countComponents = (components: object[]): number =>
  components.reduce((sum: number, component) => {
    const nested = "components" in component && Array.isArray(component.components) ? component.components : [];
    return sum + 1 + countComponents(nested) + ("accessory" in component ? 1 : 0);
  }, 0);
