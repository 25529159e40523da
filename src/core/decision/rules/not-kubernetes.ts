import { SPARE_NODE_FROM_PERCENT } from "../../capacity/policy.ts";
import { serviceCount } from "../../question/workload.ts";
import type { Gate, Offer } from "./rule.ts";

/** One machine is an answer only where nothing asks for a cluster. */
export const notKubernetes: Gate = {
  id: "needs-a-cluster",
  why: "A few services of a small team that never ran Kubernetes, and that nothing forces onto it, cost least to run on one machine.",
  source: "https://docs.docker.com/compose/how-tos/production/",
  says: (offer) => (offer.platform.kind === "machine" ? (whyCluster(offer) ?? whyManaged(offer)) : null),
  asks: (offer) =>
    whyCluster(offer) === null
      ? {
          key: "kubernetesExperience",
          question:
            "Has nobody on the team run Kubernetes? Then one machine may be enough; whoever has run it gets more from a managed cluster, which restarts, spreads and updates what one machine cannot.",
        }
      : null,
};

/** What asks for a cluster, whoever runs it; null for nothing. */
function whyCluster({ requirement, book }: Offer): string | null {
  const { purpose, engineers, uptimePercent } = requirement;
  const services = serviceCount(requirement);
  const { mostServices, mostEngineers } = book.policy.oneMachine;
  if (purpose === "learning") return "You want to learn Kubernetes, and there is none on it.";
  if (purpose === "enterprise")
    return "An enterprise's work stops with its one machine: every update and fault is an outage.";
  if (uptimePercent !== null && uptimePercent >= SPARE_NODE_FROM_PERCENT)
    return `One machine cannot hold ${uptimePercent} %.`;
  if (services > mostServices)
    return `${services} services are more than one machine and one file should hold; up to ${mostServices} are not.`;
  return engineers > mostEngineers ? `${engineers} people changing one machine get in each other's way.` : null;
}

/** That a managed cluster does more for whoever has run one; null where it is out of reach or nobody has. */
function whyManaged({ requirement, assumed, nothingElseFits }: Offer): string | null {
  if (requirement.kubernetesExperience === "none" || nothingElseFits) return null;
  // One service has nothing to be spread, whoever runs it.
  if (assumed.includes("kubernetesExperience") && serviceCount(requirement) === 1) return null;
  return "You have run Kubernetes before and a managed cluster is within reach: it restarts, spreads and updates what one machine cannot.";
}
