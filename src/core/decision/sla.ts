import type { Tier } from "../catalog/platform.ts";

/** The availability a tier promises for nodes in so many zones, in percent; null for no promise. */
export function slaOf(tier: Tier, zones: number): number | null {
  if (tier.sla === null) return null;
  return zones >= 3 ? (tier.sla.withZonesPercent ?? tier.sla.percent) : tier.sla.percent;
}
