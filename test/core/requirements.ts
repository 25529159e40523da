import fc from "fast-check";
import {
  CLOUDS,
  COMMITMENTS,
  CURRENCIES,
  EXPERIENCES,
  FEATURES,
  GEOGRAPHIES,
  PRIORITIES,
  PURPOSES,
} from "../../src/core/question/choices.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";

const request = { cpuMillicores: fc.integer({ min: 10, max: 6000 }), memoryMiB: fc.integer({ min: 16, max: 24_000 }) };

/** Pods of a few kinds, as people write them down. */
export const somePods = fc
  .array(fc.record({ replicas: fc.integer({ min: 1, max: 40 }), ...request }), { minLength: 1, maxLength: 8 })
  .map((pods) => pods.map((pod, i) => ({ name: `pod-${i}`, gpus: 0, ...pod })));

const somePools = fc.array(
  fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 9 }), instanceType: fc.constantFrom("t3 medium", "D4s_v5", "CX22") }),
    fc.record({
      count: fc.integer({ min: 1, max: 9 }),
      vcpu: fc.constantFrom(2, 8),
      memoryGiB: fc.constantFrom(4, 32),
      spot: fc.boolean(),
      zones: fc.integer({ min: 1, max: 3 }),
      hoursPerMonth: fc.integer({ min: 0, max: 730 }),
    }),
    fc.record({ count: fc.integer({ min: 1, max: 3 }), gpuModel: fc.constantFrom("T4", "H100") }),
  ),
  { minLength: 1, maxLength: 3 },
);

/** A workload in each of the five ways to say it. */
export const anyWorkload: fc.Arbitrary<NonNullable<RequirementInput["workload"]>> = fc.oneof(
  fc.record({ services: fc.integer({ min: 1, max: 60 }), replicas: fc.integer({ min: 1, max: 4 }), ...request }),
  fc.record({ pods: somePods }),
  fc.record({ pods: somePods, pools: somePools }),
  fc.record({ pools: somePools }),
  fc.record({
    nodes: fc.integer({ min: 1, max: 30 }),
    vcpu: fc.constantFrom(1, 2, 4, 8, 64),
    memoryGiB: fc.constantFrom(2, 4, 16, 512),
  }),
  fc.record({
    nodes: fc.integer({ min: 1, max: 9 }),
    instanceType: fc.constantFrom(
      "t3.medium",
      "e2-standard-4",
      "s-2vcpu-4gb",
      "Standard_B2s",
      "cx33",
      "no-such-machine",
    ),
  }),
);

/** What anybody could ask: any of the keys, any of their values. */
export const anyRequirement: fc.Arbitrary<RequirementInput> = fc.record(
  {
    purpose: fc.constantFrom(...PURPOSES),
    existingCloud: fc.constantFrom(...CLOUDS),
    kubernetesExperience: fc.constantFrom(...EXPERIENCES),
    engineers: fc.integer({ min: 1, max: 60 }),
    budgetUsd: fc.option(fc.constantFrom(0, 20, 100, 1000, 50_000)),
    uptimePercent: fc.option(fc.constantFrom(0, 95, 99, 99.5, 99.9, 99.95, 99.99)),
    features: fc.subarray([...FEATURES], { maxLength: 4 }),
    region: fc.constantFrom(...GEOGRAPHIES, "eu-central-1", "nyc3", "Frankfurt", "atlantis"),
    priorities: fc.subarray([...PRIORITIES], { maxLength: 2 }),
    clusters: fc.integer({ min: 1, max: 5 }),
    workload: anyWorkload,
    gpuModel: fc.option(fc.constantFrom("T4", "H100", "A100 80GB", "Voodoo 2")),
    volumes: fc.array(
      fc.record({
        name: fc.constantFrom("data", "logs"),
        GiB: fc.integer({ min: 0, max: 3000 }),
        class: fc.constantFrom("ssd", "gp3", "x"),
      }),
      { maxLength: 3 },
    ),
    storageGiB: fc.integer({ min: 0, max: 5000 }),
    egressGiB: fc.integer({ min: 0, max: 200_000 }),
    loadBalancers: fc.integer({ min: 0, max: 12 }),
    crossZoneGiB: fc.integer({ min: 0, max: 5000 }),
    logsGiB: fc.constantFrom(0, 5, 50, 800),
    backups: fc.boolean(),
    commitment: fc.constantFrom(...COMMITMENTS),
    spotPercent: fc.integer({ min: 0, max: 100 }),
    labourRateUsd: fc.integer({ min: 0, max: 200 }),
    outageCostUsdPerHour: fc.option(fc.integer({ min: 0, max: 10_000 })),
    currency: fc.constantFrom(...CURRENCIES),
    running: fc.option(fc.constantFrom("eks", "doks", "hetzner-k3s", "gke-autopilot", "docker-desktop")),
    existingServers: fc.boolean(),
    extendedSupport: fc.boolean(),
    gkeCreditUsed: fc.boolean(),
  },
  { requiredKeys: [] },
);
