import { stringify } from "yaml";
import { givenIn } from "../../app/refine.ts";
import { csvOf } from "../../cards/csv.ts";
import type { CostLine, Estimate, RankedPlatform } from "../../core/decision/estimate.ts";

/** How an answer can be printed. */
export const ADVISE_FORMATS = ["text", "markdown", "json", "csv", "requirement"] as const;
export type AdviseFormat = (typeof ADVISE_FORMATS)[number];

/** Every line of every ranked platform's bill, the best platform first. */
export function adviseCsv({ ranking }: Estimate): string {
  const rows = ranking.flatMap((platform) => platform.bill.lines.map((line) => ({ platform, line })));
  type Row = { platform: RankedPlatform; line: CostLine };
  const ofPlatform = (key: "rank" | "platform" | "tier") => [key, ({ platform }: Row) => platform[key]] as const;
  const ofLine = (name: string, key: Exclude<keyof CostLine, "cost">) => [name, ({ line }: Row) => line[key]] as const;
  return csvOf(
    [
      ...[ofPlatform("rank"), ofPlatform("platform"), ofPlatform("tier")],
      ...[ofLine("category", "category"), ofLine("description", "description"), ofLine("sku", "skuId")],
      ...[ofLine("region", "region"), ofLine("quantity", "quantity"), ofLine("unit", "unit")],
      ofLine("unit price", "unitPrice"),
      ["cost", ({ line }) => line.cost.toFixed(2)],
      ...[ofLine("currency", "currency"), ofLine("source", "source"), ofLine("as of", "asOf")],
      ofLine("confidence", "confidence"),
    ],
    rows,
  );
}

/** The requirement as a file that `--requirements` takes: what was given, and as comments what was assumed. */
export function requirementYaml(estimate: Estimate): string {
  const given = givenIn(estimate);
  const assumed = Object.fromEntries(
    Object.entries(estimate.requirement).filter(([key]) => estimate.assumed.includes(key)),
  );
  const comments = stringify(assumed)
    .trimEnd()
    .split("\n")
    .map((line) => `# ${line}`);
  const keys = Object.keys(given).length === 0 ? "{}\n" : stringify(given);
  return `${keys}\n# Assumed; take the sign away to say it:\n${comments.join("\n")}`;
}
