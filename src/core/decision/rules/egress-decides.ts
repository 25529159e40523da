import { plainNumber } from "../../cost/money.ts";
import type { Check } from "./rule.ts";

const HEAVY_GIB = 5_120; // 5 TB a month: beyond it price lists part ways

export const egressDecides: Check = {
  id: "egress-decides",
  effect: "warn",
  why: "Traffic to the internet differs a hundredfold between price lists; past some terabytes it decides alone.",
  source: "https://www.finops.org/framework/capabilities/architecting-for-cloud/",
  says: ({ candidate: { requirement } }) =>
    requirement.egressGiB < HEAVY_GIB
      ? null
      : `At ${plainNumber(requirement.egressGiB)} GiB a month traffic to the internet decides between providers; a CDN in front would take most of it off this bill, at a price of its own.`,
};
