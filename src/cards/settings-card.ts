import { money, plainNumber } from "../core/cost/money.ts";
import type { Currency, Purpose } from "../core/question/choices.ts";
import type { Discount } from "../core/question/terms.ts";
import type { Card } from "./card.ts";
import { button } from "./card-actions.ts";
import { listed } from "./clip.ts";
import type { Names } from "./names.ts";
import { PURPOSE_NAMES, regionText } from "./requirement-words.ts";

/** Who may do something: everybody, admins, or people of some groups and admins. */
export type Who = "everyone" | "admins" | { groups: string[] };

/** Who reads the answer to a mention in a channel: all who read the mention, or who asked. */
export const MENTIONS = ["public", "private"] as const;
export type Mentions = (typeof MENTIONS)[number];
/** The same as people read it. */
export const MENTION_NAMES: Record<Mentions, string> = {
  public: "in a thread, for all to read",
  private: "for who asked alone",
};

/** A team's defaults; a key left out says nothing. */
export interface Settings {
  region?: string | undefined;
  currency?: Currency | undefined;
  labourRateUsd?: number | undefined;
  purpose?: Purpose | undefined;
  platforms?: string[] | undefined;
  discounts?: Discount[] | undefined;
  mentions?: Mentions | undefined;
  mayShare?: Who | undefined;
  mayDecide?: Who | undefined;
  mayChangeSettings?: Who | undefined;
}

/**
 * Who may what where nobody chose. Anybody shares: a draft that only its asker sees helps no team, and sharing records
 * nothing. A decision speaks for the team and settings bind it, so those are the admins'.
 */
export const DEFAULT_ALLOWED = { mayShare: "everyone", mayDecide: "admins", mayChangeSettings: "admins" } as const;
/** Something that a team may reserve for some of its people. */
export type Permission = keyof typeof DEFAULT_ALLOWED;

/** Whose settings: everybody's here, or one channel's on top of them. */
export type SettingsScope = "workspace" | "channel";

/** What a team has settled beforehand, and who last changed it. */
export function settingsCard(
  settings: Settings,
  names: Names,
  about: {
    scope: SettingsScope;
    changed: { by: { name: string }; at: string } | null;
    steps: readonly { title: string; step: number }[]; // of the form, to offer as buttons; empty where it opens whole
  },
): Card {
  const { scope, changed, steps } = about;
  const title = scope === "channel" ? "Settings of this channel" : "Settings of the team";
  return {
    title,
    tone: "neutral",
    fallback: `${title}.`,
    sections: [
      { kind: "facts", facts: facts(settings, names, scope) },
      {
        kind: "footer",
        text: changed === null ? "Never changed" : `Changed by ${changed.by.name} on ${changed.at.slice(0, 10)}`,
      },
    ],
    actions: [
      button("settings", "Change settings", "", { value: scope }),
      ...steps.map(({ title, step }) => button("settings", title, "", { value: `${scope}:${step}` })),
    ],
    files: [],
  };
}

function facts(settings: Settings, names: Names, scope: SettingsScope) {
  const { region, currency, labourRateUsd, purpose, platforms, discounts } = settings;
  const unset = (forTeam: string) => (scope === "channel" ? "as for the team" : forTeam);
  const open = unset("not set");
  const who = (permission: Permission) => {
    const chosen = settings[permission];
    return chosen === undefined ? unset(whoText(DEFAULT_ALLOWED[permission])) : whoText(chosen);
  };
  return [
    { label: "Region", value: region === undefined ? open : regionText(region) },
    { label: "Currency", value: currency ?? open },
    { label: "An hour of work", value: labourRateUsd === undefined ? open : money(labourRateUsd, "USD") },
    { label: "Usual purpose", value: purpose === undefined ? open : PURPOSE_NAMES[purpose] },
    {
      label: "Platforms looked at",
      value: platforms === undefined ? unset("all") : listed(platforms.map((id) => names.platform(id).name)),
    },
    {
      label: "Discounts",
      value:
        discounts === undefined
          ? unset("none")
          : discounts.map((each) => discountText(each, names.provider(each.provider))).join("; ") || "none",
    },
    {
      label: "Mentions are answered",
      value: settings.mentions === undefined ? unset(MENTION_NAMES.public) : MENTION_NAMES[settings.mentions],
    },
    { label: "May share", value: who("mayShare") },
    { label: "May record decisions", value: who("mayDecide") },
    { label: "May change settings", value: who("mayChangeSettings") },
  ];
}

/** "aws 10 %", "hetzner 50.00 USD": the way a discount is typed; with the provider's name, the way it is shown. */
export const discountText = (discount: Discount, provider: string = discount.provider) =>
  "percent" in discount
    ? `${provider} ${plainNumber(discount.percent, 2)} %`
    : `${provider} ${money(discount.fixedUsd, "USD")}`;

/** "everybody", "admins", "admins and groups S1 and S2". */
export const whoText = (who: Who) =>
  who === "everyone"
    ? "everybody"
    : who === "admins"
      ? "admins"
      : `admins and ${who.groups.length === 1 ? "group" : "groups"} ${listed(who.groups)}`;
