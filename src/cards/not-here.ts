import type { Estimate } from "../core/estimate.ts";
import type { Section } from "./card.ts";
import type { Names } from "./names.ts";

/** Why not where it runs today; and for a demo, why not from the laptop it was built on. Nothing for anybody else. */
export function notHere({ requirement, rejected }: Estimate, names: Names): Section[] {
  return rejected
    .filter(({ platform }) => {
      const { kind } = names.platform(platform);
      return platform === requirement.running || (kind === "laptop" && requirement.purpose === "demo");
    })
    .map(({ platform, reason }) => ({
      kind: "text",
      text: [{ text: `Not on ${names.platform(platform).name}: `, mark: "strong" }, reason],
    }));
}
