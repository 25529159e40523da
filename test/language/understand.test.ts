import { describe, expect, it } from "vitest";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

type Row = [text: string, input: RequirementInput];
const read = (text: string) => understand(text, vocabulary);
const table = (name: string, rows: Row[]) =>
  describe(name, () => {
    it.each(rows)("%s", (text, input) => {
      expect(read(text).input).toEqual(input);
    });
  });

// The fixture's rates: 1 EUR = 1.2 USD, 1 GBP = 1.5 USD. A year is 12 months, a week 12/52 of one.
table("money", [
  ["$50", { budgetUsd: 50 }],
  ["30$", { budgetUsd: 30 }],
  ["US$ 40 a month", { budgetUsd: 40 }],
  ["my monthly budget is $50", { budgetUsd: 50 }],
  ["budget: 1k", { budgetUsd: 1000 }],
  ["$1.2k/mo", { budgetUsd: 1200 }],
  ["1,200 USD a month", { budgetUsd: 1200 }],
  ["12k per year", { budgetUsd: 1000 }],
  ["52 dollars a week", { budgetUsd: 225.33 }], // 52 × 52 / 12
  ["50 €/month", { budgetUsd: 60, currency: "EUR" }],
  ["€1.200,50 a month", { budgetUsd: 1440.6, currency: "EUR" }],
  ["1.200 € max", { budgetUsd: 1440, currency: "EUR" }],
  ["Budget 100 Euro", { budgetUsd: 120, currency: "EUR" }],
  ["no more than £40", { budgetUsd: 60, currency: "GBP" }],
  ["between 50 and 80 dollars a month", { budgetUsd: 80 }],
  ["Budget: $100-$150/month", { budgetUsd: 150 }],
  ["budget is 100", { budgetUsd: 100 }],
  ["under 300", { budgetUsd: 300 }],
  ["under 300 ms latency", {}],
  ["max 3 nodes", { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } }],
  ["max 100 bucks", { budgetUsd: 100 }],
  ["I have $50 to spend", { budgetUsd: 50 }],
  ["we can pay 200 a month", { budgetUsd: 200 }],
  ["should cost less than 90 dollars", { budgetUsd: 90 }],
  ["a hundred dollars a month", { budgetUsd: 100 }],
  ["zero budget", { budgetUsd: 0 }],
  ["budget 400 aws", { budgetUsd: 400, existingCloud: "aws" }],
  ["MRR is $4k, want to spend 200 a month", { budgetUsd: 200 }],
  ["show prices in euros", { currency: "EUR" }],
  ["our time is 80 an hour", { labourRateUsd: 80 }],
  ["our engineers cost $95/h", { labourRateUsd: 95 }],
  ["labour rate: 120 EUR per hour", { labourRateUsd: 144, currency: "EUR" }],
  ["downtime costs $2k per hour", { outageCostUsdPerHour: 2000 }],
  ["an hour of downtime costs us 5000", { outageCostUsdPerHour: 5000 }],
  ["if we are offline we lose 300$ an hour", { outageCostUsdPerHour: 300 }],
  ["$1.5k-2k per month", { budgetUsd: 2000 }],
  ["1 200 € a month", { budgetUsd: 1440, currency: "EUR" }],
  ["$1\u202f000 a month", { budgetUsd: 1000 }],
  ["$1.000", { budgetUsd: 1000 }],
  ["$12M a year", { budgetUsd: 1_000_000 }],
  ["a few hundred dollars", {}],
  ["annual budget of 12k", { budgetUsd: 1000 }],
  ["100 EUR/Monat", { budgetUsd: 120, currency: "EUR" }],
  ["budget=500 team=5", { budgetUsd: 500, engineers: 5 }],
  ["budget 300 incl. VAT", { budgetUsd: 300 }],
  ["$100 USD", { budgetUsd: 100 }],
  ["3 services on AWS, 100 a month", { budgetUsd: 100, existingCloud: "aws", workload: { services: 3 } }],
  ["we are on AWS with 3 services, 100 a month", { existingCloud: "aws", workload: { services: 3 } }], // asked: wanted or paid
  ["we spend 4k a month on AWS and want to get to 2k", { budgetUsd: 2000, spendTodayUsd: 4000, existingCloud: "aws" }],
  ["cut our bill to $500", { budgetUsd: 500 }],
  ["unlimited budget", { budgetUsd: null }],
  ["it must be free", { budgetUsd: 0 }],
]);

table("people", [
  ["solo dev", { engineers: 1 }],
  ["just me", { engineers: 1 }],
  ["4 devs", { engineers: 4 }],
  ["team of six", { engineers: 6 }],
  ["a team of 12 engineers", { engineers: 12 }],
  ["we're a 3-person startup", { engineers: 3 }],
  ["there are five of us", { engineers: 5 }],
  ["two senior backend developers", { engineers: 2 }],
  ["30 developers and 2 SREs", { engineers: 2, kubernetesExperience: "intermediate" }],
  ["internal tool for 200 people, 1 engineer", { engineers: 1, purpose: "internal-tool" }],
  ["team size: 7", { engineers: 7 }],
  ["devs: 4", { engineers: 4 }],
  ["engineers = 3, region = fra1", { engineers: 3, region: "fra1" }],
  ["we expect 10k users", {}],
  ["only one guy", { engineers: 1 }],
  ["me and a friend", { engineers: 2 }],
  ["2-3 devs", { engineers: 3 }],
  ["budget—$500; team—4", { budgetUsd: 500, engineers: 4 }],
]);

table("experience", [
  ["new to kubernetes", { kubernetesExperience: "none" }],
  ["I know Docker but I'm new to Kubernetes", { kubernetesExperience: "none" }],
  ["not new to k8s", { kubernetesExperience: "intermediate" }],
  ["never used k8s", { kubernetesExperience: "none" }],
  ["no kubernetes experience", { kubernetesExperience: "none" }],
  ["no experience", { kubernetesExperience: "none" }],
  ["we don’t know kubernetes", { kubernetesExperience: "none" }],
  ["4 devs, none of them know kubernetes", { kubernetesExperience: "none", engineers: 4 }],
  ["I'm a beginner", { kubernetesExperience: "beginner" }],
  ["not a beginner", { kubernetesExperience: "intermediate" }],
  ["some experience with docker and kubernetes", { kubernetesExperience: "beginner" }],
  ["not much k8s experience", { kubernetesExperience: "beginner" }],
  ["we're not k8s experts", { kubernetesExperience: "beginner" }],
  ["comfortable with kubernetes", { kubernetesExperience: "intermediate" }],
  ["not familiar with kubernetes", { kubernetesExperience: "none" }],
  ["2 years of k8s experience", { kubernetesExperience: "intermediate" }],
  ["5 years of kubernetes experience", { kubernetesExperience: "expert" }],
  ["a lot of kubernetes experience", { kubernetesExperience: "expert" }],
  ["Kubernetes experts", { kubernetesExperience: "expert" }],
  ["I'm an expert in python but never used k8s", { kubernetesExperience: "none" }],
  ["no experience with kubernetes but strong AWS skills", { kubernetesExperience: "none" }],
  ["nobody on the team has used Kubernetes", { kubernetesExperience: "none" }],
  ["running k8s for 4 years", { kubernetesExperience: "expert" }],
  ["we have 5 years of experience", {}],
  ["experts in Go", {}],
  ["we've been running EKS for 3 years", { kubernetesExperience: "expert", existingCloud: "aws", running: "eks" }],
  ["we ran k8s in a lab for years", { kubernetesExperience: "expert" }],
  ["on AWS for 3 years", { existingCloud: "aws" }],
  ["none have touched kubernetes", { kubernetesExperience: "none" }],
]);

table("clouds in use", [
  ["we are on AWS", { existingCloud: "aws" }],
  ["we are on AWS, is GKE better?", { existingCloud: "aws" }],
  ["AWS, 5 engineers", { existingCloud: "aws", engineers: 5 }],
  ["AWS-heavy organisation", { existingCloud: "aws" }],
  ["everything is in Azure", { existingCloud: "azure" }],
  ["our google cloud account", { existingCloud: "gcp" }],
  ["We're on AWS and Azure", { existingCloud: "several" }],
  ["we want to leave AWS for Hetzner", { existingCloud: "aws", excluded: ["aws"] }],
  ["migrate from Heroku to DOKS", { existingCloud: "other" }],
  ["moving away from AWS", { existingCloud: "aws" }],
  ["everything on prem today", { existingCloud: "other" }],
  ["no cloud yet", { existingCloud: "none" }],
  ["we use AWS, not Azure", { existingCloud: "aws" }],
  ["should we move to Azure?", {}],
  ["what about DigitalOcean?", {}],
  ["anything without AWS", { excluded: ["aws"] }],
  ["kubernetes on hetzner?", {}],
  ["we run kubernetes on hetzner", { existingCloud: "hetzner" }],
  ["we run on EKS", { existingCloud: "aws", running: "eks" }],
  ["our cluster is EKS, what about AKS", { existingCloud: "aws", running: "eks" }],
  ["we run on gke autopilot", { existingCloud: "gcp", running: "gke-autopilot" }],
  [
    "5 microservices on EKS costs us $400",
    { workload: { services: 5 }, spendTodayUsd: 400, existingCloud: "aws", running: "eks" },
  ],
  ["moving from GKE to EKS", { existingCloud: "gcp", running: "gke-zonal" }],
  ["running k3s on a raspberry pi", { running: "hetzner-k3s" }],
  ["we keep using Docker Desktop", {}],
  ["our team is familiar with AWS", {}],
  ["anything but AWS", { excluded: ["aws"] }],
  ["AWS is not an option", { excluded: ["aws"] }],
  ["everything except Azure", { excluded: ["azure"] }],
  ["we hate google cloud", { excluded: ["gcp"] }],
  ["we use AWS but not EKS", { existingCloud: "aws" }],
  [
    "leaving GKE for Hetzner",
    { existingCloud: "gcp", running: "gke-zonal", excluded: ["gke-zonal", "gke-regional", "gke-autopilot"] },
  ],
  ["we want to get out of AWS", { existingCloud: "aws" }],
  ["want to stay on Azure", { existingCloud: "azure" }],
  ["not sure if AWS or Azure", {}],
  ["$10k in AWS credits", { existingCloud: "aws" }],
  ["no experience with AWS", {}],
  ["we use BigQuery", { existingCloud: "gcp" }],
  ["should we use BigQuery?", {}],
  ["_AWS_ and *Frankfurt*", { existingCloud: "aws", region: "eu-central" }],
  ["migrating 3 EKS clusters to something else", { existingCloud: "aws", running: "eks", clusters: 3 }],
  ["our cluster on DigitalOcean costs $350/mo", { existingCloud: "digitalocean", spendTodayUsd: 350 }],
]);

table("workload", [
  ["40 services", { workload: { services: 40 } }],
  ["a dozen microservices", { workload: { services: 12 } }],
  ["3 python APIs", { workload: { services: 3 } }],
  ["single app", { workload: { services: 1 } }],
  ["~15 wordpress sites", { workload: { services: 15 } }],
  ["20 pods", { workload: { services: 20, replicas: 1 } }],
  ["pods: 20", { workload: { services: 20, replicas: 1 } }],
  ["4 services with 3 replicas each", { workload: { services: 4, replicas: 3 } }],
  ["services=4 replicas=2 budget=100", { workload: { services: 4, replicas: 2 }, budgetUsd: 100 }],
  ["each service needs 0.5 cpu and 1gb of ram", { workload: { cpuMillicores: 500, memoryMiB: 1024 } }],
  [
    "100 services × 4 replicas, 250m/512Mi",
    { workload: { services: 100, replicas: 4, cpuMillicores: 250, memoryMiB: 512 } },
  ],
  // 8,000 m and 32,768 MiB over 4 services × 2 copies
  ["8 vcpu and 32 GB in total for 4 services", { workload: { services: 4, cpuMillicores: 1000, memoryMiB: 4096 } }],
  ["3 x t3.medium", { workload: { nodes: 3, instanceType: "t3.medium" } }],
  ["3x T3.MEDIUM", { workload: { nodes: 3, instanceType: "t3.medium" } }],
  ["t3.medium x3", { workload: { nodes: 3, instanceType: "t3.medium" } }],
  ["t3.medium 3x, please", { workload: { nodes: 3, instanceType: "t3.medium" } }],
  ["10 nodes m5.xlarge", { workload: { nodes: 10, instanceType: "m5.xlarge" } }],
  ["four standard_d2s_v5 nodes", { workload: { nodes: 4, instanceType: "Standard_D2s_v5" } }],
  ["two 4 GB nodes", { workload: { nodes: 2, vcpu: 2, memoryGiB: 4 } }],
  ["3 nodes with 2 vcpu and 8gb each", { workload: { nodes: 3, vcpu: 2, memoryGiB: 8 } }],
  ["12 nodes (4 vCPU, 16 GB)", { workload: { nodes: 12, vcpu: 4, memoryGiB: 16 } }],
  ["2 servers with 8 cores and 32 GB RAM", { workload: { nodes: 2, vcpu: 8, memoryGiB: 32 } }],
  ["a 4 core 16gb VM", { workload: { nodes: 1, vcpu: 4, memoryGiB: 16 } }],
  ["2x4gb nodes", { workload: { nodes: 2, vcpu: 2, memoryGiB: 4 } }],
  ["2 CPU 4GB x 3", { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } }],
  ["3 * 2cpu/4gb", { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } }],
  ["32gb ram nodes x2", { workload: { nodes: 2, vcpu: 16, memoryGiB: 32 } }],
  ["16 GB RAM per node, 4 nodes", { workload: { nodes: 4, vcpu: 2, memoryGiB: 16 } }],
  ["each user downloads 50MB", {}],
  ["nodes: 5", { workload: { nodes: 5, vcpu: 2, memoryGiB: 4 } }],
  ["a node.js app", {}],
  ["3 clusters", { clusters: 3 }],
  ["three EKS clusters", { clusters: 3 }],
  ["40+ services", { workload: { services: 40 } }],
  ["30-40 services", { workload: { services: 40 } }],
  ["up to 100 pods", { workload: { services: 100, replicas: 1 } }],
  ["1 Go API + 1 React frontend", { workload: { services: 2 } }],
  ["requests: 250m/512Mi", { workload: { cpuMillicores: 250, memoryMiB: 512 } }],
  ["0.25 vcpu 0.5 gb x 10 pods", { workload: { services: 10, replicas: 1, cpuMillicores: 250, memoryMiB: 512 } }],
  // 3 × 5 nodes: a requirement holds those of all clusters
  ["3 clusters of 5 nodes", { clusters: 3, workload: { nodes: 15, vcpu: 2, memoryGiB: 4 } }],
  ["2 clusters, 4 services per cluster", { clusters: 2, workload: { services: 8 } }],
  ["3 clusters and 6 nodes", { clusters: 3, workload: { nodes: 6, vcpu: 2, memoryGiB: 4 } }],
  ["our team: 2 backend, 1 frontend, 1 devops", { engineers: 1, kubernetesExperience: "intermediate" }],
  ["between 3 and 10 nodes", { workload: { nodes: 10, vcpu: 2, memoryGiB: 4 } }],
]);

table("regions", [
  ["in Frankfurt", { region: "eu-central" }],
  ["Frankfurt, Germany", { region: "eu-central" }],
  ["in são paulo", { region: "brazil" }],
  ["new york", { region: "us-east" }],
  ["EU-CENTRAL-1", { region: "eu-central-1" }],
  ["frankfurt (eu-central-1)", { region: "eu-central-1" }],
  ["us-west", { region: "us-west" }],
  ["customers in the US", { region: "us-east", purpose: "production" }],
  ["it costs us a lot", {}],
  ["in the us", { region: "us-east" }],
  ["US", { region: "us-east" }],
  ["give us advice", {}],
  ["outside the US", {}],
  ["anywhere but Germany", {}],
]);

table("uptime", [
  ["99.9%", { uptimePercent: 99.9 }],
  ["99.95", { uptimePercent: 99.95 }],
  ["99,95 %", { uptimePercent: 99.95 }],
  ["available 99% of the time", { uptimePercent: 99 }],
  ["99 percent uptime", { uptimePercent: 99 }],
  ["three nines", { uptimePercent: 99.9 }],
  ["3.5 nines", { uptimePercent: 99.95 }],
  ["four nines please", { uptimePercent: 99.99 }],
  ["50% of the users are in Asia", {}],
  ["three and a half nines", { uptimePercent: 99.95 }],
  ["four 9s", { uptimePercent: 99.99 }],
  ["we don't need 99.99", { uptimePercent: null }],
  ["no less than 99.9", { uptimePercent: 99.9 }],
  ["95 users online", {}],
  // 5 of 365 / 12 × 24 × 60 = 43,800 minutes are 0.011 %
  ["at most 5 minutes of downtime a month", { uptimePercent: 99.989 }],
  ["it can be down on weekends", { uptimePercent: null }],
]);

table("features", [
  ["with a GPU", { features: ["gpu"] }],
  ["GPUs or TPUs", { features: ["gpu", "tpu"] }],
  ["4x A100", { features: ["gpu"], gpuModel: "A100", workload: { pods: [{ name: "gpu", replicas: 4, gpus: 1 }] } }],
  // 3 services × 2 copies of the default size beside the GPUs
  [
    "3 services and 2 GPUs",
    {
      features: ["gpu"],
      workload: {
        pods: [
          { name: "service", replicas: 6, cpuMillicores: 250, memoryMiB: 512 },
          { name: "gpu", replicas: 2, gpus: 1 },
        ],
      },
    },
  ],
  ["do we need a GPU?", {}],
  ["arm or x86 doesn't matter", {}],
  ["windows 2019 containers", { features: ["windows"] }],
  ["no GPU", {}],
  ["without windows", {}],
  ["we need Windows containers", { features: ["windows"] }],
  ["maintenance windows at night", {}],
  ["HIPAA compliant, multi-AZ", { features: ["hipaa", "multi-zone"] }],
  ["soc 2 and pci-dss", { features: ["soc2", "pci"] }],
  ["gdpr, data must stay in germany", { features: ["data-residency"], region: "eu-central" }],
  ["owned by a european company, no us cloud", { features: ["eu-sovereignty"] }],
  ["managed postgres", { features: ["managed-database"] }],
  ["serverless with autoscaling", { features: ["serverless", "autoscaling"] }],
  ["autoscaling is not needed", {}],
  ["must survive a zone outage", { features: ["multi-zone"] }],
  ["graviton", { features: ["arm"] }],
  ["we do not need GPUs or Windows", {}],
  ["we don't want to use spot instances", {}],
  ["HA is optional", {}],
  ["T4", { features: ["gpu"], gpuModel: "T4" }],
  ["an L4 load balancer", { loadBalancers: 1 }],
  [
    "8x H100 80GB",
    { features: ["gpu"], gpuModel: "H100 80GB", workload: { pods: [{ name: "gpu", replicas: 8, gpus: 1 }] } },
  ],
  ["windows server 2022 nodes", { features: ["windows"] }],
  ["SOC 2 Type II", { features: ["soc2"] }],
  ["postgres and redis in the cluster", { features: ["stateful"] }],
  ["data must not leave Germany", { features: ["data-residency"], region: "eu-central" }],
  ["managed mysql and redis", { features: ["managed-database"] }],
  ["arm or x86", { features: ["arm"] }],
]);

table("traffic and storage", [
  ["5 TB egress", { egressGiB: 4656.61 }], // 5 × 10^12 / 2^30,
  ["traffic is about 2tb a month", { egressGiB: 1862.65 }],
  ["2 TiB of traffic", { egressGiB: 2048 }],
  ["egress: 500 GB", { egressGiB: 465.66 }],
  ["200 gb disk", { storageGiB: 186.26 }],
  ["disk of 200 GiB", { storageGiB: 200 }],
  ["postgres db 20GB", { storageGiB: 18.63 }],
  ["1 TB of storage and 10TB of bandwidth", { storageGiB: 931.32, egressGiB: 9313.23 }],
  ["10 GiB logs per day", { logsGiB: 304.17 }], // 10 × 365 / 12
  ["500 GB cross-zone traffic", { crossZoneGiB: 465.66 }],
  ["we store 2 TB of videos and serve 30TB/month", { storageGiB: 1862.65, egressGiB: 27939.68 }],
  ["2 load balancers", { loadBalancers: 2 }],
  ["no load balancer, no egress", { loadBalancers: 0, egressGiB: 0 }],
  ["1.000 GB traffic", { egressGiB: 931.32 }],
  ["1 000 GB egress", { egressGiB: 931.32 }],
  ["30TB out per month", { egressGiB: 27939.68 }],
  ["100 GB out of the box", {}],
]);

table("terms", [
  ["3 years committed", { commitment: "3y" }],
  ["1 year reserved", { commitment: "1y" }],
  ["one-year savings plan", { commitment: "1y" }],
  ["we can commit for 3 years", { commitment: "3y" }],
  ["no commitment", { commitment: "none" }],
  ["pay as you go", { commitment: "none" }],
  ["70% spot", { spotPercent: 70 }],
  ["spot for 50%", { spotPercent: 50 }],
  ["70 percent of the nodes on spot", { spotPercent: 70 }],
  ["our GKE credit is used", { gkeCreditUsed: true }],
  ["our EKS version is out of support", { extendedSupport: true, existingCloud: "aws", running: "eks" }],
  ["we have existing servers at hetzner", { existingServers: true, existingCloud: "hetzner" }],
  ["without backups", { backups: false }],
  ["backups are not needed", { backups: false }],
  ["daily backups please", { backups: true }],
  ["committed use discounts 3yr", { commitment: "3y" }],
  ["all on spot", { spotPercent: 100 }],
]);

table("purposes and priorities", [
  ["MVP", { purpose: "mvp" }],
  ["demo for investors", { purpose: "demo" }],
  ["a SaaS product", { purpose: "production" }],
  ["MVP of a SaaS product", { purpose: "mvp" }],
  ["learning Kubernetes", { purpose: "learning", kubernetesExperience: "beginner" }],
  ["machine learning", {}],
  ["uni project", { purpose: "learning" }],
  ["my portfolio", { purpose: "side-project" }],
  ["side project", { purpose: "side-project" }],
  ["enterprise", { purpose: "enterprise" }],
  ["cheapest", { priorities: ["cost"] }],
  ["least hassle, full control", { priorities: ["operations", "control"] }],
  ["cost + control", { priorities: ["cost", "control"] }],
  ["priority: operations then cost", { priorities: ["operations", "cost"] }],
  ["no vendor lock-in", { priorities: ["control"] }],
  ["the control plane", {}],
  ["cost isn't important", {}],
  ["is GKE cheaper?", {}],
  ["from EKS to something cheaper", { existingCloud: "aws", running: "eks", priorities: ["cost"] }],
]);

describe("whole questions", () => {
  it("takes the laptop for a question, not for what runs", () => {
    const { input, asked, unparsed } = read(
      "My teammate says we can just keep using Docker Desktop for our demo next week. We have 3 microservices that need to communicate. The demo is for investors. What could go wrong? What would you recommend instead?",
    );
    expect(input).toEqual({ purpose: "demo", workload: { services: 3 } });
    expect(asked).toEqual(["docker-desktop"]);
    expect(unparsed).toEqual(["next week", "communicate", "investors"]);
  });

  it("reads a solo developer's question whole", () => {
    const { input, unparsed, questions } = read(
      "I'm a solo developer building a SaaS product. I know Docker but I'm new to Kubernetes. My monthly infrastructure budget is $50. I need the service available 99% of the time. Which cloud provider should I use and why?",
    );
    expect(input).toEqual({
      engineers: 1,
      purpose: "production",
      kubernetesExperience: "none",
      budgetUsd: 50,
      uptimePercent: 99,
    });
    expect(unparsed).toEqual(["know Docker"]);
    expect(questions).toEqual([]);
  });

  it("keeps a quoted fee apart from a budget, and the platform in use from the one asked about", () => {
    const { input, asked, claims, unparsed } = read(
      "My company has 5 DevOps engineers and we're running 40 services on AWS EKS. The EKS control plane fee alone is $72/month per cluster, and we have 3 clusters. Should we migrate to Hetzner + K3s to save money? What factors should we consider?",
    );
    expect(input).toEqual({
      engineers: 5,
      kubernetesExperience: "intermediate",
      workload: { services: 40 },
      existingCloud: "aws",
      running: "eks",
      clusters: 3,
      priorities: ["cost"],
    });
    expect(asked).toEqual(["hetzner-k3s"]);
    expect(claims).toEqual([
      {
        text: "The EKS control plane fee alone is $72/month per cluster",
        kind: "control-plane",
        amountUsd: 72,
        period: "month",
        platforms: ["eks"],
      },
    ]);
    expect(unparsed).toEqual([]);
  });

  it("reads shouting, emoji and slang", () => {
    const { input } = read("WE RUN 12 SERVICES ON AWS IN US-EAST-1 🚀 BUDGET 2000 USD plzzz");
    expect(input).toEqual({ workload: { services: 12 }, existingCloud: "aws", region: "us-east-1", budgetUsd: 2000 });
  });
});

describe("what is said beside the requirement", () => {
  it("quotes each phrase with its key and value, in the order of the text", () => {
    expect(read("4 devs, budget is $100, 3x t3.medium").understood).toEqual([
      { text: "4 devs", key: "engineers", value: 4 },
      { text: "budget is $100", key: "budgetUsd", value: 100 },
      { text: "3x t3.medium", key: "workload", value: { nodes: 3 } },
      { text: "3x t3.medium", key: "workload", value: { instanceType: "t3.medium" } },
    ]);
  });

  it.each([
    ["solo, team of six", "engineers", 'You wrote both "solo" and "team of six": how many people would run it?'],
    ["budget $50 or maybe $80", "budgetUsd", 'You wrote both "budget $50" and "$80": what is the budget a month?'],
    ["99.9% and 99.99%", "uptimePercent", 'You wrote both "99.9%" and "99.99%": which availability do you need?'],
  ] as const)("asks instead of choosing: %s", (text, key, question) => {
    const { input, questions } = read(text);
    expect(questions).toEqual([question]);
    expect(input[key]).toBeUndefined();
  });

  it("plans for the first of two places, and asks", () => {
    const { input, questions, notes } = read("in Tokyo and Sydney");
    expect(questions).toEqual(['You wrote both "in Tokyo" and "Sydney": where should it run first?']);
    expect(input).toEqual({ region: "japan" });
    expect(notes).toEqual(['Until you say, it is planned for "in Tokyo".']);
  });

  it.each([
    ["we need postgres", '"postgres": in the cluster or managed by the provider? Neither is planned until you say so.'],
    ["not for production", 'You wrote "not for production": what is it for?'],
    ["not in the US", '"not in the US": where should it run instead?'],
    ["a savings plan", 'Commitments are priced for one year or three, as for "savings plan": which of the two?'],
  ])("asks what it cannot know: %s", (text, question) => {
    expect(read(text)).toMatchObject({ questions: [question], input: {}, unparsed: [] });
  });

  it("leaves out what is ruled out, and quotes a refusal of nothing it knows", () => {
    for (const text of ["not on AWS", "AWS is not an option", "anything but AWS"]) {
      expect(read(`budget $90; ${text}`).understood[1]).toEqual({ text, key: "excluded", value: ["aws"] });
    }
    expect(read("never serve blue whales").unparsed).toEqual(["never serve blue whales"]);
  });

  it("quotes a number with what it counts", () => {
    expect(read("2 engineers, 100 users").unparsed).toEqual(["100 users"]);
    expect(read("10k concurrent users").unparsed).toEqual(["10k concurrent users"]);
  });

  it("takes no more copies than a workload may have, and keeps the rest", () => {
    const { input, unparsed } = read("2 gpus, 5000 replicas");
    expect(input.workload).toEqual({ pods: [{ name: "gpu", replicas: 2, gpus: 1 }] });
    expect(unparsed).toEqual(["5000 replicas"]);
  });

  it("asks for a rate it does not have, and for an uptime nobody can promise", () => {
    expect(read("budget 5000 yen").questions).toHaveLength(1);
    expect(read("budget 5000 yen").input).toEqual({});
    expect(read("100% uptime").questions).toHaveLength(1);
    expect(read("100% uptime").input).toEqual({});
  });

  it("mends names one edit away and says so", () => {
    const { corrections, input, asked } = read("kubernets on hetzer in frankfrut?");
    expect(corrections).toEqual([
      { typed: "kubernets", read: "kubernetes" },
      { typed: "hetzer", read: "hetzner" },
      { typed: "frankfrut", read: "frankfurt" },
    ]);
    expect(input).toEqual({ region: "eu-central" });
    expect(asked).toEqual(["hetzner-k3s"]);
  });

  it("never turns one machine into another by its digits", () => {
    expect(read("3x m6i.large").corrections).toEqual([]);
    expect(read("3x m6i.large").unparsed).toEqual(["3x m6i.large"]);
    expect(read("cx24").corrections).toEqual([]);
    expect(read("cx24").notes).toEqual(['"cx24" is in no price list; close to it are cx22, cx23, cx33, cpx21.']);
  });

  it("quotes back what it could not place, and not its own trade's small talk", () => {
    expect(read("please, could you tell me which platform I should use for my app?").unparsed).toEqual([]);
    expect(read("see https://example.com/aws?budget=50").unparsed).toEqual(["see https://example.com/aws?budget=50"]);
    expect(read("2 million requests per day").unparsed).toEqual(["2 million requests per day"]);
    expect(read("3 services, lambda functions, 2 engineers").unparsed).toEqual(["lambda functions"]);
  });

  it("keeps features ruled out by name, and asks where one is both wanted and not", () => {
    expect(read("no GPU or Windows").without).toEqual(["gpu", "windows"]);
    expect(read("gpu, but no gpu").questions).toHaveLength(1);
  });

  it("takes a bill for what is paid today, and a credit or a price for a claim", () => {
    expect(read("our bill on AWS is 1200/month").input).toEqual({ existingCloud: "aws", spendTodayUsd: 1200 });
    expect(read("We spend $4,200/mo on Heroku").input).toEqual({ existingCloud: "other", spendTodayUsd: 4200 });
    expect(read("we have AWS credits ($5000)").claims[0]).toMatchObject({ kind: "credit", amountUsd: 5000 });
    expect(read("is $73 per month for EKS right?").claims[0]).toMatchObject({ amountUsd: 73, platforms: ["eks"] });
    expect(read("I read that EKS costs $0.10 per hour").claims[0]).toMatchObject({ amountUsd: 0.1, period: "hour" });
    expect(read("I read that EKS costs $0.10 per hour").input).toEqual({});
  });

  it("says how it read a range, a year and another currency", () => {
    expect(read("50-80 USD").notes).toEqual(['"50-80 USD" is read as at most 80.']);
    expect(read("12k per year").notes).toEqual(['"12k per year" is 1000 USD a month.']);
    expect(read("30 to 40 services").notes).toEqual(['"30 to 40 services" is read as 40.']);
    expect(read("budget 200€").notes).toEqual(['"budget 200€" is 240 USD, at 1.2 USD for 1 EUR.']);
  });

  it("keeps a value out of a requirement's bounds as typed", () => {
    const { input, unparsed } = read("budget 9999999999999 dollars");
    expect(input).toEqual({});
    expect(unparsed).toEqual(["budget 9999999999999 dollars"]);
  });
});
