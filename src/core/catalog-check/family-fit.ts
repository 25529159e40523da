/** A machine and its price for an hour. */
export interface PricedMachine {
  vcpu: number;
  memoryGiB: number;
  gpus: number;
  hourly: number; // more than 0
}

/**
 * What a machine of this family should cost by its parts: the prices of a vCPU, a GiB and a GPU that fit `machines` best,
 * by least squares of the relative error. Parts that always come in one ratio share the price of that bundle.
 */
export function familyFit(machines: readonly PricedMachine[]): (machine: PricedMachine) => number {
  // The normal equations of price = a·vCPU + b·GiB + c·GPU, each machine divided by its price: every error counts alike.
  let [vv, vm, vg, mm, mg, gg, v1, m1, g1] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { vcpu, memoryGiB, gpus, hourly } of machines) {
    const [v, m, g] = [vcpu / hourly, memoryGiB / hourly, gpus / hourly];
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
  const v: Triple = [vv * RIDGE, vm, vg];
  const m: Triple = [vm, mm * RIDGE, mg];
  const g: Triple = [vg, mg, gg * RIDGE || 1]; // no GPUs: any price of one will do
  const right: Triple = [v1, m1, g1];
  const whole = determinant(v, m, g); // symmetric, so its columns are its rows: Cramer's rule
  const perVcpu = determinant(right, m, g) / whole;
  const perGiB = determinant(v, right, g) / whole;
  const perGpu = determinant(v, m, right) / whole;
  return ({ vcpu, memoryGiB, gpus }) => vcpu * perVcpu + memoryGiB * perGiB + gpus * perGpu;
}

const RIDGE = 1 + 1e-6; // keeps parts in one ratio solvable

type Triple = readonly [number, number, number];

const determinant = (a: Triple, b: Triple, c: Triple) =>
  a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);

/** How far `machine` is from its fit, as a factor of 1 or more either way; infinite where the fit is not a price. */
export function misfit(machine: PricedMachine, fit: (machine: PricedMachine) => number): number {
  const ratio = machine.hourly / fit(machine);
  return ratio > 0 ? Math.max(ratio, 1 / ratio) : Number.POSITIVE_INFINITY;
}
