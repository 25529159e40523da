import { namesMachines, serviceCount } from "../../question/workload.ts";
import type { Check } from "./rule.ts";

const MOST_BALANCERS = 1;
const FEW_SERVICES = 4;

export const oneBalancer: Check = {
  id: "one-balancer",
  effect: "warn",
  why: "A load balancer for each service is the commonest avoidable cost.",
  source: "https://kubernetes.io/docs/concepts/services-networking/ingress/",
  says: ({ candidate: { requirement } }) => {
    const { loadBalancers } = requirement;
    if (loadBalancers > MOST_BALANCERS)
      return `${loadBalancers} load balancers are billed: one with an ingress (rules by host name) can serve them all, and services inside the cluster need none.`;
    if (loadBalancers === 0 || namesMachines(requirement) || serviceCount(requirement) < FEW_SERVICES) return null;
    return "One load balancer with an ingress (rules by host name) is planned for all services; those inside the cluster need none.";
  },
};
