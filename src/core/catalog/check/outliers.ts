import { familyFit, misfit } from "./family-fit.ts";
import { aboutRow, type CatalogRule, type FamilyMember } from "./rule.ts";

const MOST_PERCENT = 40; // sizes are sold by the part; what small ones cost more or less by stays below this
const AGREED = 1.2; // a family that fits this well has no odd one; past it, one may have drawn the fit to itself
const FEWEST = 3; // of two that disagree nobody can say which is wrong

/** A price that does not follow from the machine's size as the prices of its family do. */
export const outliers: CatalogRule = {
  id: "outlier",
  says: "Within a family, prices follow vCPUs, memory and GPUs within 40 %.",
  check: ({ families }) =>
    families.flatMap((family) => {
      const odd = oddOnes(family);
      const fit = familyFit(family.filter((member) => !odd.includes(member)));
      return odd.map((member) => {
        const expected = fit(member);
        const { family: name, vcpu, memoryGiB } = member.machine;
        const shown = `${Number(member.hourly.toPrecision(5))} an hour for ${vcpu} vCPU and ${memoryGiB} GiB`;
        const says = expected > 0 ? `about ${Number(expected.toPrecision(3))}` : "no such thing: is it one family?";
        return aboutRow(member.row, `${shown}; the rest of ${name} there says ${says}`);
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
