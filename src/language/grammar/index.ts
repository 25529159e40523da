import { grammarOf } from "../parse.ts";
import { CLOUD_RULES } from "./clouds.ts";
import { EXISTING_CLUSTER_RULES } from "./existing-clusters.ts";
import { EXPERIENCE_RULES } from "./experience.ts";
import { FEATURE_RULES } from "./features.ts";
import { GPU_RULES } from "./gpus.ts";
import { GROUP_RULES } from "./groups.ts";
import { BALANCER_RULES } from "./load-balancers.ts";
import { MACHINE_RULES } from "./machines.ts";
import { MONEY_RULES } from "./money.ts";
import { MONEY_PHRASE_RULES } from "./money-phrases.ts";
import { NOT_OURS_RULES } from "./not-ours.ts";
import { PEOPLE_RULES } from "./people.ts";
import { PLACE_RULES } from "./places.ts";
import { POD_KIND_RULES } from "./pod-kinds.ts";
import { PRICE_MACHINE_RULES } from "./price-machines.ts";
import { PRICE_SERVICE_RULES } from "./price-services.ts";
import { PRICE_WORD_RULES } from "./price-words.ts";
import { PRIORITY_RULES } from "./priorities.ts";
import { PURPOSE_RULES } from "./purpose.ts";
import { RELATIVE_RULES } from "./relative.ts";
import { SERVICE_RULES } from "./services.ts";
import { SIZE_RULES } from "./sizes.ts";
import { TERM_RULES } from "./terms.ts";
import { UNSET_RULES } from "./unset.ts";
import { UPTIME_RULES } from "./uptime.ts";
import { VOLUME_EACH_RULES } from "./volume-each.ts";
import { VOLUME_RULES } from "./volumes.ts";

/** Every way of saying something about a requirement. */
export const REQUIREMENT_RULES = [
  ...UNSET_RULES,
  ...EXISTING_CLUSTER_RULES,
  ...TERM_RULES,
  ...UPTIME_RULES,
  ...VOLUME_RULES,
  ...VOLUME_EACH_RULES,
  ...BALANCER_RULES,
  ...EXPERIENCE_RULES,
  ...PEOPLE_RULES,
  ...MACHINE_RULES,
  ...GPU_RULES,
  ...SERVICE_RULES,
  ...GROUP_RULES,
  ...POD_KIND_RULES,
  ...SIZE_RULES,
  ...MONEY_RULES,
  ...MONEY_PHRASE_RULES,
  ...PRIORITY_RULES,
  ...FEATURE_RULES,
  ...PURPOSE_RULES,
  ...CLOUD_RULES,
  ...PLACE_RULES,
  ...NOT_OURS_RULES,
];

/** What people say of what they need. */
export const REQUIREMENT_GRAMMAR = grammarOf(REQUIREMENT_RULES);
/** What they say of an earlier answer. */
export const FOLLOW_UP_RULES = [...REQUIREMENT_RULES, ...RELATIVE_RULES];
export const FOLLOW_UP_GRAMMAR = grammarOf(FOLLOW_UP_RULES);
/** What they say who ask for prices. */
export const PRICE_RULES = [...PRICE_SERVICE_RULES, ...PRICE_MACHINE_RULES, ...PRICE_WORD_RULES, ...TERM_RULES];
export const PRICE_GRAMMAR = grammarOf(PRICE_RULES);
