import { expect, it } from "vitest";
import { askedTopic } from "../../../src/core/explain/explain.ts";

it.each([
  ["what is a load balancer?", "load-balancer"],
  ["What's egress", "egress"],
  ["what are load balancers", "load-balancer"],
  ["explain the triangle", "triangle"],
  ["what does SLA mean?", "sla"],
  ["what is the cheapest?", null],
  ["what is the load balancer on eks", null],
  ["what if egress is 100 GB", null],
  ["load balancer", null],
])("a text that only asks for a topic gives it: %s", (text, topic) => {
  expect(askedTopic(text)).toBe(topic);
});
