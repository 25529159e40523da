import { expect, it } from "vitest";
import { aTerminal } from "./terminal.ts";

/** Two small pods, a volume of 2 TiB, three load balancers: most of the bill is beside the pods. */
const SHOP = `kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  template: { spec: { containers: [{ name: web, resources: { requests: { cpu: 250m, memory: 256Mi } } }] } }
---
kind: List
items:
  - { kind: Service, metadata: { name: a }, spec: { type: LoadBalancer } }
  - { kind: Service, metadata: { name: b }, spec: { type: LoadBalancer } }
  - { kind: Service, metadata: { name: c }, spec: { type: LoadBalancer } }
  - { kind: Service, metadata: { name: d }, spec: { type: ClusterIP } }
---
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { resources: { requests: { storage: 2Ti } } }
`;

it("advises on files, with their volumes and load balancers, and says what was counted", async () => {
  const { reading } = await aTerminal();
  const run = reading({ "k8s/shop.yaml": SHOP });
  const { out } = await run("advise", "--file", "k8s/shop.yaml", "--json");
  const { requirement, ranking, fromFiles } = JSON.parse(out);
  expect(requirement).toMatchObject({ storageGiB: 2048, loadBalancers: 3, features: ["stateful"] });
  expect(fromFiles).toEqual([
    "shop.yaml: 1 workload, 2 pods, 0.5 vCPU, 0.5 GiB of memory asked for, 1 volume of 2 TiB in all, 3 load balancers.",
  ]);
  const doks = ranking.find(({ platform }: { platform: string }) => platform === "doks");
  // 2 nodes, 2048 × 0.10 and as much × 0.06 for backups, 3 × 12: at least 363.68 before the nodes.
  expect(doks.bill.total).toBeGreaterThan(363.68);
  const shown = await run("advise", "--file", "k8s/shop.yaml");
  expect(shown.out).toContain("Read from your files");
});

it("reads several files together, standard input among them, and lets words say the rest", async () => {
  const { reading } = await aTerminal();
  const hpa =
    "kind: HorizontalPodAutoscaler\nmetadata: { name: w }\nspec: { scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 4, maxReplicas: 9 }";
  const { out } = await reading({ "shop.yaml": SHOP, "-": hpa })(
    ...["advise", "--file", "shop.yaml", "--file", "-", "--json", "5 engineers in Frankfurt, with a GPU"],
  );
  const { requirement, assumed } = JSON.parse(out);
  expect(requirement).toMatchObject({ engineers: 5, workload: { pods: [{ name: "web", replicas: 4 }] } });
  expect(requirement.features).toEqual(["gpu", "autoscaling", "stateful"]);
  expect(assumed).not.toContain("workload");
});

it("says what to do with a file that is no workload, or is handed in as a requirement", async () => {
  const { reading } = await aTerminal();
  const run = reading({ "shop.yaml": SHOP, "values.yaml": "replicaCount: 2\nimage: { tag: x }\n" });
  expect(await run("advise", "--file", "values.yaml")).toMatchObject({
    code: 2,
    err: expect.stringContaining("helm template"),
  });
  expect(await run("advise", "-r", "shop.yaml")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--file shop.yaml"),
  });
  expect(await run("advise", "--file", "none.yaml")).toMatchObject({
    code: 2,
    err: expect.stringContaining("does not exist"),
  });
});
