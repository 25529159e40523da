import type { Card } from "./card.ts";
import { type Commands, helpSections } from "./help-card.ts";
import { historyActions, historyTable, type PastEstimate } from "./history-card.ts";
import type { Names } from "./names.ts";

/** A person's own page: their recent answers first, then how to ask. */
export function homeCard(
  { items, next }: { items: readonly PastEstimate[]; next: string | null },
  names: Names,
  commands: Commands,
  rows: string[][],
): Card {
  return {
    title: "Where should Kubernetes run?",
    tone: "neutral",
    fallback: `Your recent answers, and how to ask: ${commands.form}.`,
    sections: [
      ...(items.length === 0
        ? []
        : [{ kind: "heading" as const, text: "Your recent answers" }, historyTable(items, names)]),
      { kind: "heading", text: "How to ask" },
      ...helpSections(commands, rows),
    ],
    actions: historyActions(items, next, names),
    files: [],
  };
}
