import type { RankedPlatform } from "../core/estimate.ts";
import { plainNumber } from "../core/money.ts";

/** "21.9": minutes a month that the promise allows; "no promise" where there is none. */
export const downtimeText = ({ sla }: Pick<RankedPlatform, "sla">) =>
  sla === null ? "no promise" : plainNumber(sla.downtimeMinutesPerMonth);
