import type { Topic } from "../topic.ts";
import { allocatable } from "./allocatable.ts";
import { autopilot } from "./autopilot.ts";
import { burstable } from "./burstable.ts";
import { cluster } from "./cluster.ts";
import { commitments } from "./commitments.ts";
import { container } from "./container.ts";
import { controlPlane } from "./control-plane.ts";
import { credits } from "./credits.ts";
import { dockerDesktop } from "./docker-desktop.ts";
import { egress } from "./egress.ts";
import { fargate } from "./fargate.ts";
import { gpu } from "./gpu.ts";
import { hetzner2026 } from "./hetzner-2026.ts";
import { hipaa } from "./hipaa.ts";
import { ingress } from "./ingress.ts";
import { k3s } from "./k3s.ts";
import { kubernetes } from "./kubernetes.ts";
import { labour } from "./labour.ts";
import { loadBalancer } from "./load-balancer.ts";
import { managedVsSelfManaged } from "./managed-vs-self-managed.ts";
import { nPlusOne } from "./n-plus-one.ts";
import { nat } from "./nat.ts";
import { node } from "./node.ts";
import { notKubernetes } from "./not-kubernetes.ts";
import { pod } from "./pod.ts";
import { priceDates } from "./price-dates.ts";
import { ranking } from "./ranking.ts";
import { region } from "./region.ts";
import { replica } from "./replica.ts";
import { request } from "./request.ts";
import { sla } from "./sla.ts";
import { sovereignty } from "./sovereignty.ts";
import { spot } from "./spot.ts";
import { triangle } from "./triangle.ts";
import { vcpu } from "./vcpu.ts";
import { zones } from "./zones.ts";

/** Every topic, in the order help lists them: the words themselves, what to choose first, then what it costs, then single platforms and needs. */
export const TOPICS: readonly Topic[] = [
  kubernetes,
  cluster,
  node,
  pod,
  container,
  replica,
  request,
  vcpu,
  region,
  ingress,
  dockerDesktop,
  notKubernetes,
  managedVsSelfManaged,
  triangle,
  ranking,
  labour,
  controlPlane,
  sla,
  zones,
  nPlusOne,
  allocatable,
  burstable,
  loadBalancer,
  egress,
  nat,
  credits,
  commitments,
  spot,
  priceDates,
  autopilot,
  fargate,
  k3s,
  hetzner2026,
  gpu,
  hipaa,
  sovereignty,
];
