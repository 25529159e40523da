import { readdirSync, readFileSync } from "node:fs";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Service } from "kubernetes-models/v1/Service";
import { expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { readFiles } from "../../src/adapters/files/read-files.ts";
import { Environment } from "../../src/config.ts";
import { ROOT } from "./production-tree.ts";

const CHART = `${ROOT}deploy/helm/k8s-advise/`;
const RENDERED = readFileSync(`${ROOT}deploy/kubernetes/k8s-advise.yaml`, "utf8");
const OBJECTS = parseAllDocuments(RENDERED).map((document) => document.toJS());

/** The kinds of the chart's own values, with the schemas of Kubernetes' API. */
const MODELS = { Deployment, NetworkPolicy, PodDisruptionBudget, Service };

it.each(Object.keys(MODELS) as (keyof typeof MODELS)[])("has a %s that Kubernetes' own schema takes", (kind) => {
  const object = OBJECTS.find((each) => each.kind === kind);
  expect(() => new MODELS[kind](object).validate()).not.toThrow();
  expect(() => new MODELS[kind]({ ...object, spec: "none" }).validate()).toThrow();
});

it("renders no kind without a schema here", () => {
  expect(OBJECTS.map(({ kind }) => kind).sort()).toEqual(Object.keys(MODELS).sort());
});

it("sets only what the program knows", () => {
  const { env } = containerOf(deployment());
  expect(env.map(({ name }) => name).filter((name) => !(name in Environment.shape))).toEqual([]);
});

it("is the chart's own: every value stands in a template, and every template's value among the values", () => {
  const templates = readdirSync(`${CHART}templates`)
    .map((name) => readFileSync(`${CHART}templates/${name}`, "utf8"))
    .join("\n");
  const used = new Set([...templates.matchAll(/\$?\.Values\.([\w.]+)/g)].map(([, path = ""]) => path));
  const known = leaves(parse(readFileSync(`${CHART}values.yaml`, "utf8")));
  expect([...used].filter((path) => !known.some((leaf) => within(leaf, path)))).toEqual([]);
  expect(known.filter((leaf) => ![...used].some((path) => within(leaf, path)))).toEqual([]);
});

it("leaves time to drain, to finish and to close before the kubelet kills it", () => {
  const { terminationGracePeriodSeconds } = deployment().spec.template.spec;
  const drainMs = Number(containerOf(deployment()).env.find(({ name }) => name === "DRAIN_MS")?.value);
  const values = parse(readFileSync(`${CHART}values.yaml`, "utf8"));
  expect(drainMs).toBe(values.drainSeconds * 1_000);
  expect(drainMs).toBeGreaterThanOrEqual(5_000);
  expect(drainMs + 18_000).toBeLessThanOrEqual(terminationGracePeriodSeconds * 1_000); // 8 s to close, 10 s to answer
});

it("carries the chart's version of the image everywhere", () => {
  const { appVersion } = parse(readFileSync(`${CHART}Chart.yaml`, "utf8"));
  const { images } = parse(readFileSync(`${ROOT}deploy/kubernetes/kustomization.yaml`, "utf8"));
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  expect([images[0].newTag, containerOf(deployment()).image.split(":")[1], version]).toEqual(Array(3).fill(appVersion));
});

it("is read by the program's own reader of files: two pods and what they ask for", () => {
  const { input, notes } = readFiles([{ name: "k8s-advise.yaml", text: RENDERED }]);
  expect(input.workload).toMatchObject({
    pods: [{ name: "k8s-advise", replicas: 2, cpuMillicores: 100, memoryMiB: 256 }],
  });
  expect(notes[0]).toContain("1 workload, 2 pods");
});

interface Rendered {
  spec: {
    template: {
      spec: {
        terminationGracePeriodSeconds: number;
        containers: [{ image: string; env: { name: string; value: string }[] }];
      };
    };
  };
}

const deployment = () => OBJECTS.find(({ kind }) => kind === "Deployment") as Rendered;
const containerOf = (object: Rendered) => object.spec.template.spec.containers[0];

/** "autoscaling.enabled" for `{autoscaling: {enabled: …}}`; an empty object or a list is a leaf. */
function leaves(value: unknown, path = ""): string[] {
  const entries = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (entries.length === 0) return [path];
  return entries.flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

/** Whether a template that prints `path` prints the leaf: `resources` prints all that is below it. */
const within = (leaf: string, path: string) => leaf === path || leaf.startsWith(`${path}.`);
