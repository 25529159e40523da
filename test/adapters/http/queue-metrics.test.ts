import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { measuredQueue } from "../../../src/adapters/http/queue-metrics.ts";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import type { Log } from "../../../src/app/ports/process.ts";
import { sharedQueue } from "../../app/delivery/job-queues.ts";

const TENANT: Tenant = { shell: "slack", id: "T1" };
const silent: Log = { info() {}, warn() {}, error() {} };

it("counts depth, age, attempts, take-overs and dead letters by shell", async () => {
  const shared = await sharedQueue();
  const registry = new Registry();
  const queue = measuredQueue(shared.process(), registry, silent);
  const keep = async (key: string) => {
    const lease = queue.begin(TENANT, key);
    await queue.keep(lease, { key, personId: "U1", body: "secret words" });
    return lease;
  };
  await queue.complete(await keep("done"));
  const lost = await keep("lost");
  await shared.fallSilent(90_000);
  const job = await queue.claim("slack");
  await queue.complete(lost);
  if (job) await queue.bury(job);
  await queue.retry(await keep("waiting"));
  await keep("running");

  const text = await registry.metrics();
  for (const line of [
    'k8s_advise_jobs{shell="slack",state="waiting"} 1',
    'k8s_advise_jobs{shell="slack",state="running"} 1',
    'k8s_advise_dead_letters{shell="slack"} 1',
    'k8s_advise_job_takeovers_total{shell="slack"} 1',
    'k8s_advise_job_attempts_total{shell="slack",outcome="completed"} 1',
    'k8s_advise_job_attempts_total{shell="slack",outcome="lost"} 1',
    'k8s_advise_job_attempts_total{shell="slack",outcome="given-up"} 1',
    'k8s_advise_job_attempts_total{shell="slack",outcome="failed"} 1',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/k8s_advise_job_oldest_seconds\{shell="slack"\} [0-9]/);
  await shared.fallSilent(95_000);
  expect(await registry.metrics()).toMatch(/k8s_advise_job_oldest_seconds\{shell="slack"\} 9\d/);
  expect(text).not.toContain("secret words");
});

it("leaves the queue's figures out where the store does not answer, and gives all others", async () => {
  const shared = await sharedQueue();
  const registry = new Registry();
  const broken = { ...shared.process(), figures: () => Promise.reject(new Error("no database")) };
  measuredQueue(broken, registry, silent);
  const text = await registry.metrics();
  expect(text).toContain("# TYPE k8s_advise_jobs gauge");
  expect(text).not.toContain("k8s_advise_jobs{");
});
