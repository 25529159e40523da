import type { Platform } from "../core/catalog/platform.ts";
import { plainNumber } from "../core/cost/money.ts";
import type { Bill, CostCategory, CostLine } from "../core/decision/estimate.ts";
import { COST_CATEGORIES } from "../core/decision/estimate.ts";
import { sumOfCents } from "../core/units.ts";
import { amountText } from "./amount.ts";
import type { Table } from "./card.ts";

/** What a part of the bill is called in a table. */
export const PART_LABELS: Record<CostCategory, string> = {
  "control-plane": "Control plane",
  nodes: "Nodes",
  "os-disks": "Boot disks",
  storage: "Volumes",
  backups: "Backups",
  "load-balancers": "Load balancers",
  nat: "NAT gateways",
  "public-ipv4": "Public addresses",
  egress: "Internet traffic",
  "cross-zone": "Zone traffic",
  logs: "Logs",
  credits: "Credits",
  discounts: "Discounts",
};

/** What the words of a bill mean, for somebody who never ran a cluster. */
export const PART_GLOSSES: Partial<Record<CostCategory, string>> = {
  "load-balancers": "a load balancer is the door through which visitors come in",
  nat: "a NAT gateway is the way out for machines without a public address",
  "cross-zone": "a zone is one data centre of a region",
};

const UNIT_SIGNS: ReadonlyMap<string, string> = new Map<string, string>([
  ["hour", " h"],
  ["month", ""],
  ["vCPU-hour", " vCPU-h"],
  ["GiB-hour", " GiB-h"],
  ["GiB-month", " GiB"],
]);

/** Cents where a price has no more, else up to six figures: 24.00, 0.0464, 0.000231. */
export function unitPriceText(price: number): string {
  const exact = Number(price.toPrecision(6));
  return Number.isInteger(exact * 100) ? exact.toFixed(2) : String(exact);
}

/** Two decimals at most, and of less than a hundredth three figures: an hour of a month is 0.00137, not nothing. */
const quantityNumber = (quantity: number) =>
  quantity !== 0 && Math.abs(quantity) < 0.01 ? String(Number(quantity.toPrecision(3))) : plainNumber(quantity, 2);

/** "730 hours", "1 month", "100 GiB". */
export const quantityText = ({ quantity, unit }: Pick<CostLine, "quantity" | "unit">) =>
  `${quantityNumber(quantity)} ${unit}${quantity !== 1 && /(hour|month)$/.test(unit) ? "s" : ""}`;

/** "730 h × 0.10": how the cost of a line comes about. */
export const sumText = ({ quantity, unit, unitPrice }: Pick<CostLine, "quantity" | "unit" | "unitPrice">) =>
  `${quantityNumber(quantity)}${UNIT_SIGNS.get(unit) ?? ` ${unit}`} × ${unitPriceText(unitPrice)}`;

/** The bill by category, in its own order: what each comes to and how. Rows add up to the total. */
export function billTable(bill: Bill, kind: Platform["kind"]): Table {
  return {
    title: "Monthly bill",
    columns: [
      { name: "Part", align: "left" },
      { name: "Quantity × price", align: "right" },
      { name: bill.currency, align: "right" },
    ],
    rows: COST_CATEGORIES.flatMap((category) => {
      const lines = bill.lines.filter((line) => line.category === category);
      const cost = sumOfCents(lines.map((line) => line.cost));
      const missing = lines.length === 0 || (cost === 0 && kind === "machine" && category === "control-plane");
      return missing ? [] : [[partLabel(category, kind), howText(lines), amountText(cost)]];
    }),
    total: ["Total", "", amountText(bill.total)],
  };
}

/** One machine is no node of anything. */
export const partLabel = (category: CostCategory, kind: Platform["kind"]) =>
  kind === "machine" && category === "nodes"
    ? "Machine"
    : kind === "pods" && category === "nodes"
      ? "Pods"
      : PART_LABELS[category];

function howText(lines: readonly CostLine[]): string {
  const paid = lines.filter(({ cost }) => cost !== 0);
  const [only] = paid;
  if (only === undefined) return "no charge";
  return paid.length === 1 ? sumText(only) : `sum of ${paid.length} lines`;
}
