import type { Command } from "commander";
import { priceOf } from "../../app/programs/price.ts";
import { printed } from "../../app/programs/printed.ts";
import { namesOf } from "../../cards/names.ts";
import { priceCard } from "../../cards/price-card.ts";
import { checkedDay } from "./day.ts";
import type { Desk } from "./desk.ts";
import type { Io } from "./io.ts";
import { showCard } from "./show.ts";

/** `price <query…>`. */
export function addPriceCommand(program: Command, io: Io, desk: () => Promise<Desk>): void {
  program
    .command("price <query...>")
    .description("answer a price question: t3.medium x3 frankfurt, 4 vcpu 16 gb, egress 5 tb gcp")
    .option("--json", "the whole answer as JSON")
    .option("--as-of <date>", "with the prices of this day, yyyy-mm-dd")
    .action(async (words: string[], options: { json?: true; asOf?: string }) => {
      const day = options.asOf === undefined ? undefined : checkedDay(options.asOf);
      const { library } = await desk();
      const query = words.join(" ");
      const answer = priceOf(library, day === undefined ? { query } : { query, asOf: day });
      if (options.json) io.out(printed(answer));
      else showCard(io, priceCard(answer, namesOf(library.knowledge(day).book)));
    });
}
