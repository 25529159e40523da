import type { Cloud } from "../../core/question/choices.ts";

/** What people call the clouds they are on. Names of single offers are the catalog's; these are companies and places. */
export const CLOUD_WORDS: readonly (readonly [cloud: Cloud, words: readonly string[]])[] = [
  ["aws", ["aws", "amazon", "amazon web services", "amazon cloud", "ec2"]],
  ["azure", ["azure", "microsoft", "microsoft azure", "microsoft cloud", "ms azure"]],
  ["gcp", ["gcp", "google cloud", "google cloud platform", "google", "gcloud"]],
  ["digitalocean", ["digitalocean", "digital ocean", "do", "droplet", "droplets"]],
  ["hetzner", ["hetzner", "hetzner cloud"]],
  [
    "other",
    [
      "heroku",
      "linode",
      "akamai",
      "vultr",
      "oracle cloud",
      "oci",
      "ibm cloud",
      "alibaba cloud",
      "render.com",
      "fly.io",
      "railway",
      "vercel",
      "netlify",
      "openstack",
      "vmware",
      "proxmox",
      "bare metal",
      "on premises",
      "on premise",
      "on prem",
      "our own servers",
      "our own data center",
      "our own datacenter",
      "ionos",
      "upcloud",
      "exoscale",
    ],
  ],
  ["several", ["multi cloud", "multicloud", "several clouds", "multiple clouds"]],
];

/** Parts of one cloud that only its customers have. */
export const CLOUD_PRODUCTS: Partial<Record<Cloud, readonly string[]>> = {
  aws: ["ecs", "ecs fargate", "sqs", "dynamodb", "cloudformation", "elastic beanstalk", "amazon s3", "aws lambda"],
  gcp: ["bigquery", "cloud run", "firestore", "gcs", "app engine"],
  azure: ["cosmos db", "cosmosdb", "azure container apps"],
};
