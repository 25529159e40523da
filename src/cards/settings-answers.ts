import { CURRENCIES, GEOGRAPHIES, PURPOSES } from "../core/question/choices.ts";
import { Discount } from "../core/question/terms.ts";
import { listed } from "./clip.ts";
import type { Answers, Faults } from "./form.ts";
import { readNumberAnswer } from "./number-questions.ts";
import { MENTIONS, type Permission, type Settings, type Who } from "./settings-card.ts";
import { groupsOf, type SettingsChoices, whoValue } from "./settings-form.ts";

/** The settings after the answers, or what is wrong with them. A question that was not asked keeps what holds. */
export function readSettings(
  answers: Answers,
  base: Settings,
  choices: SettingsChoices,
): { settings: Settings } | { faults: Faults } {
  const faults: Faults = {};
  const chosen = <Value extends string>(key: string, allowed: readonly Value[], old: Value | undefined) => {
    const answer = answers[key];
    if (answer === undefined) return old;
    if (answer === "") return undefined;
    const found = allowed.find((value) => value === answer);
    if (found === undefined) faults[key] = "Choose one of the answers offered.";
    return found;
  };
  const settings: Settings = {
    region: chosen("region", base.region === undefined ? GEOGRAPHIES : [...GEOGRAPHIES, base.region], base.region),
    currency: chosen("currency", CURRENCIES, base.currency),
    labourRateUsd: readRate(answers["labourRateUsd"], base.labourRateUsd, faults),
    purpose: chosen("purpose", PURPOSES, base.purpose),
    platforms: readPlatforms(answers["platforms"], base.platforms, choices, faults),
    discounts: readDiscounts(answers["discounts"], base.discounts, choices, faults),
    mentions: chosen("mentions", MENTIONS, base.mentions),
    ...readPermissions(answers, base, faults),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return { settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) };
}

type Answer = Answers[string] | undefined;

function readRate(typed: Answer, old: number | undefined, faults: Faults): number | undefined {
  if (typeof typed !== "string") return old;
  const read = readNumberAnswer("labourRateUsd", typed);
  if ("value" in read) return read.value ?? undefined;
  faults["labourRateUsd"] = read.fault;
  return undefined;
}

function readPlatforms(answer: Answer, old: string[] | undefined, { platforms }: SettingsChoices, faults: Faults) {
  if (!Array.isArray(answer)) return old;
  if (answer.some((id) => !platforms.some((platform) => platform.id === id)))
    faults["platforms"] = "Choose among the platforms offered.";
  return answer.length === 0 ? undefined : answer;
}

const DISCOUNT = /^(\S+)[\s:]+\$?\s*([\d.,]+)\s*(%|percent|usd|\$)?$/i;

function readDiscounts(typed: Answer, old: Discount[] | undefined, { providers }: SettingsChoices, faults: Faults) {
  if (typeof typed !== "string") return old;
  const lines = typed
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const discounts = lines.flatMap((line) => readDiscount(line, providers) ?? []);
  const wrong = lines.filter((line) => readDiscount(line, providers) === null).map((line) => `“${line}”`);
  if (wrong.length > 0)
    faults["discounts"] =
      `Not understood: ${listed(wrong)}. Write a provider (${providers.join(", ")}) and “10 %” or “50 USD”, one a line.`;
  return discounts.length === 0 ? undefined : discounts;
}

function readDiscount(line: string, providers: readonly string[]): Discount | null {
  const [, name = "", figure = "", unit = ""] = DISCOUNT.exec(line) ?? [];
  const provider = providers.find((id) => id === name.toLowerCase());
  const amount = Number(figure.replaceAll(",", ""));
  const money = /^(usd|\$)$/i.test(unit) || line.includes("$");
  if (provider === undefined || (unit === "" && !money)) return null;
  const read = Discount.safeParse(money ? { provider, fixedUsd: amount } : { provider, percent: amount });
  return read.success ? read.data : null;
}

function readPermissions(answers: Answers, base: Settings, faults: Faults): Settings {
  const typed = answers["groups"];
  const groups = typeof typed === "string" ? typed.split(/[,\s]+/).filter((each) => each !== "") : groupsOf(base);
  const read = (key: Permission): Who | undefined => {
    const answer = answers[key] ?? whoValue(base[key]);
    if (answer === "everyone" || answer === "admins") return answer;
    if (answer !== "groups") return undefined;
    if (groups.length === 0) faults["groups"] = "Name the groups, or choose admins above.";
    return { groups };
  };
  return { mayShare: read("mayShare"), mayDecide: read("mayDecide"), mayChangeSettings: read("mayChangeSettings") };
}
