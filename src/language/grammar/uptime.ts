import type { Slot } from "../slots.ts";
import { negationBefore } from "../text/negation.ts";
import { type Text, wordAfter, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { as, either, matcher, number, optional, type Pattern, sequence, where, words } from "./pattern.ts";
import { type Period, periodAt, TIMES_A_MONTH } from "./periods.ts";
import { rule } from "./rule.ts";

/** More nines than this no cloud promises; the schema takes them all the same. */
const MOST_NINES = 7;
/** Below this a share is more likely of something else, unless the text says that it is uptime. */
const LEAST_BARE_UPTIME = 99;
/** Words that make a number the availability asked for, with no sign of a percentage behind it. */
const UPTIME = wordSet("uptime availability sla slo");
/** Words that do so for a percentage. */
const ABOUT_UPTIME = wordSet("uptime availability sla slo available up reliable reliability online time");
/** What a share may be of instead. */
const OTHER_SHARE = wordSet("spot preemptible cheaper less more cpu utilization utilisation discount users traffic");

const uptimeWords = optional(words("uptime|availability|available|sla|slo|of the time|up time"));

/** "three nines", "four 9s", "three and a half nines". */
const nines = rule({
  id: "nines",
  examples: ["three nines", "four 9s", "three and a half nines"],
  weight: 5,
  pattern: sequence(
    number,
    optional(words("and a half")),
    either<unknown>(words("nines"), sequence(words("9"), words("s"))),
    uptimeWords,
  ),
  gives([whole, half]) {
    const howMany = half === null ? whole : whole + 0.5;
    const full = Math.floor(howMany);
    const isHalf = howMany - full === 0.5;
    if (howMany < 1 || howMany > MOST_NINES || (howMany !== full && !isHalf)) return null;
    const downtime = 100 / 10 ** full / (isHalf ? 2 : 1);
    return [{ key: "uptimePercent", value: Number((100 - downtime).toFixed(full + 1)) }];
  },
});

/** "99.9%", "99,95", "99% of the time", "we don't need 99.99". */
const percent = rule({
  id: "uptime",
  examples: ["99.9%", "99,95 %", "available 99% of the time", "we don't need 99.99"],
  pattern: sequence(
    where(number, (_, text, from) => text.tokens[from]?.kind === "number"),
    optional(words("%|percent|pct|per cent")),
    uptimeWords,
  ),
  gives([value, sign, said], { text, from, to }) {
    const about = sign === null ? UPTIME : ABOUT_UPTIME;
    const isSaid = said !== null || wordBefore(text, from, about, 5) >= 0 || wordAfter(text, to, about, 4) >= 0;
    const isLikely = value >= LEAST_BARE_UPTIME && (sign !== null || value !== Math.floor(value));
    if (value > 100 || value < (sign === null ? 90 : 50) || !(isSaid || isLikely)) return null;
    if (wordAfter(text, to, OTHER_SHARE, 2) >= 0) return null;
    if (isToday(text, from)) return [{ key: "unread" }];
    if (value === 100 && !isSaid) return null;
    if (value === 100)
      return [
        {
          key: "question",
          asks: `No provider promises 100 %, as in "{}": which downtime would you accept, such as 99.9 %?`,
        },
      ];
    const no = negationBefore(text, from);
    const isUnneeded = no >= 0 && wordBefore(text, from, MORE_OR_LESS, from - no) < 0;
    return isUnneeded
      ? { from: no, slots: [{ key: "uptimePercent", value: null }] }
      : [{ key: "uptimePercent", value }];
  },
});
/** "Not less than 99.9" asks for it; "we don't need 99.9" does not. */
const MORE_OR_LESS = wordSet("less below under lower worse than more");
/** "We currently have 97 % uptime": what is, not what is wanted. */
const isToday = (text: Text, from: number) =>
  wordBefore(text, from, NOW, 4) >= 0 && wordBefore(text, from, WANTED, 3) < 0;
const NOW = wordSet("currently today had");
const WANTED = wordSet("want need wants needs must target");

const MINUTES: ReadonlyMap<string, number> = new Map([
  ...["minute", "minutes", "min", "mins"].map((word) => [word, 1] as const),
  ...["hour", "hours", "h"].map((word) => [word, 60] as const),
  ...["day", "days"].map((word) => [word, 24 * 60] as const),
]);
const MINUTES_A_MONTH = (365 / 12) * 24 * 60;
const per: Pattern<Period> = matcher(null, (text, at) => {
  const found = periodAt(text, at);
  return found === null ? null : { to: found.to, value: found.period };
});
const minutes: Pattern<number> = as(
  sequence(
    either(
      number,
      as(words("an|a"), () => 1),
    ),
    matcher([...MINUTES.keys()], (text, at) => ({ to: at + 1, value: MINUTES.get(wordAt(text, at)) ?? 1 })),
  ),
  ([howMany, unit]) => howMany * unit,
);

/** "5 minutes of downtime a month": the availability that allows no more. */
const downtime = rule({
  id: "downtime",
  examples: [
    "at most 5 minutes of downtime a month",
    "4 hours a month of downtime ok",
    "downtime of an hour a month is fine",
  ],
  weight: 10,
  pattern: sequence(
    optional(words("at most|max|maximum|up to|no more than")),
    either(
      as(
        sequence(minutes, optional(words("of|'|’")), words("downtime|outage|outages|down|offline|unavailability"), per),
        ([allowed, , , period]) => ({ allowed, period }),
      ),
      as(
        sequence(minutes, per, words("of downtime|of outage|downtime|down|offline|of unavailability")),
        ([allowed, period]) => ({ allowed, period }),
      ),
      as(
        sequence(words("downtime|outage|outages"), optional(words("of|up to|at most|below|under")), minutes, per),
        ([, , allowed, period]) => ({ allowed, period }),
      ),
    ),
    optional(words("is ok|is okay|is fine|ok|okay|fine|is acceptable|acceptable|would be ok|would be fine")),
  ),
  gives([, { allowed, period }]): Slot[] | null {
    const value = Number((100 - ((allowed * TIMES_A_MONTH[period]) / MINUTES_A_MONTH) * 100).toFixed(3));
    if (value < 50 || value >= 100) return null;
    return [
      { key: "uptimePercent", value },
      { key: "note", says: `"{}" is ${value} % availability.` },
    ];
  },
});

export const UPTIME_RULES = [nines, percent, downtime];
