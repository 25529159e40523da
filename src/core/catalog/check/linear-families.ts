import { groupBy } from "../../group-by.ts";
import { aboutRow, type CatalogRule, type Checked, type FamilyMember, type Finding } from "./rule.ts";

const CLOSE = 1.06; // three figures at times, and Azure sells Esv3 of 20 and 48 vCPU up to 5.5 % below the line in some regions
const MOSTLY = 0.9; // of the machines of a family in line, in all regions: its provider prices it by size
const OWN_PRICE = 0.5; // a machine that is off in half of its regions has a price of its own
const FEWEST = 3; // of a shape in a region
const FEWEST_CELLS = 20; // of a family, before anybody can say that it has a line

/** A cell that leaves the line of a family which is priced by size wherever else it is sold: a Windows price, or a slip of the pen. */
export const linearFamilies: CatalogRule = {
  id: "linear-family",
  says: "Where a family costs the same a vCPU in every size, every cell of it does, within 6 %; low confidence is a doubt said already.",
  check: (checked) => [...groupBy(placed(checked), ({ family }) => family).values()].flatMap(odd),
};

/** A machine in a region, and how many times the usual price of a vCPU there it costs. */
interface Placed {
  member: FamilyMember;
  family: string;
  usual: number; // an hour for a vCPU
  isOff: boolean;
}

function placed({ families }: Checked): Placed[] {
  return families.flatMap((family) => {
    const onDemand = family.filter(({ row }) => row.pricingCategory === "standard" && row.customers === "all");
    return [...groupBy(onDemand, shapeOf).values()].flatMap((like) => {
      const usual = median(like.map(perVcpu));
      if (like.length < FEWEST || usual === null) return [];
      return like.map((member) => {
        const ratio = perVcpu(member) / usual;
        const name = `${member.row.provider} ${member.machine.family}`;
        return { member, family: name, usual, isOff: Math.max(ratio, 1 / ratio) > CLOSE };
      });
    });
  });
}

function odd(family: readonly Placed[]): Finding[] {
  const off = family.filter(({ isOff }) => isOff);
  if (family.length < FEWEST_CELLS || off.length > family.length * (1 - MOSTLY)) return [];
  const regions = groupBy(family, ({ member }) => member.machine.id);
  return off.flatMap(({ member, usual }) => {
    const { row, machine, hourly } = member;
    const all = regions.get(machine.id) ?? [];
    const hasOwnPrice = all.filter(({ isOff }) => isOff).length >= all.length * OWN_PRICE && all.length > 1;
    if (hasOwnPrice || row.reading.confidence === "low") return [];
    const expected = Number((usual * machine.vcpu).toPrecision(4));
    return [
      aboutRow(row, `${hourly} an hour, where ${machine.vcpu} vCPU of ${machine.family} come to ${expected} there`),
    ];
  });
}

/** Machines of one shape differ in size alone. */
const shapeOf = ({ machine: { memoryGiB, vcpu, gpus, localDiskGiB } }: FamilyMember) =>
  [(memoryGiB / vcpu).toFixed(1), (gpus / vcpu).toFixed(4), (localDiskGiB ?? 0) > 0].join(" ");

const perVcpu = ({ hourly, machine }: FamilyMember) => hourly / machine.vcpu;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
