import { accountRisk } from "./account-risk.ts";
import { anotherCountry } from "./another-country.ts";
import { budgetBroken } from "./budget-broken.ts";
import { burstableProduction } from "./burstable-production.ts";
import { conditionalFeature } from "./conditional-feature.ts";
import { egressDecides } from "./egress-decides.ts";
import { fewServices } from "./few-services.ts";
import { heldBack } from "./held-back.ts";
import { laterPrice } from "./later-price.ts";
import { networkFirst } from "./network-first.ts";
import { noSla } from "./no-sla.ts";
import { oldVersion } from "./old-version.ts";
import { oneBalancer } from "./one-balancer.ts";
import { oneNode } from "./one-node.ts";
import { overBudget } from "./over-budget.ts";
import { paidPromise } from "./paid-promise.ts";
import type { Check } from "./rule.ts";
import { runsToday } from "./runs-today.ts";
import { spotShare } from "./spot-share.ts";
import { stalePrice } from "./stale-price.ts";
import { uncommittedPrice } from "./uncommitted-price.ts";
import { unpricedExtras } from "./unpriced-extras.ts";
import { weakPrice } from "./weak-price.ts";

/** Tried on every priced plan. */
export const REJECTIONS: readonly Check[] = [overBudget];

/** Shown in this order. */
export const WARNINGS: readonly Check[] = [
  heldBack,
  budgetBroken,
  runsToday,
  anotherCountry,
  oldVersion,
  noSla,
  conditionalFeature,
  unpricedExtras,
  uncommittedPrice,
  spotShare,
  oneNode,
  egressDecides,
  networkFirst,
  oneBalancer,
  burstableProduction,
  weakPrice,
  laterPrice,
  stalePrice,
];

/** Shown after the warnings, in this order. */
export const NOTES: readonly Check[] = [paidPromise, fewServices, accountRisk];
