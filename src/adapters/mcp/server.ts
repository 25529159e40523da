import { McpServer, type McpServerFactory } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Log } from "../../app/ports/process.ts";
import {
  AdviseJson,
  AdviseRequest,
  adviseJson,
  answerOf,
  type ProgramParts,
  readAdviseRequest,
} from "../../app/programs/advise.ts";
import { program } from "../../app/programs/asker.ts";
import { CheckBudgetJson, CheckBudgetRequest, checkBudget } from "../../app/programs/check-budget.ts";
import { CompareJson, CompareRequest, compareOf } from "../../app/programs/compare.ts";
import { ExplainJson, ExplainRequest, explainOf } from "../../app/programs/explain.ts";
import { PriceRequest, priceOf } from "../../app/programs/price.ts";
import { priceAges } from "../../core/catalog/price-ages.ts";
import { PriceAnswer } from "../../core/price/price-answer.ts";
import { answering } from "./result.ts";

export interface McpParts {
  programs: ProgramParts;
  version: string;
  log: Log;
}

const INSTRUCTIONS =
  "Where to run Kubernetes, priced line by line. Every line names its source and the day it was read; what nobody could source is never guessed. Ask what decides and is not known (budget, team, uptime) before relying on assumptions, which each answer lists under `assumed`. Show people the source and the date beside a figure.";

/** Asking keeps the answer under its id and changes nothing else; the same question gives the same answer. */
const ANNOTATIONS = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

const WhatIfRequest = z.strictObject({
  from: z.string().min(1).max(200).describe("the id of an earlier answer"),
  text: z
    .string()
    .min(1)
    .max(2_000)
    .describe('what changes: "what if the budget is 100", "with a GPU", "in Frankfurt"'),
});

/** Makes a server with the tools, one for each connection. */
export function mcpServers({ programs, version, log }: McpParts): McpServerFactory {
  const { library } = programs;
  return () => {
    const server = new McpServer({ name: "k8s-advise", version }, { instructions: INSTRUCTIONS });
    const says = answering(log);
    const tool = { annotations: ANNOTATIONS };
    server.registerTool(
      "advise",
      {
        ...tool,
        title: "Where to run Kubernetes",
        description:
          "Plans and prices a cluster on every platform and recommends one. Takes free text, the keys of a requirement, files (manifests, Compose, kubectl output), or several of them.",
        inputSchema: AdviseRequest.omit({ from: true }),
        outputSchema: AdviseJson,
      },
      (asked) => says(() => advised(programs, asked)),
    );
    server.registerTool(
      "what_if",
      {
        ...tool,
        title: "What if it were different",
        description:
          "Follows up an earlier answer in words: a change is planned and priced anew, and the difference said in money and in rank.",
        inputSchema: WhatIfRequest,
        outputSchema: AdviseJson,
      },
      (asked) => says(() => advised(programs, asked)),
    );
    server.registerTool(
      "compare",
      {
        ...tool,
        title: "Platforms side by side",
        description: "Sets named platforms, or all, side by side with every line of their bills, labour and uptime.",
        inputSchema: CompareRequest,
        outputSchema: CompareJson,
      },
      (asked) =>
        says(async () => {
          const answer = await compareOf(programs, program(), asked);
          return { answer, prices: answer.prices, day: answer.asOf, remarks: [] };
        }),
    );
    server.registerTool(
      "price",
      {
        ...tool,
        title: "What one thing costs",
        description:
          "Prices machines, sizes, services and clusters: t3.medium x3 frankfurt, 4 vcpu 16 gb, egress 5 tb gcp.",
        inputSchema: PriceRequest,
        outputSchema: PriceAnswer,
      },
      (asked) =>
        says(async () => {
          const answer = priceOf(library, asked);
          const day = asked.asOf ?? library.today();
          return { answer, prices: priceAges(answer.results, day), day, remarks: answer.warnings };
        }),
    );
    server.registerTool(
      "explain",
      {
        ...tool,
        title: "What a word means",
        description: "Explains a word of the trade (egress, allocatable, sla, docker-desktop, …) with today's figures.",
        inputSchema: ExplainRequest,
        outputSchema: ExplainJson,
      },
      (asked) =>
        says(async () => {
          const answer = explainOf(library, asked);
          return { answer, prices: answer.prices, day: answer.asOf, remarks: [] };
        }),
    );
    server.registerTool(
      "check_budget",
      {
        ...tool,
        title: "Does it keep to the budget",
        description:
          "Holds what is asked for against a budget: allow, warn (a little over) or block, with the line of the bill that breaks it.",
        inputSchema: CheckBudgetRequest,
        outputSchema: CheckBudgetJson,
      },
      (asked) =>
        says(async () => {
          const answer = await checkBudget(programs, program(), asked);
          return { answer, prices: answer.prices, day: answer.asOf, remarks: [] };
        }),
    );
    return server;
  };
}

async function advised(programs: ProgramParts, asked: object) {
  const answered = await answerOf(programs, program(), readAdviseRequest(asked));
  const answer = adviseJson(answered);
  const { asOf, ranking } = answer;
  const lines = ranking.flatMap(({ bill }) => bill.lines);
  const remarks = "remarks" in answered ? answered.remarks : [answered.difference.text];
  return { answer, prices: priceAges(lines, asOf), day: asOf, remarks };
}
