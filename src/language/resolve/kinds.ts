import type { PodRequest, PoolRequest } from "../../core/question/workload-request.ts";
import { MIB_PER_GIB } from "../../core/units.ts";
import type { Span } from "../parse.ts";
import { wordAt, wordSet } from "../text/text.ts";
import { type Draft, ofKey } from "./facts.ts";

/** Something of several kinds, with the words it was said in. */
export interface Kind<T> {
  span: Span;
  value: T;
}

/** Equal machines, as far as anybody said. */
export type Pool = Omit<PoolRequest, "spot"> & { spot?: boolean };

/**
 * Machines of several kinds, "2 m5.large plus 4 c5.xlarge", in the order of the text; empty where one kind at most was named,
 * where kinds are named as alternatives, or where others were counted beside them. `inAll` gives a count over all clusters.
 */
export function poolsOf(
  draft: Draft,
  inAll: (fact: { value: number; perCluster?: true; span: Span }) => number,
): Kind<Pool>[] {
  const counts = ofKey(draft.facts, "nodes");
  const types = ofKey(draft.facts, "instanceType");
  const sizes = ofKey(draft.facts, "size").filter(({ of }) => of === "node");
  const pools = counts.flatMap((counted): Kind<Pool>[] => {
    const spot = ofKey(draft.facts, "spotPercent").some(({ span }) => span === counted.span);
    const base = { count: inAll(counted), ...(spot ? { spot: true } : {}) };
    const type = types.find(({ span }) => span === counted.span);
    if (type !== undefined) return [{ span: counted.span, value: { ...base, instanceType: type.value } }];
    const own = sizes.find(({ span }) => span === counted.span);
    if (own === undefined || own.cpuMillicores === null || own.memoryMiB === null) return [];
    const size = { vcpu: own.cpuMillicores / 1000, memoryGiB: own.memoryMiB / MIB_PER_GIB };
    return [{ span: counted.span, value: { ...base, ...size } }];
  });
  const total = pools.reduce((sum, { value }) => sum + value.count, 0);
  const isWhole = counts.every((each) => pools.some(({ span }) => span === each.span) || each.value === total);
  const isEveryType = types.every((each) => pools.some(({ span }) => span === each.span));
  const kinds = new Set(pools.map(({ value: { count: _, ...kind } }) => JSON.stringify(kind)));
  return kinds.size > 1 && isWhole && isEveryType && !areAlternatives(draft, pools) ? pools : [];
}

const ALTERNATIVES = wordSet(
  "or vs versus instead than sorry rather from to replace replaced replacing into correction wait actually → against compared",
);
function areAlternatives({ parse: { text } }: Draft, kinds: readonly Kind<unknown>[]): boolean {
  return kinds.some(({ span }, index) => {
    const before = kinds[index - 1];
    if (before === undefined) return false;
    for (let at = before.span.to; at < span.from; at += 1) if (ALTERNATIVES.has(wordAt(text, at))) return true;
    return false;
  });
}

/** Programs with copies of their own, in the order of the text, each under a name of its own. */
export function podKindsOf(draft: Draft): Kind<Partial<PodRequest> & { name: string }>[] {
  const names = new Map<string, number>();
  return ofKey(draft.facts, "podKind").map(({ span, name, replicas, cpuMillicores, memoryMiB }) => {
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    const value = {
      name: (times === 1 ? name : `${name}-${times}`).replaceAll(" ", "-"),
      replicas,
      ...(cpuMillicores === null ? {} : { cpuMillicores }),
      ...(memoryMiB === null ? {} : { memoryMiB }),
    };
    return { span, value };
  });
}
