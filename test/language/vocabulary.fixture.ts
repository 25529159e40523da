import type { Service } from "../../src/core/catalog/catalog.ts";
import type { Currency, Geography } from "../../src/core/question/choices.ts";
import { type Names, vocabularyOf } from "../../src/language/lexicon/vocabulary.ts";

const platform = (id: string, name: string, provider: string | null, aliases: string[], kind = "managed") => ({
  id,
  name,
  provider,
  aliases,
  kind,
});
const provider = (id: string, name: string, cloud = id, aliases: string[] = []) => ({ id, name, cloud, aliases });
const region = (id: string, of: string, geography: Geography, place: string) => ({
  id,
  provider: of,
  geography,
  place,
});
const service = (skuId: string, of: string, kind: Service["kind"], name: string): Service => ({
  skuId,
  provider: of,
  kind,
  name,
});
const types = (of: string, ids: string) => ids.split(" ").map((id) => ({ id, provider: of }));
const RATES: Partial<Record<Currency, number>> = { USD: 1, EUR: 1.2, GBP: 1.5 };

/** A small catalog's names with round exchange rates: 1.2 USD for a euro, 1.5 for a pound, none known for others. */
export const names: Names = {
  platforms: [
    platform("doks", "DigitalOcean Kubernetes", "digitalocean", []),
    platform("aks", "Azure Kubernetes Service", "azure", []),
    platform("gke-zonal", "GKE Standard, one zone", "gcp", ["gke", "gke standard"]),
    platform("gke-regional", "GKE Standard, regional", "gcp", ["gke", "gke standard"]),
    platform("gke-autopilot", "GKE Autopilot", "gcp", ["gke", "autopilot"], "pods"),
    platform("eks", "Amazon EKS", "aws", ["elastic kubernetes service"]),
    platform("eks-fargate", "EKS on Fargate", "aws", ["fargate"], "pods"),
    platform("hetzner-k3s", "K3s on Hetzner", "hetzner", ["k3s"], "self-managed"),
    platform("scaleway-kapsule", "Scaleway Kapsule", "scaleway", ["kapsule"]),
    platform("ovh-mks", "OVH Managed Kubernetes", "ovh", ["mks"]),
    platform("civo", "Civo Kubernetes", "civo", []),
    platform("not-kubernetes", "One machine with Compose", "hetzner", ["docker compose", "a single vps"], "machine"),
    platform("docker-desktop", "Docker Desktop", null, [], "laptop"),
  ],
  providers: [
    provider("aws", "Amazon Web Services"),
    provider("azure", "Microsoft Azure"),
    provider("gcp", "Google Cloud"),
    provider("digitalocean", "DigitalOcean"),
    provider("hetzner", "Hetzner"),
    provider("scaleway", "Scaleway", "other"),
    provider("ovh", "OVHcloud", "other", ["ovh"]),
    provider("civo", "Civo", "other"),
  ],
  places: [
    ...(["frankfurt", "germany", "berlin", "munich", "europe", "eu", "zurich", "falkenstein"] as const).map((name) => ({
      name,
      geography: "eu-central" as const,
    })),
    { name: "nyc", geography: "us-east" },
    { name: "new york", geography: "us-east" },
    { name: "usa", geography: "us-east" },
    { name: "us", geography: "us-east" },
    { name: "virginia", geography: "us-east" },
    { name: "oregon", geography: "us-west" },
    { name: "san francisco", geography: "us-west" },
    { name: "london", geography: "uk" },
    { name: "uk", geography: "uk" },
    { name: "ireland", geography: "eu-west" },
    { name: "paris", geography: "eu-west" },
    { name: "amsterdam", geography: "eu-west" },
    { name: "singapore", geography: "singapore" },
    { name: "tokyo", geography: "japan" },
    { name: "sao paulo", geography: "brazil" },
    { name: "india", geography: "india" },
    { name: "mumbai", geography: "india" },
    { name: "sydney", geography: "australia" },
  ],
  regions: [
    region("us-east-1", "aws", "us-east", "N. Virginia"),
    region("eu-west-1", "aws", "eu-west", "Dublin"),
    region("eu-central-1", "aws", "eu-central", "Frankfurt"),
    region("westeurope", "azure", "eu-west", "Netherlands"),
    region("eastus", "azure", "us-east", "Virginia"),
    region("europe-west3", "gcp", "eu-central", "Frankfurt"),
    region("us-central1", "gcp", "us-east", "Iowa"),
    region("nyc3", "digitalocean", "us-east", "New York"),
    region("nyc1", "digitalocean", "us-east", "New York"),
    region("fra1", "digitalocean", "eu-central", "Frankfurt"),
    region("fsn1", "hetzner", "eu-central", "Falkenstein"),
    region("fr-par-1", "scaleway", "eu-west", "Paris"),
  ],
  instanceTypes: [
    ...types("aws", "t3.small t3.medium t3.large m5.xlarge m7i.large m7i.xlarge m7g.large c7i.large r7i.large"),
    ...types("azure", "Standard_B2s Standard_D2s_v5 Standard_D4s_v5"),
    ...types("gcp", "e2-small e2-medium e2-standard-2 e2-standard-4 n2-standard-4"),
    ...types("digitalocean", "s-1vcpu-2gb s-2vcpu-2gb s-2vcpu-4gb s-4vcpu-8gb g-2vcpu-8gb"),
    ...types("hetzner", "cx22 cx23 cx33 cpx21 cax11 ccx13"),
    ...types("civo", "g4s.kube.small g4s.kube.medium"),
  ],
  today: "2026-11-22",
  services: [
    service("eks-cluster", "aws", "control-plane", "EKS control plane"),
    service("nat-gateway", "aws", "nat", "NAT gateway, per hour"),
    service("alb", "aws", "load-balancer", "Application Load Balancer"),
    service("gke-cluster", "gcp", "control-plane", "GKE cluster fee"),
    service("ebs-gp3", "aws", "disk", "EBS gp3 volume"),
  ],
  usdPer: (currency) => RATES[currency] ?? null,
};

export const vocabulary = vocabularyOf(names);
