import type { RankedPlatform } from "../core/decision/estimate.ts";
import { PART_GLOSSES } from "./bill-parts.ts";
import { upperFirst } from "./clip.ts";
import type { Names } from "./names.ts";

/** What the words on this platform's card mean, one after the other; null where none needs it. */
export function glossary({ platform, cluster, bill }: RankedPlatform, names: Names): string | null {
  const { kind } = names.platform(platform);
  const terms = [
    ...(kind === "machine" ? [] : ["the control plane is what steers the cluster"]),
    ...(kind !== "machine" && cluster.pools.length > 0 ? ["a node is one of its machines"] : []),
    ...(cluster.pools.length === 0 ? ["a pod is one running copy of a program"] : []),
    ...new Set(bill.lines.flatMap(({ category, cost }) => (cost === 0 ? [] : (PART_GLOSSES[category] ?? [])))),
  ];
  return terms.length === 0 ? null : `${upperFirst(terms.join("; "))}.`;
}
