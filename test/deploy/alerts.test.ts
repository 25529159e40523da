import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createMetrics } from "../../src/adapters/http/metrics.ts";
import { observePriceAge } from "../../src/adapters/http/price-metrics.ts";
import { measuredQueue } from "../../src/adapters/http/queue-metrics.ts";
import type { HttpServer } from "../../src/adapters/http/server.ts";
import { memoryStore, serving } from "../adapters/http/serving.ts";
import { sharedQueue } from "../app/delivery/job-queues.ts";
import { aTeam } from "../app/team.ts";
import { ROOT } from "./production-tree.ts";

const Rule = z.strictObject({
  alert: z.string().regex(/^K8sAdvise[A-Za-z]+$/),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[mh]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(["page", "ticket"]) }),
  annotations: z.strictObject({ summary: z.string().min(20) }),
});
const Rules = z.strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(Rule).min(1) })) });

const { groups } = Rules.parse(parse(readFileSync(`${ROOT}deploy/alerts.yaml`, "utf8")));
const rules = groups.flatMap((group) => group.rules);

/** What an expression may hold beside metrics and labels. https://prometheus.io/docs/prometheus/latest/querying/operators/ */
const PROMQL = ["max", "sum", "by", "without", "on", "increase", "m", "h", "given", "up"];

let served: string;
let http: HttpServer;
beforeAll(async () => {
  const silent = { info() {}, warn() {}, error() {} };
  const metrics = createMetrics();
  measuredQueue((await sharedQueue()).process(), metrics.registry, silent);
  observePriceAge(metrics.registry, (await aTeam()).library);
  http = await serving(await memoryStore(), { metrics: metrics.registry });
  served = await metrics.registry.metrics();
});
afterAll(() => http.close());

it.each(rules)("$alert names only metrics and labels that there are", ({ expr }) => {
  const words = [...expr.replaceAll(/"[^"]*"/g, "").matchAll(/[a-zA-Z_]\w*/g)].map(([word]) => word);
  const metrics = words.filter((word) => word.startsWith("k8s_advise_"));
  expect(metrics).not.toEqual([]);
  expect(metrics.filter((name) => !served.includes(`# TYPE ${name} `))).toEqual([]);
  const labels = words.filter((word) => !metrics.includes(word) && !PROMQL.includes(word) && word !== "job");
  const known = ["shell", "state", "outcome", "provider"];
  expect(labels.filter((label) => !known.includes(label))).toEqual([]);
});

it("shows the age of every provider's prices, and its limit", () => {
  const providers = (name: string) =>
    [...served.matchAll(new RegExp(`${name}\\{provider="(\\w+)"\\} (\\d+)`, "g"))].map(([, id = ""]) => id).sort();
  expect(providers("k8s_advise_price_age_days").length).toBeGreaterThan(5);
  expect(providers("k8s_advise_price_limit_days")).toEqual(
    expect.arrayContaining(providers("k8s_advise_price_age_days")),
  );
});

it.each(rules)("$alert is explained to whoever gets it", ({ alert }) => {
  expect(readFileSync(`${ROOT}docs/operations.md`, "utf8")).toContain(`\`${alert}\``);
});
