import type { Candidate } from "../capacity/cluster-plan.ts";
import type { Platform } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import type { Requirement } from "../question/requirement.ts";
import { roundToCent } from "../units.ts";

/** Clouds whose name says nothing about which platform would be at home there. */
const NOWHERE: readonly string[] = ["none", "other", "several"];

/** What choosing a platform leaves behind. */
export interface Leaving {
  /** What runs has to be moved. */
  moves: boolean;
  /** It would live apart from the cloud that holds everything else. */
  apart: boolean;
}

/** Whether choosing `platform` means leaving the platform that runs today or the cloud in use. */
export function leaving(requirement: Requirement, platform: Platform, book: PriceBook): Leaving {
  const home = homeCloud(requirement, book);
  const cloud = platform.provider === null ? null : book.provider(platform.provider).cloud;
  const apart = home !== null && cloud !== home;
  return { moves: requirement.running === null ? apart : requirement.running !== platform.id, apart };
}

/** The cloud in use: as told, else that of the platform that runs; null for none, several or one the catalog does not know. */
export function homeCloud(requirement: Requirement, book: PriceBook): string | null {
  if (!NOWHERE.includes(requirement.existingCloud)) return requirement.existingCloud;
  const running = book.platforms.find((platform) => platform.id === requirement.running);
  return running?.provider ? book.provider(running.provider).cloud : null;
}

/**
 * What the asker pays a month only because the Kubernetes version is old, in the bill's currency; 0 on a current one.
 * Whoever moves has to upgrade as well, so this never speaks for moving.
 */
export function oldVersionSurcharge(candidate: Candidate): number {
  const { tier, platform, book, region, requirement } = candidate;
  const current = platform.tiers.find(
    (other) => !other.extendedSupport && (other.sla?.percent ?? 0) >= (tier.sla?.percent ?? 0),
  );
  if (!tier.extendedSupport || current === undefined) return 0;
  const monthly = (skuId: string | null) => {
    const price = skuId === null ? null : book.price(platform.provider ?? "", skuId, region.id);
    if (price === null) return 0;
    return book.convert(
      price.listUnitPrice * (price.pricingUnit === "hour" ? book.provider(price.provider).hoursPerMonth : 1),
      price.currency,
      requirement.currency,
    );
  };
  return roundToCent(
    requirement.clusters * (monthly(tier.feeSku) + monthly(tier.surchargeSku) - monthly(current.feeSku)),
  );
}

/** Whether the asker's Kubernetes version is past support on `platform`: it is what runs, or is in the cloud in use when nothing is named. */
export function onOldVersion(requirement: Requirement, platform: Platform, book: PriceBook): boolean {
  if (!requirement.extendedSupport) return false;
  return requirement.running === null
    ? !leaving(requirement, platform, book).apart
    : requirement.running === platform.id;
}
