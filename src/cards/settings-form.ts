import { CURRENCIES, GEOGRAPHIES, PURPOSES } from "../core/question/choices.ts";
import { upperFirst } from "./clip.ts";
import type { Field, Form, Option } from "./form.ts";
import { option, optionsOf, withChosen } from "./form-options.ts";
import { numberField } from "./number-questions.ts";
import { GEOGRAPHY_NAMES, PURPOSE_NAMES, regionText } from "./requirement-words.ts";
import {
  DEFAULT_ALLOWED,
  discountText,
  MENTION_NAMES,
  MENTIONS,
  type Mentions,
  type Permission,
  type Settings,
  type SettingsScope,
  type Who,
  whoText,
} from "./settings-card.ts";

/** What can be chosen from: platforms by name, and the providers that discounts are with. */
export interface SettingsChoices {
  platforms: readonly { id: string; name: string }[];
  providers: readonly string[];
}

/** The keys of settings that say who may do what. */
export const PERMISSIONS: readonly Permission[] = ["mayShare", "mayDecide", "mayChangeSettings"];
const PERMISSION_LABELS: Record<Permission, string> = {
  mayShare: "Who may share answers?",
  mayDecide: "Who may record decisions?",
  mayChangeSettings: "Who may change these settings?",
};
const WHO: Option[] = [
  option("everyone", "Everybody"),
  option("admins", "Admins"),
  option("groups", "Admins and the groups below"),
];
const MENTION_OPTIONS: Record<Mentions, string> = {
  public: upperFirst(MENTION_NAMES.public),
  private: upperFirst(MENTION_NAMES.private),
};
const MOST_TEXT = 1_000;

/** A team's defaults, or a channel's on top of them, prefilled. */
export function settingsForm(
  settings: Settings,
  { platforms, providers }: SettingsChoices,
  scope: SettingsScope,
): Form {
  const { region, currency, labourRateUsd, purpose, discounts = [] } = settings;
  const regions = withChosen(optionsOf(GEOGRAPHIES, GEOGRAPHY_NAMES), region ?? "us-east", regionText(region ?? ""));
  return {
    name: scope === "channel" ? "channel-settings" : "settings",
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
            value: discounts.map((each) => discountText(each)).join("\n"),
            placeholder: `${providers.slice(0, 2).join(" 10 %; ")} 50 USD`,
            multiline: true,
          }),
          ...PERMISSIONS.map((key) =>
            choice(key, PERMISSION_LABELS[key], WHO, whoValue(settings[key]), whereNobodyChose(key, scope)),
          ),
          textField("groups", "Groups that may", {
            help: "Ids of roles or user groups, with commas between.",
            value: groupsOf(settings).join(", "),
            placeholder: null,
            multiline: false,
          }),
        ],
      },
      {
        title: "Answers",
        fields: [
          choice(
            "mentions",
            "How are mentions in a channel answered?",
            optionsOf(MENTIONS, MENTION_OPTIONS),
            settings.mentions ?? null,
            scope === "channel" ? "As the team's settings say, where nothing is chosen." : null,
          ),
        ],
      },
    ],
  };
}

function choice(
  key: string,
  label: string,
  options: Option[],
  value: string | null,
  help: string | null = null,
): Field {
  return { kind: "choice", key, label, help, options, value, required: false };
}

/** Who may as long as the question has no answer. */
const whereNobodyChose = (permission: Permission, scope: SettingsScope): string =>
  scope === "channel"
    ? "As the team's settings say, where nothing is chosen."
    : `${upperFirst(whoText(DEFAULT_ALLOWED[permission]))}, where nothing is chosen.`;

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
