import { Gauge, type Registry } from "prom-client";
import type { Library } from "../../app/knowledge.ts";
import { daysBetween } from "../../core/catalog/as-of.ts";

/** How many days ago the newest price of each provider was read, and how old it may be before cards say so. */
export function observePriceAge(registry: Registry, library: Library): void {
  const labelNames = ["provider"] as const;
  const registers = [registry];
  const book = () => library.knowledge().book;
  new Gauge({
    name: "k8s_advise_price_age_days",
    help: "Days since the newest price of a provider was read",
    labelNames,
    registers,
    collect() {
      const { providers, prices } = book();
      for (const { id } of providers) {
        const read = prices.filter((price) => price.provider === id).map(({ reading }) => reading.asOf);
        const newest = read.sort().at(-1);
        if (newest !== undefined) this.set({ provider: id }, daysBetween(newest, library.today()));
      }
    },
  });
  new Gauge({
    name: "k8s_advise_price_limit_days",
    help: "Days after which cards call a provider's prices old",
    labelNames,
    registers,
    collect() {
      for (const { id, priceLimitDays } of book().providers) this.set({ provider: id }, priceLimitDays);
    },
  });
}
