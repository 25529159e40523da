import { SPARE_NODE_FROM_PERCENT } from "../capacity/policy.ts";
import { serviceCount } from "../workload.ts";
import type { Gate, Offer } from "./rule.ts";

/** Up to here one machine and one file hold what a team runs. */
export const MOST_SERVICES = 3;
/** Up to here people on one machine do not get in each other's way. */
export const MOST_ENGINEERS = 3;

/** One machine is an answer only where nothing asks for a cluster. */
export const notKubernetes: Gate = {
  id: "needs-a-cluster",
  why: "A few services of a small team that never ran Kubernetes, and that nothing forces onto it, cost least to run on one machine.",
  source: "https://docs.docker.com/compose/how-tos/production/",
  says: (offer) => (offer.platform.kind === "machine" ? whyCluster(offer) : null),
};

function whyCluster({ requirement, assumed, nothingElseFits }: Offer): string | null {
  const { purpose, engineers, kubernetesExperience, uptimePercent } = requirement;
  const services = serviceCount(requirement);
  if (purpose === "learning") return "You want to learn Kubernetes, and there is none on it.";
  if (purpose === "enterprise")
    return "An enterprise's work stops with its one machine: every update and fault is an outage.";
  if (uptimePercent !== null && uptimePercent >= SPARE_NODE_FROM_PERCENT)
    return `One machine cannot hold ${uptimePercent} %.`;
  if (services > MOST_SERVICES)
    return `${services} services are more than one machine and one file should hold; up to ${MOST_SERVICES} are not.`;
  if (engineers > MOST_ENGINEERS) return `${engineers} people changing one machine get in each other's way.`;
  if (kubernetesExperience === "none" || nothingElseFits) return null;
  const isAssumed = assumed.includes("kubernetesExperience");
  if (isAssumed && services === 1) return null; // one service has nothing to be spread, whoever runs it
  if (isAssumed)
    return "A managed cluster is within reach, and restarts, spreads and updates what one machine cannot; whoever never ran Kubernetes may say so.";
  return "You have run Kubernetes before and a managed cluster is within reach: it restarts, spreads and updates what one machine cannot.";
}
