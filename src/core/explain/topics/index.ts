import type { Topic } from "../topic.ts";
import { allocatable } from "./allocatable.ts";
import { autopilot } from "./autopilot.ts";
import { burstable } from "./burstable.ts";
import { commitments } from "./commitments.ts";
import { controlPlane } from "./control-plane.ts";
import { credits } from "./credits.ts";
import { dockerDesktop } from "./docker-desktop.ts";
import { egress } from "./egress.ts";
import { fargate } from "./fargate.ts";
import { gpu } from "./gpu.ts";
import { hetzner2026 } from "./hetzner-2026.ts";
import { hipaa } from "./hipaa.ts";
import { k3s } from "./k3s.ts";
import { labour } from "./labour.ts";
import { loadBalancer } from "./load-balancer.ts";
import { managedVsSelfManaged } from "./managed-vs-self-managed.ts";
import { nPlusOne } from "./n-plus-one.ts";
import { nat } from "./nat.ts";
import { notKubernetes } from "./not-kubernetes.ts";
import { priceDates } from "./price-dates.ts";
import { ranking } from "./ranking.ts";
import { sla } from "./sla.ts";
import { sovereignty } from "./sovereignty.ts";
import { spot } from "./spot.ts";
import { triangle } from "./triangle.ts";
import { zones } from "./zones.ts";

/** Every topic, in the order help lists them: what to choose first, then what it costs, then single platforms and needs. */
export const TOPICS: readonly Topic[] = [
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
