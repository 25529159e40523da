import { describe, expect, it } from "vitest";
import { firstQuestion } from "../../src/language/first-question.ts";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const questionIn = (text: string) => firstQuestion(text, understand(text, vocabulary), vocabulary);

describe("What a first text asks for beside advice", () => {
  it.each([
    ["what does EKS cost for 10 services", "eks"],
    ["EKS price for 3 t3.medium nodes", "eks"],
    ["how much is GKE autopilot for 4 pods of 0.5 cpu 2 GB", "gke-autopilot"],
  ])("is the bill of one platform: %s", (text, platform) => {
    expect(questionIn(text)).toEqual({ kind: "bill", platform });
  });

  it.each([
    ["doks vs eks for 10 services", ["doks", "eks"], false],
    ["compare EKS and AKS for 20 services in Frankfurt", ["eks", "aks"], false],
    ["why is EKS more expensive than DOKS", ["eks", "doks"], true],
  ])("is a comparison: %s", (text, platforms, why) => {
    expect(questionIn(text)).toEqual({ kind: "compare", platforms, why });
  });

  it("is why one platform stands where it stands", () => {
    expect(questionIn("why not hetzner for our startup")).toEqual({ kind: "why", platform: "hetzner-k3s" });
  });

  it.each([
    ["how many pods fit on one t3.medium", { instanceType: "t3.medium" }],
    [
      "how many 500m 1Gi pods can I run on a t3.large",
      { instanceType: "t3.large", cpuMillicores: 500, memoryMiB: 1024 },
    ],
  ])("is how many pods fit: %s", (text, asked) => {
    expect(questionIn(text)).toEqual({ kind: "fit", ...asked });
  });

  it.each(["3 services for a startup on AWS, 100 a month", "we run EKS, should we move to Hetzner to save the fee?"])(
    "is nothing where advice is asked: %s",
    (text) => {
      expect(questionIn(text)).toBeNull();
    },
  );
});
