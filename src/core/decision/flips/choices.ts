import { couldCommit } from "../../cost/commitments.ts";
import { COMMITMENTS, EXPERIENCES } from "../../question/choices.ts";
import { type FlipFinder, nameOf, winnerWith } from "./flip-finder.ts";

/** Targets people name, the strictest last. */
const UPTIMES = [99, 99.5, 99.9, 99.95, 99.99] as const;

/** The nearest uptime target above and below with which somebody else wins. */
export const uptimeFlips: FlipFinder = (question) => {
  const from = question.requirement.uptimePercent;
  const below = [...UPTIMES.filter((target) => from !== null && target < from)].reverse();
  const above = UPTIMES.filter((target) => from === null || target > from);
  return [below, above].flatMap((targets) => {
    for (const to of targets) {
      const platform = winnerWith(question, { uptimePercent: to });
      if (platform === null || platform === question.winner) continue;
      return [
        {
          change: "uptimePercent",
          from,
          to,
          platform,
          text: `With a target of ${to} %, ${nameOf(question, platform)} wins.`,
        },
      ];
    }
    return [];
  });
};

/** The nearest level of Kubernetes experience, up or down, with which somebody else wins. */
export const experienceFlips: FlipFinder = (question) => {
  const from = question.requirement.kubernetesExperience;
  const at = EXPERIENCES.indexOf(from);
  const nearest = EXPERIENCES.filter((level) => level !== from).sort(
    (a, b) => Math.abs(EXPERIENCES.indexOf(a) - at) - Math.abs(EXPERIENCES.indexOf(b) - at),
  );
  for (const to of nearest) {
    const platform = winnerWith(question, { kubernetesExperience: to });
    if (platform === null || platform === question.winner) continue;
    return [
      {
        change: "kubernetesExperience",
        from,
        to,
        platform,
        text: `With ${to === "none" ? "no" : to} Kubernetes experience on the team, ${nameOf(question, platform)} wins.`,
      },
    ];
  }
  return [];
};

/** The shortest commitment with which somebody else wins; none while a platform ranked has no rates for it. */
export const commitmentFlips: FlipFinder = (question) => {
  const from = question.requirement.commitment;
  for (const to of COMMITMENTS.filter((term) => term !== "none" && term !== from)) {
    if (!question.considered.ranked.every(({ priced }) => couldCommit(priced, to))) continue;
    const platform = winnerWith(question, { commitment: to });
    if (platform === null || platform === question.winner) continue;
    return [
      {
        change: "commitment",
        from,
        to,
        platform,
        text: `Committed for ${to === "1y" ? "one year" : "three years"}, ${nameOf(question, platform)} wins.`,
      },
    ];
  }
  return [];
};
