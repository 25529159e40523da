import { describe, expect, it } from "vitest";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { followUp } from "../../src/language/follow-up.ts";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const read = (text: string) => understand(text, vocabulary);
const table = (name: string, rows: [text: string, input: RequirementInput][]) =>
  describe(name, () => {
    it.each(rows)("%s", (text, input) => {
      expect(read(text).input).toEqual(input);
    });
  });

// The fixture's rate: 1 EUR = 1.2 USD.
table("German", [
  ["Budget maximal 1.200 € pro Monat", { budgetUsd: 1440, currency: "EUR" }],
  ["wir zahlen aktuell 800 Dollar im Monat an AWS", { spendTodayUsd: 800, existingCloud: "aws" }],
  ["Kubernetes-Cluster mit 1,5 TB Speicher", { storageGiB: 1396.98 }], // 1.5 x 10^12 / 2^30
  ["99,999 % Verfügbarkeit", { uptimePercent: 99.999 }],
  ["ohne GPU, Windows brauchen wir nicht", {}],
  ["zu dritt, noch nie mit Kubernetes gearbeitet", { engineers: 3, kubernetesExperience: "none" }],
  ["fuer fuenf Entwickler in München", { engineers: 5, region: "eu-central" }],
]);

table("French", [
  ["budget de 1 200 € par mois max", { budgetUsd: 1440, currency: "EUR" }],
  ["besoin de 99,9 % d'uptime dans l’Allemagne", { uptimePercent: 99.9, region: "eu-central" }],
  ["2 To de stockage", { storageGiB: 1862.65 }], // 2 x 10^12 / 2^30
  ["on n'a jamais utilisé Kubernetes, on est deux", { kubernetesExperience: "none", engineers: 2 }],
  ["Azure non merci, aws non plus", { excluded: ["azure", "aws"] }],
  ["tout sauf AWS", { excluded: ["aws"] }],
]);

table("Spanish", [
  ["presupuesto de 1.200 € al mes", { budgetUsd: 1440, currency: "EUR" }],
  ["pagamos 1.500 dólares mensuales", { spendTodayUsd: 1500 }],
  ["sin GPU, con autoescalado", { features: ["autoscaling"] }],
  ["estamos en AWS, somos tres desarrolladores", { existingCloud: "aws", engineers: 3 }],
  ["los datos no pueden salir de Alemania", { region: "eu-central", features: ["data-residency"] }],
]);

table("Japanese", [
  ["予算は月５万円、エンジニア2人", { engineers: 2 }], // the fixture has no rate of the yen: it is asked about
  ["月800ドル払っています", { spendTodayUsd: 800 }],
  ["サービスが12個、レプリカは各3", { workload: { services: 12, replicas: 3 } }],
  ["4vCPU、16GBのノードを3台", { workload: { nodes: 3, vcpu: 4, memoryGiB: 16 } }],
  ["Kubernetesは使ったことがない、一人で開発", { kubernetesExperience: "none", engineers: 1 }],
  ["Kubernetesを5年使っています", { kubernetesExperience: "expert" }],
  ["GPUなし、AWS以外でフランクフルト", { region: "eu-central", excluded: ["aws"] }],
  ["月間10万人が使うアプリ", {}], // a crowd runs nothing itself
  ["月1時間の停止は許容", { uptimePercent: 99.863 }], // 100 - 60 / 43,800 minutes
  ["GPU2枚で", { features: ["gpu"], workload: { pods: [{ name: "gpu", replicas: 2, gpus: 1 }] } }],
  ["Linuxに詳しいがKubernetesは全く分かりません", { kubernetesExperience: "none" }],
  ["EKSで運用中", { running: "eks", existingCloud: "aws" }],
  ["1日10GBのログ", { logsGiB: 283.28 }], // 10 x 10^9 x 365 / 12 / 2^30
]);

describe("a text in another language", () => {
  it("is quoted as it was typed", () => {
    const { understood, unparsed } = read("Wir brauchen zwölf Dienste und einen Quastenflosser");
    expect(understood.map(({ text }) => text)).toEqual(["zwölf Dienste"]);
    expect(unparsed).toEqual(["Quastenflosser"]);
  });

  it("is told once that answers are in English", () => {
    expect(read("Wir brauchen 12 Dienste").notes).toEqual(["Read as German; answers are in English."]);
    expect(read("we need 12 services").notes).toEqual([]);
  });
});

describe("a text in a language that is not read", () => {
  const LISTED = "English, German, French, Spanish, and Japanese are";

  it.each([
    ["Portuguese", "Precisamos de 5 serviços com um orçamento de 300 reais, não temos experiência"],
    ["Italian", "abbiamo 5 servizi e siamo in tre persone, dove possiamo ospitare il nostro progetto?"],
    ["Dutch", "wij hebben 5 services en willen het goedkoop draaien, geen ervaring"],
    ["Chinese", "我们有五个微服务，预算每月三百美元"],
    ["Korean", "서비스 5개를 운영하려고 합니다"],
    ["a language in Cyrillic letters", "у нас 5 сервисов, где лучше разместить?"],
  ])("is seen to be %s, and the answer says what is read", (name, text) => {
    expect(read(text).notes).toContainEqual(expect.stringContaining(`This looks like ${name}, which is not read here`));
    expect(read(text).notes).toContainEqual(expect.stringContaining(LISTED));
  });

  it("is read as far as names and figures go", () => {
    expect(read("nós usamos AWS em Frankfurt, 99.95 %, não sabemos mais").input).toMatchObject({
      uptimePercent: 99.95,
      region: "eu-central",
    });
  });
});

describe("a follow-up in another language", () => {
  const earlier = parseRequirement({ budgetUsd: 200, workload: { services: 5 } }).requirement;
  const follow = (text: string) => followUp(earlier, text, vocabulary, { ranked: ["doks", "eks"] });

  it.each([
    ["was wenn das Budget 100 Dollar wäre", { budgetUsd: 100 }],
    ["und mit einer GPU?", { features: ["gpu"] }],
    ["et avec un GPU ?", { features: ["gpu"] }],
    ["et si on était 5 ?", { engineers: 5 }],
    ["サービスを2倍にしたら", { workload: { services: 10, replicas: 2, cpuMillicores: 250, memoryMiB: 512 } }],
    ["y con una GPU", { features: ["gpu"] }],
    ["¿y si fuéramos 5?", { engineers: 5 }],
  ])("%s is a change", (text, changes) => {
    expect(follow(text)).toMatchObject({ intent: "what-if", changes });
  });

  it("asks why not, decides and explains", () => {
    expect(follow("warum nicht EKS?")).toMatchObject({ intent: "why-not", platforms: ["eks"] });
    expect(follow("pourquoi pas EKS")).toMatchObject({ intent: "why-not", platforms: ["eks"] });
    expect(follow("¿por qué no EKS?")).toMatchObject({ intent: "why-not", platforms: ["eks"] });
    expect(follow("なぜEKSではない")).toMatchObject({ intent: "why-not", platforms: ["eks"] });
    expect(follow("egressとは？")).toMatchObject({ intent: "explain", topic: "egress" });
    expect(follow("wir nehmen doks, weil es einfach ist")).toMatchObject({
      intent: "decide",
      platforms: ["doks"],
      reason: "es einfach ist",
    });
    expect(follow("was ist Egress?")).toMatchObject({ intent: "explain", topic: "egress" });
  });
});
