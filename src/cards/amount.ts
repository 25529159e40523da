const AMOUNT = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SIGNED = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: "exceptZero",
});

/** "1,234.50": an amount for a cell or a sum whose currency is said beside it. */
export const amountText = (amount: number) => AMOUNT.format(amount);

/** "+12.00", "-3.50", "0.00": a difference. */
export const differenceText = (amount: number) => SIGNED.format(amount);
