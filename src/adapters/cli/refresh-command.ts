import type { Command } from "commander";
import type { CatalogParts } from "./catalog-parts.ts";
import { checkedDay } from "./day.ts";

interface Options {
  out?: string;
  since?: string;
  dryRun?: true;
  accept?: true;
}

/** `catalog refresh`: the summary goes to standard output, what follows from it to standard error. */
export function addRefreshCommand(
  catalog: Command,
  { io, refresh, today }: Pick<CatalogParts, "io" | "refresh" | "today">,
): void {
  catalog
    .command("refresh [provider...]")
    .description("read prices anew from the providers' own lists, and say what moved, as Markdown")
    .option("--out <folder>", "write a whole copy there; left out, the catalog itself is written")
    .option("--since <date>", "leave alone what was read on this day or later, yyyy-mm-dd")
    .option("--dry-run", "say what would change, and write nothing")
    .option("--accept", "take what is odd, too: prices that moved far, or that nobody lists any more")
    .action(async (providers: string[], { out, since, dryRun, accept }: Options) => {
      const result = await refresh({
        providers,
        today: today(),
        since: since === undefined ? null : checkedDay(since, "--since"),
        accept: accept === true,
        dryRun: dryRun === true,
        out: out ?? null,
      });
      io.out(result.summary.trimEnd());
      if (result.refused > 0)
        io.err(`${result.refused} prices were refused: see the summary. --accept takes those that are not final.`);
    });
}
