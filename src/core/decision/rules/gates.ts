import { feature } from "./feature.ts";
import { leftOut } from "./left-out.ts";
import { notKubernetes } from "./not-kubernetes.ts";
import { oneZone } from "./one-zone.ts";
import { region } from "./region.ts";
import type { Gate } from "./rule.ts";
import { selfManagedSkill } from "./self-managed-skill.ts";
import { slaBelowTarget } from "./sla-below-target.ts";

/** Tried in this order; the first that applies is the one deciding reason. */
export const GATES: readonly Gate[] = [
  leftOut,
  region,
  feature,
  oneZone,
  slaBelowTarget,
  selfManagedSkill,
  notKubernetes,
];
