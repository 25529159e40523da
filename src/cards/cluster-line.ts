import type { RankedPlatform } from "../core/decision/estimate.ts";
import { counted, lowerFirst } from "./clip.ts";
import type { Names } from "./names.ts";

/** "3 × s-2vcpu-4gb, nyc3 (New York), basic control plane": the cluster in one line. */
export function clusterLine(ranked: RankedPlatform, clusters: number, names: Names): string {
  const { platform, tier, region } = ranked;
  const place = names.place(region);
  const tierName = names.tier(platform, tier);
  return [
    `${clusters > 1 ? `${clusters} clusters, each ` : ""}${machinesText(ranked)}`,
    ...(ranked.cluster.pools.length === 0 ? ["billed by what they ask for, no machines to look after"] : []),
    place === null ? region : `${region} (${place})`,
    ...(tierName === null ? [] : [tierText(tierName)]),
  ].join(", ");
}

/** Clusters stand in one zone or are spread over three. */
const MOST_ZONES = 3;

/** "3 × e2-medium + 2 × g2-standard-8 over 3 zones", or the pods where those are billed. */
export function machinesText({ cluster: { pools, pods } }: RankedPlatform): string {
  if (pools.length === 0) return counted(pods, "pod");
  const ofEach = pools.map((pool) => pool.zones);
  const spread = ofEach.reduce((sum, each) => sum + each, 0); // pools that take fewer zones than there are share them out
  const zones = Math.max(...ofEach) > 1 ? Math.min(MOST_ZONES, spread) : 1;
  const machines = pools.map(({ count, instanceType }) => `${count} × ${instanceType}`).join(" + ");
  return zones > 1 ? `${machines} over ${zones} zones` : machines;
}

/** A tier inside a sentence; one word alone ("Free") would not say what it is of. */
export const tierText = (name: string) => (name.includes(" ") ? lowerFirst(name) : `${lowerFirst(name)} tier`);
