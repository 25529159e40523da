import type { Platform } from "../../catalog/platform.ts";
import { money } from "../../cost/money.ts";
import { COST_CATEGORIES, type CostCategory } from "../estimate.ts";
import { type CostedCandidate, categoryCost } from "../evaluate.ts";
import { priceNotesOn } from "../platform-notes.ts";
import type { Check } from "./rule.ts";

/** What a category is called inside a sentence. */
const PART_NAMES: Record<CostCategory, string> = {
  "control-plane": "its control plane",
  nodes: "its nodes",
  "os-disks": "the disks its nodes boot from",
  storage: "volumes",
  backups: "backups",
  "load-balancers": "load balancers",
  nat: "NAT gateways",
  "public-ipv4": "public addresses",
  egress: "traffic to the internet",
  "cross-zone": "traffic between zones",
  logs: "logs",
  credits: "credits",
  discounts: "discounts",
};

export const overBudget: Check = {
  id: "over-budget",
  effect: "reject",
  why: "A budget is a wish with a tolerance: a few dollars over it are a reason to save, not to move.",
  source: "https://www.finops.org/framework/capabilities/budgeting/",
  says: (priced) => {
    if (!isFarOverBudget(priced)) return null;
    return [budgetSentence(priced), ...priceNotesOn(priced)].join(" ");
  },
};

/** Whether the bill is further over the budget than its tolerance. */
export function isFarOverBudget({ candidate: { requirement, book }, bill }: CostedCandidate): boolean {
  if (requirement.budgetUsd === null) return false;
  return bill.total > book.convert(requirement.budgetUsd, "USD", bill.currency) * (1 + book.policy.budget.tolerance);
}

/** How far the bill is over the budget, in the bill's currency; 0 where it is within it or none was named. */
export function overBudgetBy({ candidate: { requirement, book }, bill }: CostedCandidate): number {
  if (requirement.budgetUsd === null) return 0;
  return Math.max(0, bill.total - book.convert(requirement.budgetUsd, "USD", bill.currency));
}

/** "Its control plane alone costs 73.00 USD a month; your budget is 50.00 USD." */
export function budgetSentence({ candidate: { requirement, book, platform }, bill }: CostedCandidate): string {
  const budget = book.convert(requirement.budgetUsd ?? 0, "USD", bill.currency);
  const credits = categoryCost(bill, "credits"); // negative: given back on the control plane
  const parts = COST_CATEGORIES.map((category) => ({
    category,
    cost: categoryCost(bill, category) + (category === "control-plane" ? credits : 0),
  }));
  const fee = parts.find(({ category, cost }) => category === "control-plane" && cost > budget);
  const alone = fee ?? parts.sort((a, b) => b.cost - a.cost).find(({ cost }) => cost > budget);
  const limit = `your budget is ${money(budget, bill.currency)}`;
  if (alone !== undefined && budget > 0)
    return `${upperFirst(partName(alone.category, platform.kind))} alone: ${money(alone.cost, bill.currency)} a month; ${limit}.`;
  return `Its bill is ${money(bill.total, bill.currency)} a month; ${limit}.`;
}

/** Where there are no nodes, what stands in the bill in their place. */
function partName(category: CostCategory, kind: Platform["kind"]): string {
  if (category !== "nodes") return PART_NAMES[category];
  return kind === "pods" ? "its pods" : kind === "machine" ? "its machine" : PART_NAMES.nodes;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
