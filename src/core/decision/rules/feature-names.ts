import type { Feature } from "../../question/choices.ts";

/** What features are called in a sentence. */
export const FEATURE_NAMES: Record<Feature, string> = {
  gpu: "GPUs",
  tpu: "TPUs",
  serverless: "pods without nodes to look after",
  autoscaling: "nodes that come and go with load",
  spot: "spot capacity",
  "custom-networking": "a network plugin of your choice",
  "vpc-integration": "a place inside your cloud's private network",
  "identity-integration": "sign-in tied to your cloud's identities",
  windows: "Windows nodes",
  arm: "Arm machines",
  "multi-zone": "nodes in several zones",
  "multi-region": "clusters in several regions",
  hybrid: "a link to your own data centre",
  stateful: "volumes for pods that keep data",
  "managed-database": "a managed database beside the cluster",
  batch: "batch jobs",
  "egress-heavy": "heavy traffic to the internet",
  soc2: "SOC 2 reports",
  hipaa: "a HIPAA agreement",
  pci: "PCI DSS",
  fedramp: "FedRAMP",
  "data-residency": "data that stays in the region",
  "eu-sovereignty": "a provider outside US law",
};
