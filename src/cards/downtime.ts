import { plainNumber } from "../core/cost/money.ts";
import type { RankedPlatform } from "../core/decision/estimate.ts";

/** "21.9": minutes a month that the promise allows; "no promise" where there is none. */
export const downtimeText = ({ sla }: Pick<RankedPlatform, "sla">) =>
  sla === null ? "no promise" : plainNumber(sla.downtimeMinutesPerMonth);
