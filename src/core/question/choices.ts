/** What the cluster is for. */
export const PURPOSES = [
  "learning",
  "demo",
  "side-project",
  "mvp",
  "production",
  "internal-tool",
  "enterprise",
] as const;
/** The cloud in use already. */
export const CLOUDS = ["none", "aws", "azure", "gcp", "digitalocean", "hetzner", "other", "several"] as const;
/** How well the team knows Kubernetes. */
export const EXPERIENCES = ["none", "beginner", "intermediate", "expert"] as const;
/** The corners of the triangle. */
export const PRIORITIES = ["cost", "control", "operations"] as const;
/** How long machines are promised to be kept, for a lower price. */
export const COMMITMENTS = ["none", "1y", "3y"] as const;
/** What may be needed beside running pods. */
export const FEATURES = [
  "gpu",
  "tpu",
  "serverless",
  "autoscaling",
  "spot",
  "custom-networking",
  "vpc-integration",
  "identity-integration",
  "windows",
  "arm",
  "multi-zone",
  "multi-region",
  "hybrid",
  "stateful",
  "managed-database",
  "batch",
  "egress-heavy",
  "soc2",
  "hipaa",
  "pci",
  "fedramp",
  "data-residency",
  "eu-sovereignty",
] as const;
/** Parts of the world in which providers have regions. */
export const GEOGRAPHIES = [
  "us-east",
  "us-west",
  "canada",
  "brazil",
  "uk",
  "eu-west",
  "eu-central",
  "eu-north",
  "india",
  "singapore",
  "japan",
  "korea",
  "australia",
  "taiwan",
  "hong-kong",
  "mexico",
  "chile",
  "middle-east",
  "israel",
  "south-africa",
] as const;
/** Currencies an answer can be given in. */
export const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "AUD",
  "BRL",
  "CAD",
  "CHF",
  "DKK",
  "INR",
  "JPY",
  "KRW",
  "NOK",
  "SEK",
  "SGD",
] as const;

export type Purpose = (typeof PURPOSES)[number];
export type Cloud = (typeof CLOUDS)[number];
export type Experience = (typeof EXPERIENCES)[number];
export type Priority = (typeof PRIORITIES)[number];
export type Commitment = (typeof COMMITMENTS)[number];
export type Feature = (typeof FEATURES)[number];
export type Geography = (typeof GEOGRAPHIES)[number];
export type Currency = (typeof CURRENCIES)[number];
