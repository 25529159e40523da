import fc from "fast-check";
import { expect, it } from "vitest";
import { Estimate } from "../../../src/core/decision/estimate.ts";
import {
  CLOUDS,
  COMMITMENTS,
  CURRENCIES,
  EXPERIENCES,
  FEATURES,
  GEOGRAPHIES,
  PRIORITIES,
  PURPOSES,
} from "../../../src/core/question/choices.ts";
import { aTerminal } from "./terminal.ts";

const RUNS = Number(process.env["FC_RUNS"] ?? 40);

/** Whole and broken numbers around every bound, and what people paste by mistake. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(0, -1, 1, 0.5, 99.9, 100, 1e6, 1e10, null, "", "many", true, [], {}),
  fc.integer({ min: 0, max: 2_000 }),
);
const amount = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 5_000 }) }, { weight: 1, arbitrary: odd });
const count = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }) }, { weight: 1, arbitrary: odd });
const oneOf = (values: readonly string[]) =>
  fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd });

const pod = fc.record(
  { name: fc.constantFrom("api", "web", ""), replicas: count, cpuMillicores: amount, memoryMiB: amount, gpus: count },
  { requiredKeys: ["name"] },
);
const workload = fc.oneof(
  fc.record({ services: count, replicas: count, cpuMillicores: amount, memoryMiB: amount }, { requiredKeys: [] }),
  fc.record({ pods: fc.array(pod, { maxLength: 6 }) }),
  fc.record({ nodes: count, vcpu: count, memoryGiB: count }),
  fc.record({ nodes: count, instanceType: fc.constantFrom("t3.medium", "s-2vcpu-4gb", "cx23", "none.such") }),
  odd,
);

const requirement = fc.record(
  {
    purpose: oneOf(PURPOSES),
    existingCloud: oneOf(CLOUDS),
    kubernetesExperience: oneOf(EXPERIENCES),
    engineers: count,
    budgetUsd: amount,
    uptimePercent: fc.constantFrom<unknown>(null, 0, 99, 99.5, 99.9, 99.95, 99.999, 100),
    features: fc.oneof(fc.uniqueArray(fc.constantFrom(...FEATURES), { maxLength: 4 }), odd),
    region: oneOf([...GEOGRAPHIES, "eu-central-1", "fsn1", "atlantis"]),
    priorities: fc.array(fc.constantFrom(...PRIORITIES), { maxLength: 3 }),
    clusters: count,
    workload,
    storageGiB: amount,
    egressGiB: amount,
    loadBalancers: count,
    crossZoneGiB: amount,
    logsGiB: amount,
    backups: fc.boolean(),
    commitment: oneOf(COMMITMENTS),
    spotPercent: amount,
    labourRateUsd: amount,
    outageCostUsdPerHour: amount,
    currency: oneOf(CURRENCIES),
    running: fc.constantFrom<unknown>(null, "eks", "doks", "none"),
    existingServers: fc.boolean(),
    extendedSupport: fc.boolean(),
    gkeCreditUsed: fc.boolean(),
    typo: fc.constant(1),
  },
  { requiredKeys: [] },
);

it("Any requirement at all is answered, or refused with a word on what is allowed", async () => {
  const terminal = await aTerminal();
  let answered = 0;
  // Few keys at a time, or nothing would pass every bound.
  const few = fc
    .tuple(requirement, fc.uniqueArray(fc.integer({ min: 0, max: 26 }), { maxLength: 6 }))
    .map(([all, kept]) => Object.fromEntries(Object.entries(all).filter((_, i) => kept.includes(i))));
  await fc.assert(
    fc.asyncProperty(few, async (asked) => {
      const read = terminal.reading({ "-": JSON.stringify(asked) });
      const ran = await read("advise", "--requirements", "-", "--json");
      if (ran.code === 0) {
        answered++;
        const estimate = Estimate.parse(JSON.parse(ran.out));
        for (const { bill } of estimate.ranking)
          expect(bill.total).toBeCloseTo(
            bill.lines.reduce((sum, line) => sum + line.cost, 0),
            2,
          );
        expect((await read("advise", "--requirements", "-", "--json")).out).toBe(ran.out);
      } else {
        expect([ran.code, ran.out]).toEqual([2, ""]);
        expect(ran.err).toMatch(/\w{3}.*\n.*\w{3}/);
        expect(ran.err).not.toMatch(/^ +at /m);
      }
    }),
    { numRuns: RUNS },
  );
  expect(answered).toBeGreaterThan(RUNS / 4);
}, 120_000);
