import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const read = (text: string) => understand(text, vocabulary);

describe("machines of several kinds", () => {
  it.each([
    [
      "3 x t3.medium and 1 x m5.xlarge",
      [
        { count: 3, instanceType: "t3.medium" },
        { count: 1, instanceType: "m5.xlarge" },
      ],
    ],
    [
      "2 clusters, in each 2 m7i.large per cluster plus 4 nodes with 2 vcpu and 8gb",
      [
        { count: 4, instanceType: "m7i.large" },
        { count: 4, vcpu: 2, memoryGiB: 8 },
      ],
    ],
    [
      "6 nodes: 4 x cx22 and 2 spot cx33",
      [
        { count: 4, instanceType: "cx22" },
        { count: 2, spot: true, instanceType: "cx33" },
      ],
    ],
  ])("are pools: %s", (text, pools) => {
    expect(read(text).input.workload).toEqual({ pools });
  });

  it.each(["3 x t3.medium or 2 x m5.xlarge", "3 t3.medium instead of 2 m5.xlarge"])(
    "are asked about where one is to be chosen: %s",
    (text) => {
      const { input, questions } = read(text);
      expect(input.workload).toBeUndefined();
      expect(questions).toHaveLength(1);
    },
  );

  it("are kept beside what runs on them", () => {
    expect(read("10 services on 3 x t3.medium").input.workload).toEqual({
      services: 10,
      pools: [{ count: 3, instanceType: "t3.medium" }],
    });
    const unsized = read("9 nodes, 26 services");
    expect(unsized.input.workload).toEqual({ services: 26, pools: [{ count: 9, vcpu: 2, memoryGiB: 4 }] });
    expect(unsized.notes).toContain(
      '"9 nodes" beside "26 services": no size was named, read as 2 vCPU and 4 GiB each.',
    );
    expect(read("5 VMs on proxmox, 8GB each").input.workload).toMatchObject({ nodes: 5, memoryGiB: 8 });
    expect(read("100 pods on 6 nodes with 8 vcpu and 32 GB each").input.workload).toMatchObject({
      services: 100,
      replicas: 1,
      pools: [{ count: 6, vcpu: 8, memoryGiB: 32 }],
    });
  });
});

describe("programs of several kinds", () => {
  it("are pods, each by its name with its copies and size", () => {
    expect(read("api 3 pods 500m/512Mi, worker 2 pods 1 cpu/2Gi").input.workload).toEqual({
      pods: [
        { name: "api", replicas: 3, cpuMillicores: 500, memoryMiB: 512 },
        { name: "worker", replicas: 2, cpuMillicores: 1000, memoryMiB: 2048 },
      ],
    });
    expect(read("frontend x2, api x4").input.workload).toEqual({
      pods: [
        { name: "frontend", replicas: 2 },
        { name: "api", replicas: 4 },
      ],
    });
  });

  it.each([
    ["4 namespaces with 10 deployments each", 40],
    ["5 services for each of our 6 tenants", 30],
    ["one pod per customer, 40 customers", 40],
  ])("are multiplied: %s", (text, services) => {
    expect(read(text).input.workload).toMatchObject({ services });
  });

  it("are not counted where nobody said how often they come", () => {
    expect(read("3 services per customer")).toMatchObject({ input: {}, unparsed: ["3 services per customer"] });
  });
});

describe("disks", () => {
  it.each([
    // 10 x 75 GB = 750e9 bytes = 698.49 GiB
    ["10 statefulsets holding 75 GB apiece", 698.49],
    ["PVCs: 3 x 100Gi and 1 x 500Gi", 800],
    // 260e9 bytes = 242.14 GiB
    ["volumes of 10, 50 and 200 GB", 242.14],
  ])("add up: %s", (text, storageGiB) => {
    expect(read(text).input.storageGiB).toBe(storageGiB);
  });

  it("are no memory", () => {
    expect(read("12 things with 75 GB apiece").input.workload).toBeUndefined();
  });
});

it("multiplies a rate before it rounds", () => {
  // 2e9 bytes a day x 365 / 12 = 60.833e9 a month = 56.66 GiB
  expect(read("2 GB/day of logs").input.logsGiB).toBe(56.66);
});
