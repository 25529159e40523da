import type { InstanceType, Provider, SustainedUse } from "./catalog.ts";

/**
 * The share of its list cost, 0 to 1, that a machine gets off by itself for running `hours` of a month: each equal part of
 * the month has its own percentage, and only the parts that are reached count. 0 without a rule for its family.
 */
export function sustainedUseShare(rule: SustainedUse | null, hours: number, { hoursPerMonth }: Provider): number {
  if (rule === null || hours <= 0) return 0;
  const running = Math.min(hours, hoursPerMonth);
  const part = hoursPerMonth / rule.percentOff.length;
  const off = rule.percentOff.reduce((sum, percent, i) => {
    const inPart = Math.max(0, Math.min(running, (i + 1) * part) - i * part);
    return sum + (inPart * percent) / 100;
  }, 0);
  return off / running;
}

/** The rule for a machine's family; null where its price does not fall by itself. */
export const sustainedUseOf = (rules: readonly SustainedUse[], { provider, family }: InstanceType) =>
  rules.find((rule) => rule.provider === provider && rule.families.includes(family)) ?? null;

/** "20 % off for running all month", "4.7 % off for running 300 of 730 hours". */
export function sustainedUseText(share: number, hours: number, { hoursPerMonth }: Provider): string {
  const percent = Math.round(share * 1000) / 10;
  const time = hours >= hoursPerMonth ? "all month" : `${Math.round(hours)} of ${hoursPerMonth} hours`;
  return `sustained use, ${percent} % off for running ${time}`;
}
