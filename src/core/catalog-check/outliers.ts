import type { InstanceType, SkuPrice } from "../catalog.ts";
import { groupBy } from "../group-by.ts";
import { familyFit, misfit, type PricedMachine } from "./family-fit.ts";
import { aboutRow, type CatalogRule, type Checked, hourlyPrice, skuKey } from "./rule.ts";

/** A machine of a family in one region, with the row that prices it. */
export interface FamilyMember extends PricedMachine {
  row: SkuPrice;
  machine: InstanceType;
}

/** Members of one family, region, category and kind of customer, spot apart: its price follows demand, not size. */
export function familiesOf({ book, machines, providers }: Checked): FamilyMember[][] {
  const members = book.prices.flatMap((row): FamilyMember[] => {
    const machine = machines.get(skuKey(row.provider, row.skuId));
    const hourly = hourlyPrice(row, providers.get(row.provider));
    if (machine === undefined || hourly === null || hourly <= 0 || row.pricingCategory === "dynamic") return [];
    const { vcpu, memoryGiB, gpus } = machine;
    return [{ row, machine, vcpu, memoryGiB, gpus, hourly }];
  });
  const key = ({ row, machine }: FamilyMember) =>
    `${row.provider} ${machine.family} ${row.regionId} ${row.pricingCategory} ${row.customers}`;
  return [...groupBy(members, key).values()];
}

const MOST_PERCENT = 40; // sizes are sold by the part; what small ones cost more or less by stays below this
const AGREED = 1.2; // a family that fits this well has no odd one; past it, one may have drawn the fit to itself
const FEWEST = 3; // of two that disagree nobody can say which is wrong

/** A price that does not follow from the machine's size as the prices of its family do. */
export const outliers: CatalogRule = {
  id: "outlier",
  says: "Within a family, prices follow vCPUs, memory and GPUs within 40 %.",
  check: (checked) =>
    familiesOf(checked).flatMap((family) => {
      const odd = oddOnes(family);
      const fit = familyFit(family.filter((member) => !odd.includes(member)));
      return odd.map((member) => {
        const expected = Number(fit(member).toPrecision(3));
        const { family: name, vcpu, memoryGiB } = member.machine;
        const shown = `${Number(member.hourly.toPrecision(5))} an hour for ${vcpu} vCPU and ${memoryGiB} GiB`;
        return aboutRow(member.row, `${shown}; the rest of ${name} there says about ${expected}`);
      });
    }),
};

/** Takes away, one by one, the member without which the others agree best, while it is off by what those others say. */
function oddOnes(family: readonly FamilyMember[]): FamilyMember[] {
  const odd: FamilyMember[] = [];
  let rest = [...family];
  while (rest.length >= FEWEST && spread(rest).worst > AGREED) {
    const candidates = rest.map((member) => ({ member, others: rest.filter((other) => other !== member) }));
    const best = candidates.reduce((a, b) => (spread(b.others).total < spread(a.others).total ? b : a));
    const expected = familyFit(best.others)(best.member);
    if (Math.abs(best.member.hourly - expected) <= (expected * MOST_PERCENT) / 100) break;
    odd.push(best.member);
    rest = best.others;
  }
  return odd;
}

function spread(family: readonly FamilyMember[]): { worst: number; total: number } {
  const fit = familyFit(family);
  const errors = family.map((member) => misfit(member, fit));
  return { worst: Math.max(...errors), total: errors.reduce((sum, error) => sum + Math.log(error) ** 2, 0) };
}
