import type { Slot } from "../slots.ts";
import { as, count, either, many, optional, type Pattern, sequence, words } from "./pattern.ts";
import { rule } from "./rule.ts";
import { type Size, size } from "./sizes.ts";

/** What people call one of their programs. */
const component = words(
  "api|apis|frontend|backend|worker|workers|web|web server|webserver|queue|queue worker|scheduler|gateway|auth|admin|cron|dashboard|nginx|ingress|celery|sidekiq|consumer|consumers|producer|proxy|cache|search|billing|payments|orders|websocket|websockets|cms|app|service|bot|crawler|scraper|renderer|importer|exporter|indexer|streamer|graphql|rest|server|portal|shop|notifier|mailer|batch",
);
const copies = words("pods|pod|replicas|replica|copies|instances|containers");
const of = optional(words("of|with|at|@|each|with each|, each|of each|:"));

interface Kind {
  name: string;
  replicas: number;
  size: Size | null;
}
/** "api 3 pods 500m/512Mi", "api: 3 replicas", "api x4", "4x api". */
const kind: Pattern<Kind> = either(
  as(
    sequence(
      component,
      optional(words(":|=|with|has|,|(|-")),
      count,
      copies,
      of,
      optional(size),
      optional(words("each|)")),
    ),
    ([name, , replicas, , , own]) => ({ name, replicas, size: own }),
  ),
  as(sequence(component, words("x|×"), count, of, optional(size)), ([name, , replicas, , own]) => ({
    name,
    replicas,
    size: own,
  })),
  as(sequence(count, words("x|×"), component, of, optional(size)), ([replicas, , name, , own]) => ({
    name,
    replicas,
    size: own,
  })),
);

/** Several programs, each with its own copies. */
const podKinds = rule({
  id: "pod-kinds",
  examples: [
    "api 3 pods 500m/512Mi, worker 2 pods 1 cpu/2Gi",
    "frontend x2, api x4, worker x6",
    "api: 3 replicas; worker: 2 replicas",
    "2x frontend + 4x api",
  ],
  weight: 30,
  pattern: sequence(
    kind,
    many(
      as(sequence(words(",|and|;|+|, and|/|&|plus|."), kind), ([, each]) => each),
      8,
    ),
  ),
  gives: ([first, more]): Slot[] | null =>
    more.length === 0
      ? null
      : [first, ...more].map(({ name, replicas, size: own }) => ({
          key: "podKind",
          name,
          replicas,
          cpuMillicores: own === null || own.vcpu === null ? null : Math.max(1, Math.round(own.vcpu * 1000)),
          memoryMiB: own === null || own.memoryGiB === null ? null : Math.max(1, Math.round(own.memoryGiB * 1024)),
        })),
});

export const POD_KIND_RULES = [podKinds];
