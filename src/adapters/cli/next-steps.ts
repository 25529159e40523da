import { VERBS } from "../../app/verbs/table.ts";
import type { Card } from "../../cards/card.ts";
import { columns } from "./columns.ts";

/** A card's buttons as commands to type, aligned; empty where it has none. */
export function nextSteps({ actions }: Card): string {
  return columns(actions.flatMap((action) => VERBS[action.name].terminal?.(action) ?? []));
}
