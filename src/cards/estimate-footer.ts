import type { Estimate } from "../core/estimate.ts";
import type { Section } from "./card.ts";

/** The day of the prices, the id that finds the estimate again, and what the prices are. */
export const estimateFooter = ({ asOf, catalog, id }: Pick<Estimate, "asOf" | "catalog" | "id">): Section => ({
  kind: "footer",
  text: `Prices of ${asOf}, the newest read on ${catalog.newestAsOf} · list prices, before tax · estimate ${id}`,
});
