import type { Candidate, ClusterPlan } from "../capacity/cluster-plan.ts";
import { planCluster } from "../capacity/plan.ts";
import { billOf } from "../cost/bill.ts";
import { labourOf } from "../cost/labour.ts";
import { MINUTES_PER_MONTH, roundToCent, sumOfCents } from "../units.ts";
import type { Bill, CostLine, Labour } from "./estimate.ts";
import { slaOf } from "./sla.ts";

/** A platform and tier that holds what was asked, planned and priced. */
export interface CostedCandidate {
  candidate: Candidate;
  plan: ClusterPlan;
  bill: Bill;
  labour: Labour;
  sla: { percent: number; downtimeMinutesPerMonth: number } | null;
  risk: number; // expected outage cost a month, in the bill's currency; 0 where none was asked for
  trueCost: number; // bill + labour + risk
}

/** Plans and prices one candidate, or says by which rule and why that cannot be done. */
export function evaluate(candidate: Candidate): CostedCandidate | { rule: string; reason: string } {
  const plan = planCluster(candidate);
  if ("rule" in plan) return plan;
  const bill = billOf(candidate, plan);
  if ("unpriced" in bill)
    return { rule: "unpriced", reason: `It cannot be priced here: the price of ${bill.unpriced} is unknown.` };
  const labour = labourOf(candidate);
  const promised = slaOf(candidate.tier, plan.zones);
  const risk = outageRisk(candidate, promised);
  return {
    candidate,
    plan,
    bill,
    labour,
    sla: promised === null ? null : { percent: promised, downtimeMinutesPerMonth: downtimeMinutes(promised) },
    risk,
    trueCost: sumOfCents([bill.total, labour.cost, risk]),
  };
}

/** Minutes a month of 730 hours that `percent` leaves, to a tenth. */
export const downtimeMinutes = (percent: number) => Math.round(((100 - percent) / 100) * MINUTES_PER_MONTH * 10) / 10;

function outageRisk({ requirement, book }: Candidate, percent: number | null): number {
  if (requirement.outageCostUsdPerHour === null) return 0;
  const hours = downtimeMinutes(percent ?? book.labour.availabilityWithoutSla) / 60;
  return roundToCent(book.convert(hours * requirement.outageCostUsdPerHour, "USD", requirement.currency));
}

/** What the lines of a category come to. */
export const categoryCost = (bill: Bill, category: CostLine["category"]) =>
  sumOfCents(bill.lines.filter((line) => line.category === category).map((line) => line.cost));
