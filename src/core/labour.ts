import type { Candidate } from "./capacity/plan.ts";
import type { Labour } from "./estimate.ts";
import { homeCloud, leaving } from "./leaving.ts";
import { roundToCent, sumOfCents } from "./units.ts";
import { serviceCount } from "./workload.ts";

interface Part {
  name: string;
  hours: number; // a month
  says: string;
}

/**
 * Hours a month that people spend on one platform, and what they cost at the requirement's rate, in its currency.
 * Set-up and migration are spread over the table's months. Every part is a line; parts of no hours are left out.
 */
export function labourOf(candidate: Candidate): Labour {
  const rate = hourlyRate(candidate);
  const parts = priced([...operating(candidate), ...features(candidate), ...moving(candidate)], rate);
  return { hoursPerMonth: sumOfCents(parts.map((part) => part.hoursPerMonth)), rate, cost: sumOf(parts), parts };
}

/** What leaving costs a month of all that labour: moving what runs, and living apart from the cloud in use. */
export const leavingCost = (candidate: Candidate) => sumOf(priced(moving(candidate), hourlyRate(candidate)));

const hourlyRate = ({ book, requirement }: Candidate) =>
  book.convert(requirement.labourRateUsd, "USD", requirement.currency);
const sumOf = (parts: Labour["parts"]) => sumOfCents(parts.map((part) => part.cost));

function priced(parts: Part[], rate: number): Labour["parts"] {
  return parts
    .filter((part) => part.hours > 0)
    .map(({ name, hours, says }) => {
      const hoursPerMonth = roundToCent(hours);
      return { name, hoursPerMonth, cost: roundToCent(hoursPerMonth * rate), says };
    });
}

function operating({ platform, requirement, book }: Candidate): Part[] {
  const { labour } = book;
  const profile = labour.profiles.find((each) => each.id === platform.labourProfile);
  if (profile === undefined) throw new RangeError(`${platform.id} names no labour profile of the catalog`);
  const experience = requirement.kubernetesExperience;
  const months = labour.spreadMonths;
  const setUpHours = requirement.running === platform.id ? 0 : profile.setUpHours[experience];
  return [
    { name: "Running it", hours: profile.monthlyHours[experience], says: profile.says },
    {
      name: "Further clusters",
      hours: profile.extraClusterHours * (requirement.clusters - 1),
      says: `${profile.extraClusterHours} h a month for each after the first.`,
    },
    { name: `Setting it up, over ${months} months`, hours: setUpHours / months, says: `${setUpHours} h once.` },
  ];
}

/** What asked features cost in work where the platform leaves it to its users. */
function features({ platform, requirement, book }: Candidate): Part[] {
  const months = book.labour.spreadMonths;
  return requirement.features.flatMap((feature) => {
    const support = platform.features[feature];
    return support === undefined
      ? []
      : [{ name: feature, hours: support.monthlyHours + support.setUpHours / months, says: support.says }];
  });
}

function moving(candidate: Candidate): Part[] {
  const { platform, requirement, book } = candidate;
  const { migration, integration, spreadMonths } = book.labour;
  const { moves, apart } = leaving(requirement, platform, book);
  const services = Math.min(migration.mostServicesHours, serviceCount(requirement) * migration.hoursPerService);
  const once =
    migration.baseHours * requirement.clusters +
    services +
    (requirement.features.includes("stateful") ? migration.statefulHours : 0);
  const ties = requirement.features.filter((feature) => integration.tyingFeatures.includes(feature)).length;
  return [
    {
      name: `Moving there, over ${spreadMonths} months`,
      hours: moves ? once / spreadMonths : 0,
      says: `${once} h once. ${migration.says}`,
    },
    {
      name: `Living apart from ${homeCloud(requirement, book) ?? "your cloud"}`,
      hours: apart ? integration.baseHours + ties * integration.hoursPerFeature : 0,
      says: integration.says,
    },
  ];
}
