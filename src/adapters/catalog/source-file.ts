import { z } from "zod";
import { AdvicePolicy } from "../../core/catalog/advice-policy.ts";
import { Centre, FxRate, Provider } from "../../core/catalog/catalog.ts";
import { LabourTable } from "../../core/catalog/labour-table.ts";
import { Platform } from "../../core/catalog/platform.ts";
import { GEOGRAPHIES } from "../../core/question/choices.ts";
import { readDocument } from "./document.ts";
import { describeIssue, type Report } from "./faults.ts";
import {
  InstanceBlock,
  PriceBlock,
  RegionRow,
  RetiredBlock,
  ServiceRow,
  SustainedUseRow,
  TierBlock,
  TransferBlock,
} from "./file-schema.ts";
import type { TableText } from "./table.ts";

/** A checked entry of a list, and where in its file it stands. */
export interface Entry<T> {
  value: T;
  line: number;
  table: TableText; // empty where it has none
}

export type SourceFile = ReturnType<typeof readSourceFile>;

// Each schema is used a few dozen times at most: compiling it would take longer than it saves.
const CHECK = { error: describeIssue, reportInput: true, jitless: true };

/** What one YAML file holds. Every fault is reported; a faulty entry is left out and does not hide the next. */
export function readSourceFile(text: string, report: Report) {
  const { content, lineOf, tableAt } = readDocument(text, report);
  const blocks = isRecord(content) ? content : {};
  if (!isRecord(content)) report(1, "a file must be a map of blocks");

  function checked<S extends z.ZodType>(schema: S, found: unknown, path: PropertyKey[]): z.output<S> | undefined {
    const result = schema.safeParse(found, CHECK);
    for (const issue of result.error?.issues ?? []) {
      const at = [...path, ...issue.path];
      const key = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
      report(lineOf([...at, ...key]), `${at.join(".")}: ${issue.message}`);
    }
    return result.data;
  }
  const one = <S extends z.ZodType>(key: string, schema: S) =>
    blocks[key] === undefined ? undefined : checked(schema, blocks[key], [key]);
  const list = <S extends z.ZodType>(key: string, schema: S): Entry<z.output<S>>[] =>
    (one(key, z.array(z.unknown())) ?? []).flatMap((found, index) => {
      const path = [key, index];
      const value = checked(schema, found, path);
      if (value === undefined) return [];
      const line = lineOf(path);
      const table = tableAt([...path, "table"]);
      if (table !== null || !isRecord(found) || found["table"] === undefined) {
        return [{ value, line, table: table ?? { text: "", line } }];
      }
      report(lineOf([...path, "table"]), `${path.join(".")}.table: must be a block of lines, begun with "table: |"`);
      return [];
    });

  const file = {
    provider: one("provider", z.string().min(1)),
    prices: list("prices", PriceBlock),
    tiers: list("tiers", TierBlock),
    instances: list("instances", InstanceBlock),
    retired: list("retired", RetiredBlock),
    transfers: list("transfers", TransferBlock),
    sustainedUse: list("sustainedUse", SustainedUseRow),
    services: list("services", ServiceRow),
    regions: list("regions", RegionRow),
    providers: list("providers", Provider),
    places: one("places", z.record(z.string().min(1), z.enum(GEOGRAPHIES))) ?? {},
    centres: list("centres", Centre),
    fx: list("fx", FxRate),
    platforms: list("platforms", Platform),
    labour: one("labour", LabourTable),
    policy: one("policy", AdvicePolicy),
  };
  for (const key of Object.keys(blocks)) {
    if (!(key in file)) report(lineOf([key]), `unknown key ${key}; allowed: ${Object.keys(file).join(", ")}`);
  }
  // Lines, not `lineOf`, which would keep every parsed document in memory until the last is read.
  return {
    ...file,
    providerLine: lineOf(["provider"]),
    labourLine: lineOf(["labour"]),
    policyLine: lineOf(["policy"]),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
