import { whyNotCard } from "../../cards/why-not-card.ts";
import { namesNow } from "../talk.ts";
import { partShown } from "./show-part.ts";
import { aboutPlatform, followUpCommand, verb } from "./verb.ts";

/** Why a platform is not the answer; of the one that is, why it is. */
export const whyNot = verb({
  args: aboutPlatform,
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  async run(talk, asker, { estimateId, platform }) {
    if (platform === null) return partShown(talk, asker, { estimateId, part: "runners-up" });
    const { estimate } = await talk.advisor.find(asker, estimateId);
    const card = whyNotCard(estimate, platform, namesNow(talk));
    return { kind: "card", card, audience: "asker", estimateId, replaces: false };
  },
  terminal({ label, estimateId, value, choices }) {
    const platform = value ?? choices?.[0]?.value;
    return platform === undefined ? [] : [[label, followUpCommand(estimateId, `why not ${platform}`)]];
  },
});
