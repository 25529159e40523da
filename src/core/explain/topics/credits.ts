import type { PriceBook } from "../../catalog/price-book.ts";
import { money } from "../../cost/money.ts";
import { priceFigure } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const credits: Topic = {
  id: "credits",
  title: "Credits against the control-plane fee",
  aliases: ["credits", "credit", "gke credit", "free tier", "free cluster", "startup credits"],
  related: ["control-plane", "autopilot"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A credit is money that a provider takes off the bill again. The one counted here is a sum that Google Cloud gives each month: it pays the fee of one cluster in one zone, or of one Autopilot cluster.",
      "It is given once per billing account, not once per cluster or project. A second cluster has only the little that the first leaves of it, a regional Standard cluster is never covered, and what is left over at the end of the month lapses. If the account already uses it, say so and it is not counted again.",
      "Credits for new accounts and start-up programmes end, so no bill here counts them. A platform that is cheapest on credits may be the dearest when they run out.",
    ],
    figures: book.platforms.flatMap(({ name, provider, billing }) => {
      const credit = billing?.feeCredit ?? null;
      if (credit === null || provider === null) return [];
      const most = `up to ${money(credit.perAccountUsd, "USD")} a month per billing account`;
      return priceFigure(book, provider, credit.skuId, `${name}: credit`).map((figure) => ({
        ...figure,
        value: `${figure.value}; ${most}`,
      }));
    }),
  }),
};
