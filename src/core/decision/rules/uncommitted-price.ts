import { hasCommittedRates } from "../../cost/commitments.ts";
import { money } from "../../cost/money.ts";
import type { Commitment } from "../../question/choices.ts";
import { type CostedCandidate, evaluate } from "../evaluate.ts";
import type { Check } from "./rule.ts";

export const uncommittedPrice: Check = {
  id: "uncommitted-price",
  effect: "warn",
  why: "A generic percentage is not a price: without a sourced rate the on-demand price stays, and nobody wins by rates that others lack.",
  source: "https://www.finops.org/framework/capabilities/rate-optimization/",
  says: (priced) => {
    const { plan, candidate } = priced;
    const { requirement, uncompared } = candidate;
    if (uncompared !== "none")
      return `Not all that is ranked has ${termOf(uncompared)} rates here, so all are compared on demand.${committed(priced)}`;
    if (requirement.commitment === "none") return null;
    const onDemand = plan.pools.filter((pool) => pool.category === "standard").map((pool) => pool.machine.id);
    if (plan.pools.length > 0 && onDemand.length === 0) return null;
    return `No ${termOf(requirement.commitment)} rate is sourced for ${onDemand.length > 0 ? onDemand.join(", ") : "its pods"}: priced on demand.`;
  },
};

const termOf = (commitment: Commitment) => (commitment === "1y" ? "1-year" : "3-year");

/** What this platform would cost with the commitment that is left out of the comparison; empty where its rates are unknown or change nothing. */
function committed({ candidate, bill }: CostedCandidate): string {
  const requirement = { ...candidate.requirement, commitment: candidate.uncompared };
  const alone = evaluate({ ...candidate, requirement, uncompared: "none" });
  if ("rule" in alone || alone.bill.total >= bill.total || !hasCommittedRates(alone)) return "";
  return ` Committed, this bill would be ${money(alone.bill.total, alone.bill.currency)}.`;
}
