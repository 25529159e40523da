import type { FamilyMember } from "./rule.ts";

/**
 * What a machine of this family should cost by its parts: the prices of a vCPU, a GiB and a GPU that fit `members` best,
 * by least squares of the relative error. Parts that always come in one ratio share the price of that bundle.
 */
export function familyFit(members: readonly FamilyMember[]): (member: FamilyMember) => number {
  // The normal equations of price = a·vCPU + b·GiB + c·GPU, each machine divided by its price: every error counts alike.
  let [vv, vm, vg, mm, mg, gg, v1, m1, g1] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { machine, hourly } of members) {
    const v = machine.vcpu / hourly;
    const m = machine.memoryGiB / hourly;
    const g = machine.gpus / hourly;
    vv += v * v;
    vm += v * m;
    vg += v * g;
    mm += m * m;
    mg += m * g;
    gg += g * g;
    v1 += v;
    m1 += m;
    g1 += g;
  }
  const forVcpu: Triple = [vv * RIDGE, vm, vg];
  const forGiB: Triple = [vm, mm * RIDGE, mg];
  const forGpu: Triple = [vg, mg, gg * RIDGE || 1]; // no GPUs: any price of one will do
  const right: Triple = [v1, m1, g1];
  const whole = determinant(forVcpu, forGiB, forGpu); // symmetric, so its columns are its rows: Cramer's rule
  const perVcpu = determinant(right, forGiB, forGpu) / whole;
  const perGiB = determinant(forVcpu, right, forGpu) / whole;
  const perGpu = determinant(forVcpu, forGiB, right) / whole;
  return ({ machine }) => machine.vcpu * perVcpu + machine.memoryGiB * perGiB + machine.gpus * perGpu;
}

const RIDGE = 1 + 1e-6; // keeps parts in one ratio solvable

type Triple = readonly [number, number, number];

const determinant = (a: Triple, b: Triple, c: Triple) =>
  a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);

/** How far `member` is from its fit, as a factor of 1 or more either way; infinite where the fit is not a price. */
export function misfit(member: FamilyMember, fit: (member: FamilyMember) => number): number {
  const ratio = member.hourly / fit(member);
  return ratio > 0 ? Math.max(ratio, 1 / ratio) : Number.POSITIVE_INFINITY;
}
