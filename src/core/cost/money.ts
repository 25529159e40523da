import type { Currency } from "../question/choices.ts";

const AMOUNT = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** "1,234.50 USD": two decimals and the currency's code, the same in every shell and locale. */
export const money = (amount: number, currency: Currency) => `${AMOUNT.format(amount)} ${currency}`;

/** "1,235 USD": for sums that are estimates anyway. */
export const aboutMoney = (amount: number, currency: Currency) => `${WHOLE.format(amount)} ${currency}`;

/** "$1,235", "€82", "$4.50": whole from ten up, for titles and sentences whose exact figure stands elsewhere on the card. */
export function shortMoney(amount: number, currency: Currency): string {
  const digits = Math.abs(amount) >= 10 || Number.isInteger(amount) ? 0 : 2;
  const format = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat("en-US", format).format(amount);
}

/** "1,234.5": a number without needless decimals. */
export const plainNumber = (value: number, decimals = 1) =>
  new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals }).format(value);
