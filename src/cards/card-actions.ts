import type { Estimate } from "../core/decision/estimate.ts";
import type { Action } from "./card.ts";
import { clip } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_CHOICES = 25;
const MOST_LABEL = 75;

/** A button that carries one estimate, and what it is about where that is needed. */
export const button = (
  name: Action["name"],
  label: string,
  estimateId: string,
  { value = null, style = "plain" }: { value?: string | null; style?: Action["style"] } = {},
): Action => ({ name, label: clip(label, MOST_LABEL), style, estimateId, value, choices: null });

/** The same among what is seldom needed. */
export const menuItem = (...asked: Parameters<typeof button>): Action => ({ ...button(...asked), inMenu: true });

/** A menu of platforms; none where there is nothing to choose. */
export function platformMenu(
  name: Action["name"],
  label: string,
  estimateId: string,
  platforms: readonly string[],
  names: Names,
): Action[] {
  const choices = platforms
    .slice(0, MOST_CHOICES)
    .map((id) => ({ label: clip(names.platform(id).name, MOST_LABEL), value: id }));
  return choices.length === 0 ? [] : [{ name, label, style: "plain", estimateId, value: null, choices }];
}

/** A menu of every platform but the first: what can be asked "why not". */
export function whyNotMenu({ id, ranking, rejected }: Estimate, names: Names): Action[] {
  const others = [...ranking.slice(1), ...rejected].map(({ platform }) => platform);
  return platformMenu("why-not", "Why not…", id, others, names);
}
