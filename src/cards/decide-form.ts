import { money } from "../core/cost/money.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import type { Answers, Faults, Form } from "./form.ts";
import { option } from "./form-options.ts";
import type { Names } from "./names.ts";

const MOST_OPTIONS = 25;
const MOST_WHY = 2_000;

/** What to decide and why; `platform` is chosen beforehand, null for the recommended one. */
export function decideForm({ ranking }: Estimate, names: Names, platform: string | null): Form {
  const options = ranking
    .slice(0, MOST_OPTIONS)
    .map(({ platform: id, bill }) =>
      option(id, names.platform(id).name, `${money(bill.total, bill.currency)} a month`),
    );
  const offered = options.map(({ value }) => value);
  const chosen = platform !== null && offered.includes(platform) ? platform : (offered[0] ?? null);
  return {
    name: "decide",
    title: "Record a decision",
    submitLabel: "Record",
    steps: [
      {
        title: "The decision",
        fields: [
          {
            kind: "choice",
            key: "platform",
            label: "We run it on",
            help: null,
            options,
            value: chosen,
            required: true,
          },
          {
            kind: "text",
            key: "why",
            label: "Because",
            help: "Kept with the votes and today's prices; it closes the vote.",
            value: "",
            placeholder: "cheapest that we can run without a platform team",
            multiline: true,
            required: true,
            mostCharacters: MOST_WHY,
          },
        ],
      },
    ],
  };
}

/** The platform and the reason, or what is wrong with them. */
export function readDecision(
  answers: Answers,
  { ranking }: Estimate,
): { platform: string; tier: string; why: string } | { faults: Faults } {
  const { platform, why } = answers;
  const chosen = ranking.find((each) => each.platform === platform);
  const reason = typeof why === "string" ? why.trim() : "";
  const faults: Faults = {
    ...(chosen === undefined ? { platform: "Choose one of the platforms of this answer." } : {}),
    ...(reason === "" ? { why: "Say why, so that others understand it later." } : {}),
    ...(reason.length > MOST_WHY ? { why: `Say it in ${MOST_WHY} characters; these are ${reason.length}.` } : {}),
  };
  if (chosen === undefined || Object.keys(faults).length > 0) return { faults };
  return { platform: chosen.platform, tier: chosen.tier, why: reason };
}
