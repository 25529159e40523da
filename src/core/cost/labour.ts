import type { Candidate } from "../capacity/cluster-plan.ts";
import type { Labour } from "../decision/estimate.ts";
import { FEATURE_NAMES } from "../decision/rules/feature-names.ts";
import { serviceCount } from "../question/workload.ts";
import { roundToCent, sumOfCents } from "../units.ts";
import { homeCloud, leaving } from "./leaving.ts";

/** One kind of work: hours every month, and hours once. */
interface Work {
  name: string;
  monthly: number;
  once: number;
  says: string;
}

/**
 * Hours a month that people spend on one platform, and what they cost at the requirement's rate, in its currency.
 * Set-up and migration are spread over the table's months. Every part is a line; parts of no hours are left out.
 */
export function labourOf(candidate: Candidate): Labour {
  const rate = hourlyRate(candidate);
  const parts = toParts(candidate, [...operating(candidate), ...features(candidate), ...moving(candidate)]);
  return { hoursPerMonth: sumOfCents(parts.map((part) => part.hoursPerMonth)), rate, cost: sumOf(parts), parts };
}

/** What leaving costs a month of all that labour: moving what runs, and living apart from the cloud in use. */
export const leavingCost = (candidate: Candidate) => sumOf(toParts(candidate, moving(candidate)));

/** What is worked once, before it is spread over months: set-up and migration, in the requirement's currency. */
export function onceCost(candidate: Candidate): number {
  const work = [...operating(candidate), ...features(candidate), ...moving(candidate)];
  return roundToCent(work.reduce((hours, { once }) => hours + once, 0) * hourlyRate(candidate));
}

const hourlyRate = ({ book, requirement }: Candidate) =>
  book.convert(requirement.labourRateUsd, "USD", requirement.currency);
const sumOf = (parts: Labour["parts"]) => sumOfCents(parts.map((part) => part.cost));

function toParts(candidate: Candidate, work: Work[]): Labour["parts"] {
  const months = candidate.book.labour.spreadMonths;
  return work
    .map(({ name, monthly, once, says }) => ({ name, says, hoursPerMonth: roundToCent(monthly + once / months) }))
    .filter((part) => part.hoursPerMonth > 0)
    .map((part) => ({ ...part, cost: roundToCent(part.hoursPerMonth * hourlyRate(candidate)) }));
}

function operating({ platform, requirement, book }: Candidate): Work[] {
  const profile = book.labour.profiles.find((each) => each.id === platform.labourProfile);
  if (profile === undefined) throw new RangeError(`${platform.id} names no labour profile of the catalog`);
  const experience = requirement.kubernetesExperience;
  const once = requirement.running === platform.id ? 0 : profile.setUpHours[experience];
  return [
    { name: "Running it", monthly: profile.monthlyHours[experience], once: 0, says: profile.says },
    {
      name: "Further clusters",
      monthly: profile.extraClusterHours * (requirement.clusters - 1),
      once: 0,
      says: `${profile.extraClusterHours} h a month for each after the first.`,
    },
    { name: `Setting it up, over ${book.labour.spreadMonths} months`, monthly: 0, once, says: `${once} h once.` },
  ];
}

/** What asked features cost in work where the platform leaves it to its users; where it runs already they are set up. */
function features({ platform, requirement }: Candidate): Work[] {
  return requirement.features.flatMap((feature) => {
    const support = platform.features[feature];
    if (support === undefined) return [];
    const once = requirement.running === platform.id ? 0 : support.setUpHours;
    return [{ name: FEATURE_NAMES[feature], monthly: support.monthlyHours, once, says: support.says }];
  });
}

function moving(candidate: Candidate): Work[] {
  const { platform, requirement, book } = candidate;
  const { migration, integration, spreadMonths } = book.labour;
  const { moves, apart } = leaving(requirement, platform, book);
  const services = Math.min(migration.mostServicesHours, serviceCount(requirement) * migration.hoursPerService);
  const stateful = requirement.features.includes("stateful") ? migration.statefulHours : 0;
  const once = migration.baseHours * requirement.clusters + services + stateful;
  const ties = requirement.features.filter((feature) => integration.tyingFeatures.includes(feature)).length;
  const apartHours = integration.baseHours + ties * integration.hoursPerFeature;
  return [
    {
      name: `Moving there, over ${spreadMonths} months`,
      monthly: 0,
      once: moves ? once : 0,
      says: `${once} h once. ${migration.says}`,
    },
    {
      name: `Living apart from ${homeName(candidate)}`,
      monthly: apart ? apartHours : 0,
      once: 0,
      says: integration.says,
    },
  ];
}

/** The name of the cloud in use, as people know it. */
function homeName({ requirement, book }: Candidate): string {
  const cloud = homeCloud(requirement, book);
  return book.providers.find((provider) => provider.cloud === cloud)?.name ?? "your cloud";
}
