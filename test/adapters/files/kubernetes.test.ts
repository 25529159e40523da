import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readFiles } from "../../../src/adapters/files/read-files.ts";
import { UserError } from "../../../src/core/errors.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";

/** The workload in one text, and what is said of it after the first sentence, which counts. */
function read(text: string) {
  const { input, notes } = readFiles([{ name: "", text }]);
  return { workload: input.workload ?? { pods: [] }, notes: notes.slice(1) };
}
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/manifests/${name}`, import.meta.url), "utf8");
const container = (requests: object, name = "app") => ({ name, image: "x", resources: { requests } });
const deployment = (name: string, spec: object, replicas: number | undefined = 1) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name },
  spec: { replicas, template: { spec } },
});
const podsOf = (...objects: object[]) => {
  const { workload } = read(objects.map((object) => stringify(object)).join("---\n"));
  return "pods" in workload ? workload.pods : [];
};
function faultOf(text: string): UserError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("It was read");
}

describe("a file of manifests", () => {
  const { workload, notes } = read(fixture("shop.yaml"));

  it("becomes one kind of pod for each workload", () => {
    // checkout runs app 500 m + metrics 100 m + sidecar 50 m = 650 m, but migrating takes 1000 m, before the sidecar starts.
    // Memory: 512 MB = 488.28 MiB, + 64 + 64 = 616.28, rounded up; more than the 256 of migrating.
    expect(workload).toEqual({
      pods: [
        { name: "checkout", replicas: 3, cpuMillicores: 1000, memoryMiB: 617, gpus: 0 },
        { name: "queue", replicas: 3, cpuMillicores: 200, memoryMiB: 1024, gpus: 0 },
        { name: "invoices", replicas: 1, cpuMillicores: 250, memoryMiB: 256, gpus: 0 },
      ],
    });
  });

  it("says what was left out or assumed", () => {
    expect(notes).toEqual([
      "Not read, since nothing runs by it: Namespace.",
      "Autoscaled: checkout (3 to 12, planned with 3).",
      "Left out, since every node runs one and none has to be placed: DaemonSet node-agent. Plans reckon with each platform's usual daemons only.",
      "On every node, beside what is planned: node-agent 50 m CPU and 64 MiB.",
      "Room is kept for these all the time, though they come and go, so the bill is at its most: CronJob invoices.",
      "Left out, with no replica or suspended: Deployment old-checkout.",
    ]);
  });
});

describe("kubectl get pods", () => {
  const { workload, notes } = read(fixture("get-pods.json"));

  it("gives back the workloads that the pods belong to", () => {
    // api: 1000 m + 100 m for its proxy, 1024 + 128 MiB; the third pod of it is leaving.
    expect(workload).toEqual({
      pods: [
        { name: "web", replicas: 3, cpuMillicores: 250, memoryMiB: 256, gpus: 0 },
        { name: "api", replicas: 2, cpuMillicores: 1100, memoryMiB: 1152, gpus: 0 },
        { name: "postgres", replicas: 2, cpuMillicores: 500, memoryMiB: 2048, gpus: 0 },
        { name: "debug-shell", replicas: 1, gpus: 0 },
        { name: "trainer", replicas: 1, cpuMillicores: 8000, memoryMiB: 32_768, gpus: 2 },
      ],
    });
  });

  it("counts finished and leaving pods, daemons and the cluster's own among what is left out", () => {
    expect(notes).toEqual([
      "3 finished or leaving pods left out.",
      "Left out, since every node runs one and none has to be placed: Pod node-exporter. Plans reckon with each platform's usual daemons only.",
      "2 objects of kube-system left out: each platform brings its own.",
      "No CPU asked for, each platform's default is planned: debug-shell.",
      "No memory asked for, each platform's default is planned: debug-shell.",
    ]);
  });

  it("is read the same as YAML", () => {
    expect(read(stringify(JSON.parse(fixture("get-pods.json"))))).toEqual({ workload, notes });
  });

  it("gives a workload that a requirement takes", () => {
    expect(parseRequirement({ workload }).requirement.workload).toEqual(workload);
  });

  it("counts no pod twice when its Deployment is listed too", () => {
    const pods = JSON.parse(fixture("get-pods.json"));
    const web = {
      ...deployment("web", { containers: [container({ cpu: "250m", memory: "256Mi" })] }, 3),
      metadata: { name: "web", namespace: "shop" },
    };
    const { workload: both } = read(JSON.stringify({ ...pods, items: [web, ...pods.items] }));
    expect(both).toEqual(workload);
  });

  it("takes the kind of a PodList's items from the list", () => {
    const items = [{ metadata: { name: "a" }, spec: { containers: [container({ cpu: "1" })] } }];
    expect(read(JSON.stringify({ kind: "PodList", items })).workload).toEqual({
      pods: [{ name: "a", replicas: 1, cpuMillicores: 1000, gpus: 0 }],
    });
  });
});

describe("requests", () => {
  it.each([
    ["100m", 100],
    ["0.5", 500],
    [0.1, 100],
    [2, 2000],
    ["1.1", 1100],
    ["2e-1", 200],
    ["1500000u", 1500],
    ["0.0001", 1], // 0.1 m, rounded up
  ])("read cpu %s as %d millicores", (cpu, expected) => {
    expect(podsOf(deployment("a", { containers: [container({ cpu })] }))[0]?.cpuMillicores).toBe(expected);
  });

  it.each([
    ["128Mi", 128],
    ["1Gi", 1024],
    ["512M", 489], // 512,000,000 / 1,048,576 = 488.28
    ["1e9", 954], // 953.67
    [134217728, 128],
    ["1k", 1],
    ["0.5Gi", 512],
  ])("read memory %s as %d MiB", (memory, expected) => {
    expect(podsOf(deployment("a", { containers: [container({ memory })] }))[0]?.memoryMiB).toBe(expected);
  });

  it.each(["", "abc", "1e3k", "-1", "1 Gi", "0x10", "1mi"])("refuse %j and name where it stands", (cpu) => {
    const fault = faultOf(stringify(deployment("shop", { containers: [container({ cpu }, "web")] })));
    expect(fault.message).toContain('Deployment "shop", container web, cpu');
    expect(fault.hint).toContain("100m");
  });

  it("take 128m of memory for the slip it is", () => {
    const fault = faultOf(stringify(deployment("a", { containers: [container({ memory: "128m" })] })));
    expect(fault.hint).toContain("128Mi");
  });

  it("count the sidecars that run already beside an init container", () => {
    // Sidecar 200 m, then an init container of 300 m: 500 m. Running: 200 + 100 = 300 m.
    const initContainers = [
      { ...container({ cpu: "200m" }, "side"), restartPolicy: "Always" },
      container({ cpu: "300m" }),
    ];
    const [pod] = podsOf(deployment("a", { initContainers, containers: [container({ cpu: "100m" })] }));
    expect(pod?.cpuMillicores).toBe(500);
  });

  it("read the thousandths of bytes that kubectl prints", () => {
    // 1,610,612,736,000 m are 1,610,612,736 bytes, which are 1,536 MiB.
    const [pod] = podsOf(deployment("a", { containers: [container({ memory: "1610612736000m" })] }));
    expect(pod?.memoryMiB).toBe(1536);
  });

  it("merge keys, as Compose and Helm users write them", () => {
    const text = `base: &base { resources: { requests: { cpu: 250m } } }
kind: Pod
metadata: { name: a }
spec: { containers: [{ <<: *base, name: web }] }`;
    expect(read(text).workload).toEqual({ pods: [{ name: "a", replicas: 1, cpuMillicores: 250, gpus: 0 }] });
  });

  it("add what the runtime class takes and put a pod's own request in place of its containers'", () => {
    const spec = { overhead: { cpu: "250m" }, containers: [container({ cpu: "100m", memory: "64Mi" })] };
    expect(podsOf(deployment("a", { ...spec, resources: { requests: { memory: "1Gi" } } }))).toEqual([
      { name: "a", replicas: 1, cpuMillicores: 350, memoryMiB: 1024, gpus: 0 },
    ]);
  });

  it("count GPUs from limits alone, and name what else is asked for", () => {
    const resources = { limits: { "nvidia.com/gpu": 1, "example.com/fpga": "1" } };
    const { workload, notes } = read(stringify(deployment("a", { containers: [{ name: "a", resources }] })));
    expect(workload).toEqual({ pods: [{ name: "a", replicas: 1, gpus: 1 }] });
    expect(notes).toContain("Asked for and not planned: example.com/fpga.");
  });

  it("say when only some containers ask", () => {
    const containers = [container({ cpu: "1", memory: "1Gi" }, "a"), container({}, "b")];
    expect(read(stringify(deployment("web", { containers }))).notes).toContain(
      "Some containers ask for nothing and count as nothing: web.",
    );
  });

  it("mean one replica where none is written", () => {
    const { spec, ...rest } = deployment("a", { containers: [container({ cpu: 1 })] });
    expect(podsOf({ ...rest, spec: { template: spec.template } })[0]?.replicas).toBe(1);
  });
});

describe("faults", () => {
  it.each([
    ["", "The file is empty."],
    ["--- \n---\n", "The file is empty."],
    ["kind: [", "neither YAML nor JSON"],
    ["<<: *b", "neither YAML nor JSON: Merge sources must be maps"],
    ["{{ .Values.name }}", "no Kubernetes object"],
    ["hello", "no Kubernetes object"],
    ["- a\n- b", "no Kubernetes object"],
    ["kind: ConfigMap\nmetadata: { name: a }", "it holds: ConfigMap"],
    ["kind: Deployment\nmetadata: { name: a }", 'Deployment "a" is not as Kubernetes defines it'],
    ["kind: Pod\nmetadata: { name: a }\nspec: { containers: [] }", 'Pod "a" is not as Kubernetes defines it'],
  ])("of %j are said", (text, message) => {
    expect(faultOf(text).message).toContain(message);
  });

  it("names the workload that is larger than can be planned", () => {
    const text = stringify(deployment("big", { containers: [container({ cpu: 1 })] }, 10_001));
    expect(faultOf(text).message).toContain('"big" is larger than anything that can be planned: replicas');
  });

  it("draws the line at 32 MiB and at 2,000 workloads", () => {
    const list = (count: number) =>
      JSON.stringify({
        kind: "List",
        items: Array.from({ length: count }, (_, i) => deployment(`w${i}`, { containers: [{ name: "a" }] })),
      });
    expect(faultOf(`kind: Pod\n#${"x".repeat(32 * 1024 * 1024)}`).message).toContain("larger than 32 MiB");
    expect(faultOf(list(2001)).message).toContain("2001 workloads");
    const { workload } = read(list(2000));
    expect("pods" in workload && workload.pods.length).toBe(2000);
  });

  it("refuses aliases that make a small text large, and endless nesting", () => {
    const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`);
    expect(faultOf(`kind: Pod\nl0: &l0 [x]\n${levels.join("\n")}`).message).toContain("aliases grow too large");
    expect(faultOf(`kind: Pod\nspec: ${"[".repeat(100_000)}`)).toBeInstanceOf(UserError);
    expect(faultOf(`${'{"kind":"List","items":['.repeat(20_000)}${"]}".repeat(20_000)}`)).toBeInstanceOf(UserError);
  });

  it("refuses a list that holds itself", () => {
    expect(faultOf("&a { kind: List, items: [*a] }").message).toContain("a list in itself");
  });

  it("says the line and column of the first fault", () => {
    expect(faultOf("kind: Pod\nspec: [").message).toContain("at line 2, column");
  });

  it("are all that any text can lead to", () => {
    const lines = fc.constantFrom(
      "kind: Deployment",
      "kind: List",
      "kind: Pod",
      "items: [{kind: Pod}]",
      "metadata: {name: a}",
      "metadata: null",
      "spec: {containers: [{name: a, resources: {limits: {cpu: 1}}}]}",
      "spec: {replicas: -1, template: {spec: {containers: [{name: a}]}}}",
      "---",
      "status: {phase: Succeeded}",
      "spec: *a",
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(lines, { maxLength: 12 }).map((each) => each.join("\n")),
      fc.json(),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          expect(parseRequirement(readFiles([{ name: "", text }]).input).assumed.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
