import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviseForm, readAnswers } from "../../src/cards/advise-form.ts";
import type { Answers, Form } from "../../src/cards/form.ts";
import { FEATURES } from "../../src/core/question/choices.ts";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import { anyRequirement } from "../core/requirements.ts";

/** What a shell sends back when nothing was touched. */
function untouched(form: Form): Answers {
  const fields = form.steps.flatMap((step) => step.fields);
  return Object.fromEntries(
    fields
      .filter(({ kind }) => kind !== "file")
      .map((field) => [field.key, "value" in field ? (field.value ?? "") : ""]),
  );
}

function inputOf(read: ReturnType<typeof readAnswers>) {
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.input;
}

describe("adviseForm", () => {
  it("asks the founding five first", () => {
    expect(adviseForm({}).steps[0]?.fields.map(({ key }) => key)).toEqual([
      "existingCloud",
      "kubernetesExperience",
      "budgetUsd",
      "uptimePercent",
      "features",
    ]);
  });

  it("offers every feature once", () => {
    const fields = adviseForm({}).steps.flatMap((step) => step.fields);
    const offered = fields.flatMap((field) =>
      field.kind === "choices" ? field.options.map(({ value }) => value) : [],
    );
    expect(offered.sort()).toEqual([...FEATURES].sort());
  });

  it("gives the same question back when sent off untouched", () => {
    fc.assert(
      fc.property(anyRequirement, (asked) => {
        const again = inputOf(readAnswers(untouched(adviseForm(asked)), asked));
        const { requirement } = parseRequirement(again);
        expect(requirement).toEqual(parseRequirement(asked).requirement);
      }),
    );
  });
});

describe("readAnswers", () => {
  it("says every fault at its field", () => {
    expect(readAnswers({ budgetUsd: "50 €", services: "0", region: "us-east", uptimePercent: "always" }, {})).toEqual({
      faults: {
        budgetUsd: "Write digits, such as 50, in USD a month; “50 €” was not understood.",
        services: "This has to be 1 or more.",
        uptimePercent: "Choose one of the answers offered.",
      },
    });
  });

  it("keeps what was not asked and forgets what was emptied", () => {
    const base = { region: "uk", budgetUsd: 70, engineers: 4, features: ["windows" as const] };
    const input = inputOf(readAnswers({ region: "", budgetUsd: "", features: ["gpu"] }, base));
    expect(input).toEqual({ budgetUsd: null, engineers: 4, features: ["gpu", "windows"] });
  });

  it("keeps a workload of pods until a number of services is named", () => {
    const workload = { pods: [{ name: "api", replicas: 2, gpus: 0 }] };
    expect(inputOf(readAnswers({ services: "", replicas: "" }, { workload })).workload).toEqual(workload);
    expect(inputOf(readAnswers({ services: "4", replicas: "" }, { workload })).workload).toMatchObject({ services: 4 });
    expect(readAnswers({ services: "", replicas: "3" }, { workload })).toHaveProperty("faults.replicas");
  });

  it("takes a file over the questions on size, and over what was left as it was", () => {
    const workload = { pods: [{ name: "api", replicas: 2, gpus: 0 }] };
    expect(inputOf(readAnswers({ services: "9" }, {}, { workload })).workload).toEqual(workload);
    const read = { storageGiB: 2048, loadBalancers: 3, features: ["stateful" as const] };
    const answers = { storageGiB: "20", loadBalancers: "1", features: ["gpu"] };
    expect(inputOf(readAnswers(answers, { storageGiB: 20 }, read))).toMatchObject({
      storageGiB: 2048, // the form stood at 20 and was not changed
      loadBalancers: 1, // typed
      features: ["gpu", "stateful"],
    });
  });
});
