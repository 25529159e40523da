import type { Bill, CostLine } from "../decision/estimate.ts";
import { sumOfCents } from "../units.ts";
import { money } from "./money.ts";

interface Move {
  description: string;
  from: number;
  to: number;
}

/**
 * What moved between a bill of an earlier day and one of the same cluster today, in the same currency: a sentence a line,
 * the largest move first. Lines of the same category and SKU are the same line.
 */
export function billChanges(before: Bill, now: Bill): string[] {
  const lines = new Map<string, Move>();
  const add = (line: CostLine, side: "from" | "to") => {
    const key = `${line.category} ${line.skuId}`;
    const known = lines.get(key) ?? { description: line.description, from: 0, to: 0 };
    lines.set(key, { ...known, description: line.description, [side]: sumOfCents([known[side], line.cost]) });
  };
  for (const line of before.lines) add(line, "from");
  for (const line of now.lines) add(line, "to");
  return [...lines.values()]
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || (a.description < b.description ? -1 : 1))
    .map(({ description, from, to }) => `${description}: ${money(from, before.currency)} → ${money(to, now.currency)}`);
}
