import { z } from "zod";
import type { AnyObject } from "./objects.ts";
import type { Found } from "./reading.ts";
import { SAYS } from "./says.ts";

const Service = z.object({ type: z.string() });

/**
 * Counts the load balancers that objects ask for: one for each Service of that type and each Gateway. Ingresses share their
 * controller's, which is one of these where there are any, else one more.
 */
export function countBalancers(objects: readonly AnyObject[], found: Found): void {
  const services = objects.filter(
    ({ kind, spec, apiVersion }) =>
      kind === "Service" && !apiVersion?.includes("knative") && Service.safeParse(spec).data?.type === "LoadBalancer",
  ).length;
  const gateways = objects.filter(
    ({ kind, apiVersion }) => kind === "Gateway" && !apiVersion?.includes("istio"),
  ).length;
  const ingresses = objects.filter(({ kind }) => kind === "Ingress").length;
  if (services + gateways + ingresses === 0) return;
  const own = services + gateways;
  if (ingresses > 0)
    found.notes.add(
      own > 0 ? SAYS.sharedIngress : SAYS.ingress,
      ingresses === 1 ? "1 Ingress" : `${ingresses} Ingresses`,
    );
  found.loadBalancers = (found.loadBalancers ?? 0) + (own > 0 ? own : 1);
}
