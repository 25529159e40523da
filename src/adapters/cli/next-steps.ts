import { VERBS } from "../../app/verbs/table.ts";
import type { Card } from "../../cards/card.ts";
import { columns } from "./columns.ts";

/** A card's buttons as commands to type, aligned; empty where it has none. */
export function nextSteps({ actions, sections }: Card): string {
  const beside = sections.flatMap((section) => (section.kind === "context" && section.action ? [section.action] : []));
  return columns([...beside, ...actions].flatMap((action) => VERBS[action.name].terminal?.(action) ?? []));
}
