import { aboutRow, type CatalogRule, type Finding } from "./rule.ts";

/** Nobody has read a price tomorrow. A price may begin to hold today, not later. */
export const futureDates: CatalogRule = {
  id: "future-date",
  says: "No date is after today.",
  check: ({ data, today }) => {
    const late: Finding[] = [];
    for (const row of data.prices) {
      if (row.from > today) late.push(aboutRow(row, `holds from ${row.from}, after ${today}`));
    }
    for (const row of [...data.prices, ...data.tieredPrices, ...data.includedTransfers]) {
      if (row.reading.asOf > today) late.push(aboutRow(row, `read on ${row.reading.asOf}, after ${today}`));
    }
    for (const { provider, id, stock } of data.instanceTypes) {
      if (stock === null || stock.seen <= today) continue;
      late.push({ provider, skuId: id, regionId: null, message: `stock seen on ${stock.seen}, after ${today}` });
    }
    for (const { currency, asOf } of data.fx) {
      if (asOf <= today) continue;
      late.push({ provider: null, skuId: currency, regionId: null, message: `rate of ${asOf}, after ${today}` });
    }
    return late;
  },
};
