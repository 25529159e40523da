import type { Candidate, Unplannable } from "./cluster-plan.ts";

/** That no such machine can be ordered in the region; where nobody could source a price of any machine there, that. */
export function noMachine({ platform, region, book }: Candidate, wanted: string): Unplannable {
  const isPriced = book.instanceTypes(platform.provider ?? "", region.id).length > 0;
  const reason = isPriced
    ? `No ${wanted} can be ordered in ${region.id}.`
    : `It cannot be priced here: what its machines cost in ${region.id} is unknown.`;
  return { rule: "no-machine", reason };
}
