import { UserError } from "../../core/errors.ts";

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const FACTORS: ReadonlyMap<string, number> = new Map<string, number>([
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["", 1],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["E", 1e18],
  ["Ki", 2 ** 10],
  ["Mi", 2 ** 20],
  ["Gi", 2 ** 30],
  ["Ti", 2 ** 40],
  ["Pi", 2 ** 50],
  ["Ei", 2 ** 60],
]);
const QUANTITY = /^\+?(\d+\.?\d*|\.\d+)(?:([eE][+-]?\d{1,2})|([numkMGTPE]|[KMGTPE]i)?)$/;
/** Longer than any that Kubernetes prints: it keeps them below 2^63, with at most nine decimals. */
const MOST_CHARACTERS = 40;
const MIB = 2 ** 20;

/** A Kubernetes quantity as a number of cores, bytes or devices. @throws {UserError} for what is none. */
export function quantity(value: string | number, where: string): number {
  const text = String(value).trim();
  const [, digits = "", exponent = "", suffix = ""] = (text.length <= MOST_CHARACTERS && QUANTITY.exec(text)) || [];
  const factor = FACTORS.get(suffix);
  if (digits === "" || factor === undefined)
    throw new UserError(
      `${where}: "${text.slice(0, MOST_CHARACTERS)}" is no Kubernetes quantity.`,
      "Write 100m or 0.5 for CPU, 128Mi or 1Gi for memory.",
    );
  return Number(digits + exponent) * factor;
}

/** CPU in millicores, unrounded. */
export const millicores = (value: string | number, where: string) => quantity(value, where) * 1000;

/**
 * Memory in MiB, unrounded. `kubectl` prints thousandths of bytes, as in "1610612736000m".
 * @throws {UserError} where they are less than a MiB: "128m" was meant as 128Mi.
 */
export function mebibytes(value: string | number, where: string): number {
  const amount = quantity(value, where) / MIB;
  const text = String(value).trim();
  if (/\d[num]$/.test(text) && amount > 0 && amount < 1)
    throw new UserError(
      `${where}: "${text}" is a fraction of a MiB.`,
      `In memory a small m means thousandths of a byte. Write ${text.slice(0, -1)}Mi for MiB.`,
    );
  return amount;
}
