import type { ServiceKind } from "../../core/price/query.ts";
import { phrasesFor } from "../text/phrases.ts";

/** What people call the parts of a bill. */
export const SERVICE_WORDS = phrasesFor<ServiceKind>({
  "control-plane": [
    "control plane",
    "controlplane",
    "control planes",
    "cluster fee",
    "management fee",
    "control plane fee",
    "fee",
    "masters",
    "master",
    "cluster management",
    "ha control plane",
  ],
  disk: [
    "disk",
    "disks",
    "ssd",
    "storage",
    "volume",
    "volumes",
    "block storage",
    "persistent disk",
    "persistent volume",
    "ebs",
    "gp3",
    "managed disk",
    "premium ssd",
    "hdd",
  ],
  snapshot: ["snapshot", "snapshots"],
  "load-balancer": ["load balancer", "load balancers", "loadbalancer", "lb", "lbs", "alb", "nlb", "elb"],
  "load-balancer-data": ["load balancer data", "load balancer traffic", "lcu"],
  nat: ["nat gateway", "nat gateways", "nat", "cloud nat", "natgw"],
  "nat-data": ["nat data", "nat traffic", "nat processing", "nat gateway data", "nat gateway traffic"],
  ipv4: [
    "ipv4",
    "public ipv4",
    "public ip",
    "public ips",
    "elastic ip",
    "static ip",
    "ip address",
    "ip addresses",
    "ip",
  ],
  egress: [
    "egress",
    "internet egress",
    "bandwidth",
    "traffic",
    "outbound",
    "outbound traffic",
    "data transfer",
    "data transfer out",
    "transfer",
  ],
  "cross-zone": ["cross zone", "cross az", "cross zone traffic", "cross az traffic", "inter zone", "inter az"],
  logs: ["logs", "logging", "log ingestion", "cloudwatch logs", "cloudwatch"],
  backup: ["backup", "backups", "object storage", "blob storage", "s3", "s3 storage"],
});

/** What only one provider calls a part of a bill so. */
export const OWN_WORDS = phrasesFor<"aws" | "azure" | "gcp">({
  aws: ["ebs", "gp3", "alb", "nlb", "elb", "lcu", "elastic ip", "cloudwatch", "cloudwatch logs", "s3", "s3 storage"],
  azure: ["premium ssd", "managed disk", "blob storage"],
  gcp: ["persistent disk", "cloud nat"],
});
