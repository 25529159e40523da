import type { Estimate } from "../core/decision/estimate.ts";
import type { Inline } from "./card.ts";
import { clipSentences } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_REASON = 300;

/** A paragraph each on why not where it runs today; and for a demo, why not from the laptop it was built on. Nothing for anybody else. */
export function notHere({ requirement, rejected }: Estimate, names: Names): Inline[][] {
  return rejected
    .filter(({ platform }) => {
      const { kind } = names.platform(platform);
      return platform === requirement.running || (kind === "laptop" && requirement.purpose === "demo");
    })
    .map(({ platform, reason }) => [
      { text: `Not on ${names.platform(platform).name}: `, mark: "strong" },
      clipSentences(reason, MOST_REASON),
    ]);
}
