import { groupBy } from "../../group-by.ts";
import type { Provider } from "../catalog.ts";
import { familyFit, misfit } from "./family-fit.ts";
import { aboutRow, type CatalogRule, type Checked, type Finding } from "./rule.ts";

/** Standard rates: https://europa.eu/youreurope/business/taxation/vat/vat-rules-rates/index_en.htm */
const VAT_PERCENT: ReadonlyMap<string, number> = new Map<string, number>([
  ["DE", 19],
  ["FR", 20],
]);
const EXACT = 0.005; // prices are rounded to the cent
const TIGHT = 1.02; // only a family that agrees this well can tell 1.19 from a price of its own
const FEWEST = 4; // three parts fit any three machines

/**
 * A price with VAT in it is another price of the same SKU and region, or what its family says, times one and the rate.
 * Only providers at home where price lists show VAT are looked at; the family must agree within 2 % without the row,
 * so that a family with odd steps accuses nobody.
 */
export const grossPrices: CatalogRule = {
  id: "gross-price",
  says: "Prices are before tax.",
  check: (checked) => [...grossAgainstOwnHistory(checked), ...grossAgainstFamily(checked)],
};

function grossAgainstOwnHistory({ data, providers }: Checked): Finding[] {
  const taxed = data.prices.filter((row) => vatFactor(providers.get(row.provider)) !== null);
  const key = (row: (typeof taxed)[number]) =>
    `${row.provider} ${row.skuId} ${row.regionId} ${row.pricingCategory} ${row.pricingUnit} ${row.currency}`;
  return [...groupBy(taxed, key).values()].flatMap((rows) =>
    rows.flatMap((row) => {
      const net = rows.find((other) => isGross(row.listUnitPrice, other.listUnitPrice, providers.get(row.provider)));
      if (net === undefined) return [];
      const message = `${row.listUnitPrice} is ${net.listUnitPrice} (from ${net.from}) with VAT`;
      return [aboutRow(row, message)];
    }),
  );
}

function grossAgainstFamily(checked: Checked): Finding[] {
  const taxed = checked.families.filter(
    ([member]) => member !== undefined && vatFactor(checked.providers.get(member.row.provider)) !== null,
  );
  return taxed.flatMap((family) =>
    family.flatMap((member) => {
      const others = family.filter((other) => other !== member);
      const fit = familyFit(others);
      if (others.length < FEWEST || others.some((other) => misfit(other, fit) > TIGHT)) return [];
      if (!isGross(member.hourly, fit(member), checked.providers.get(member.row.provider))) return [];
      const net = Number(fit(member).toPrecision(4));
      return [aboutRow(member.row, `${Number(member.hourly.toPrecision(4))} an hour is the family's ${net} with VAT`)];
    }),
  );
}

function vatFactor(provider: Provider | undefined): number | null {
  const percent = VAT_PERCENT.get(provider?.ownedIn ?? "");
  return percent === undefined ? null : 1 + percent / 100;
}

function isGross(price: number, net: number, provider: Provider | undefined): boolean {
  const factor = vatFactor(provider);
  return factor !== null && net > 0 && Math.abs(price / (net * factor) - 1) < EXACT;
}
