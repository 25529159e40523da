import { type Command, Option } from "commander";
import type { Library } from "../../app/knowledge.ts";
import { priceOf } from "../../app/programs/price.ts";
import { printed } from "../../app/programs/printed.ts";
import { csvOf } from "../../cards/csv.ts";
import { namesOf } from "../../cards/names.ts";
import { priceCard } from "../../cards/price-card.ts";
import type { PriceAnswer, PriceResult } from "../../core/price/price-answer.ts";
import { checkedDay } from "./day.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { showCard } from "./show.ts";

interface PriceOptions {
  region?: string;
  out?: "text" | "json" | "csv";
  json?: true;
  asOf?: string;
}

/** `price <query…>`; ends with 2 where no price is found. */
export function addPriceCommand(
  program: Command,
  io: Io,
  open: () => Promise<Library>,
  end: (code: ExitCode) => void,
): void {
  program
    .command("price <query...>")
    .description("answer a price question: t3.medium x3 frankfurt, 4 vcpu 16 gb, egress 5 tb gcp")
    .option("--region <region>", "a geography, or a provider's own region id")
    .addOption(new Option("-o, --out <format>", "how to print it").choices(["text", "json", "csv"]).conflicts(["json"]))
    .option("--json", "the whole answer as JSON")
    .option("--as-of <date>", "with the prices of this day, yyyy-mm-dd")
    .action(async (words: string[], options: PriceOptions) => {
      const day = options.asOf === undefined ? undefined : checkedDay(options.asOf);
      const library = await open();
      const query = [...words, ...(options.region === undefined ? [] : [options.region])].join(" ");
      const answer = priceOf(library, day === undefined ? { query } : { query, asOf: day });
      const format = options.json ? "json" : (options.out ?? "text");
      const found = answer.results.length > 0;
      if (!found) end(EXIT.asker);
      if (format === "json") io.out(printed(answer));
      else if (format === "csv" && found) io.out(priceCsv(answer).trimEnd());
      else showCard(found ? io : { ...io, out: io.err }, priceCard(answer, namesOf(library.knowledge(day).book)));
    });
}

/** A row for each price found. */
function priceCsv({ results }: PriceAnswer): string {
  const of = (name: string, key: keyof PriceResult) => [name, (result: PriceResult) => result[key]] as const;
  return csvOf(
    [
      ...[of("provider", "provider"), of("region", "region"), of("sku", "skuId"), of("description", "description")],
      ...[of("quantity", "quantity"), of("unit", "unit"), of("unit price", "unitPrice")],
      ["cost", ({ cost }) => cost.toFixed(2)],
      ...[of("currency", "currency"), of("period", "period"), of("source", "source"), of("as of", "asOf")],
      of("confidence", "confidence"),
    ],
    results,
  );
}
