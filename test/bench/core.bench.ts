import { bench, describe } from "vitest";
import { readCatalog } from "../../src/adapters/catalog/yaml.ts";
import { answer, knowledgeFrom, podKinds } from "./workloads.ts";

const data = readCatalog("pricing");
const knowledge = knowledgeFrom(data);
const [twenty, thousand] = [podKinds(20), podKinds(1000)];

describe("advice", () => {
  bench("20 pod kinds, 200 pods", () => void answer(twenty, knowledge));
  bench("1,000 pod kinds, 10,000 pods", () => void answer(thousand, knowledge), { iterations: 5 });
  bench("nothing said", () => void answer({}, knowledge));
});

describe("catalog", () => {
  bench("read", () => void readCatalog("pricing"), { iterations: 5 });
  bench("book of a day", () => void knowledgeFrom(data));
});
