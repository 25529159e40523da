import { CURRENCIES, GEOGRAPHIES, PURPOSES } from "../core/requirement.ts";
import type { Field, Form, Option } from "./form.ts";
import { option, optionsOf, withChosen } from "./form-options.ts";
import { numberField } from "./number-questions.ts";
import { GEOGRAPHY_NAMES, PURPOSE_NAMES, regionText } from "./requirement-words.ts";
import { discountText, type Settings, type Who } from "./settings-card.ts";

/** What can be chosen from: platforms by name, and the providers that discounts are with. */
export interface SettingsChoices {
  platforms: readonly { id: string; name: string }[];
  providers: readonly string[];
}

/** The keys of settings that say who may do what. */
export const PERMISSIONS = ["mayShare", "mayDecide", "mayChangeSettings"] as const;
const PERMISSION_LABELS: Record<(typeof PERMISSIONS)[number], string> = {
  mayShare: "Who may share answers?",
  mayDecide: "Who may record decisions?",
  mayChangeSettings: "Who may change these settings?",
};
const WHO: Option[] = [
  option("everyone", "Everybody"),
  option("admins", "Admins"),
  option("groups", "Admins and the groups below"),
];
const MOST_TEXT = 1_000;

/** A team's defaults, prefilled. */
export function settingsForm(settings: Settings, { platforms, providers }: SettingsChoices): Form {
  const { region, currency, labourRateUsd, purpose, discounts = [] } = settings;
  const choice = (key: string, label: string, options: Option[], value: string | null): Field => ({
    kind: "choice",
    key,
    label,
    help: null,
    options,
    value,
    required: false,
  });
  const regions = withChosen(optionsOf(GEOGRAPHIES, GEOGRAPHY_NAMES), region ?? "us-east", regionText(region ?? ""));
  return {
    name: "settings",
    title: "Settings",
    submitLabel: "Save",
    steps: [
      {
        title: "Defaults",
        fields: [
          choice("region", "Usual region", regions, region ?? null),
          choice(
            "currency",
            "Currency of answers",
            CURRENCIES.map((code) => option(code, code)),
            currency ?? null,
          ),
          numberField("labourRateUsd", labourRateUsd),
          choice("purpose", "Usual purpose", optionsOf(PURPOSES, PURPOSE_NAMES), purpose ?? null),
          {
            kind: "choices",
            key: "platforms",
            label: "Platforms to look at",
            help: "None chosen means all of them.",
            options: platforms.map(({ id, name }) => option(id, name)),
            value: settings.platforms ?? [],
            most: null,
          },
        ],
      },
      {
        title: "Discounts and people",
        fields: [
          textField("discounts", "Negotiated discounts, one a line", {
            help: `A provider and a share or a sum a month: ${providers[0] ?? "provider"} 10 %`,
            value: discounts.map(discountText).join("\n"),
            placeholder: `${providers.slice(0, 2).join(" 10 %, ")} 50 USD`,
            multiline: true,
          }),
          ...PERMISSIONS.map((key) => choice(key, PERMISSION_LABELS[key], WHO, whoValue(settings[key]))),
          textField("groups", "Groups that may", {
            help: "Ids of roles or user groups, with commas between.",
            value: groupsOf(settings).join(", "),
            placeholder: null,
            multiline: false,
          }),
        ],
      },
    ],
  };
}

function textField(
  key: string,
  label: string,
  rest: { help: string; value: string; placeholder: string | null; multiline: boolean },
): Field {
  return { kind: "text", key, label, required: false, mostCharacters: MOST_TEXT, ...rest };
}

/** The option that stands for who may; null for what nobody set. */
export const whoValue = (who: Who | undefined) => (who === undefined ? null : typeof who === "string" ? who : "groups");

/** Every group that any permission names. */
export const groupsOf = (settings: Settings): string[] => [
  ...new Set(
    PERMISSIONS.flatMap((key) => {
      const who = settings[key];
      return typeof who === "object" ? who.groups : [];
    }),
  ),
];
