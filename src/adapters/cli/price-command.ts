import type { Command } from "commander";
import { namesOf } from "../../cards/names.ts";
import { priceCard } from "../../cards/price-card.ts";
import { answerPrice } from "../../core/price/answer.ts";
import { understandPriceQuery } from "../../language/price-query.ts";
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
      const typed = words.join(" ");
      const knowledge = library.knowledge(day);
      const answer = answerPrice(typed, understandPriceQuery(typed, library.vocabulary()), knowledge);
      if (options.json) io.out(JSON.stringify(answer, null, 2));
      else showCard(io, priceCard(answer, namesOf(knowledge.book)));
    });
}
