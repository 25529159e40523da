import { randomUUID } from "node:crypto";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Log } from "../../app/ports/process.ts";
import { printed } from "../../app/programs/printed.ts";
import { agesText, type PriceAges } from "../../core/catalog/price-ages.ts";
import { UnavailableError, UserError } from "../../core/errors.ts";

/** An answer to a tool's call, with what is said beside it. */
export interface ToolAnswer {
  answer: object;
  prices: PriceAges | null; // of all that it rests on
  day: string; // whose prices they are
  remarks: string[]; // open questions and how words were read
}

const textOf = (text: string) => ({ type: "text" as const, text });

/**
 * Runs a tool's call. Its first text is what the command line prints with `--json`, and the structured content the same
 * object; its second says how old the prices are, and what to ask. What fails is said in words, and logged where it is ours.
 */
export function answering(log: Log) {
  return async (answer: () => Promise<ToolAnswer>): Promise<CallToolResult> => {
    try {
      return resultOf(await answer());
    } catch (error) {
      return failure(error, log);
    }
  };
}

function resultOf({ answer, prices, day, remarks }: ToolAnswer): CallToolResult {
  const beside = [...(prices === null ? [] : [agesText(prices, day)]), ...remarks];
  return {
    content: [textOf(printed(answer)), ...(beside.length === 0 ? [] : [textOf(beside.join("\n"))])],
    structuredContent: answer as Record<string, unknown>,
  };
}

function failure(error: unknown, log: Log): CallToolResult {
  const says = (...lines: string[]) => ({ isError: true, content: [textOf(lines.join("\n"))] });
  if (error instanceof UserError) return says(error.message, error.hint);
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, "a tool could not answer");
  if (error instanceof UnavailableError) return says(error.message, `${error.hint} Reference: ${reference}.`);
  return says("Something went wrong on our side.", `It is logged as ${reference}. Try again.`);
}
