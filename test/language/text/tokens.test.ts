import { describe, expect, it } from "vitest";
import { tokenize } from "../../../src/language/text/tokens.ts";

const words = (text: string) => tokenize(text).map(({ word }) => word);
const values = (text: string) => tokenize(text).flatMap(({ kind, value }) => (kind === "number" ? [value] : []));

describe("a text in tokens", () => {
  it.each([
    ["3x t3.medium", ["3", "x", "t3.medium"]],
    ["t3.medium x3", ["t3.medium", "x", "3"]],
    ["2x4gb", ["2", "x", "4", "gb"]],
    ["3 × cx23, 2 * cx33", ["3", "x", "cx23", ",", "2", "x", "cx33"]],
    ["multi-zone 3-node", ["multi", "zone", "3", "node"]],
    ["s-2vcpu-4gb in eu-central-1.", ["s-2vcpu-4gb", "in", "eu-central-1", "."]],
    ["k8s-cluster", ["k8s", "cluster"]],
    ["we don’t, we can't", ["we", "dont", ",", "we", "cant"]],
    ["São Paulo", ["sao", "paulo"]],
    ["node.js done.Next", ["node.js", "done", ".", "next"]],
    ["50-80", ["50", "-", "80"]],
    ["1.5k-2k", ["1.5", "k", "-", "2", "k"]],
    ["4vcpu-8gb", ["4", "vcpu", "-", "8", "gb"]],
    ["_AWS_ Standard_B2s", ["_", "aws", "_", "standard_b2s"]],
    ["☁️ 5", ["☁", "\ufe0f", "5"]],
    ["🚀99%", ["🚀", "99", "%"]],
    ["https://a.b/c?d=5 x", ["https://a.b/c?d=5", "x"]],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ["1,200 and 1.200,50 and 1,200.50", [1200, 1200.5, 1200.5]],
    ["1.5 and 0,5 and 99,95", [1.5, 0.5, 99.95]],
    ["1'000 and 1.000.000", [1000, 1_000_000]],
    ["1.000 and 1.500 and 0.000", [1000, 1.5, 0]],
    ["1\u00a0200 and 1\u202f200\u202f000 and 1 000", [1200, 1_200_000, 1000]],
    ["$1 200 and 1 200 € and 3 200 GB", [1200, 1200, 3, 200]],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it("point at the text they came from", () => {
    const text = "We’re at 99,95 % — now!";
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "We’re",
      "at",
      "99,95",
      "%",
      "—",
      "now",
      "!",
    ]);
  });
});
