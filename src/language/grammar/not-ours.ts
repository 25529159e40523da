import { HOURS_PER_MONTH } from "../../core/units.ts";
import { wordAt, wordBefore, wordSet } from "../text/text.ts";
import { either, many, meaning, number, optional, sequence, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";

/**
 * Numbers that a requirement has no place for: they are quoted back, so that nobody takes them for heard. They are rules like
 * any other, lest a "5" before "pm" be money or a "16" behind "postgres" nodes.
 */
const crowdAdjectives = many(
  words(
    "daily|monthly|weekly|active|concurrent|internal|external|paying|registered|unique|happy|simultaneous|of our|total|peak|customer|end|new|other|of",
  ),
  3,
);
const visitors = rule({
  id: "visitors",
  examples: ["100k daily users", "5000 monthly active users", "15k concurrent players at peak", "40 students"],
  weight: 6,
  pattern: sequence(
    optional(words("serve|serving|for|about")),
    number,
    crowdAdjectives,
    words(
      "users|user|visitors|customers|clients|players|students|subscribers|accounts|seats|viewers|sessions|connections|tenants|requests|rps|qps|tps|hits|pageviews|page views|messages|events|transactions|orders|jobs|deployments per|builds|devices|sensors|colleagues|downloads|readers|friends|members of our club|schools|shops|patients",
    ),
    many(words("per|a|/|second|minute|hour|day|week|month|year|at peak|daily|monthly|s|sec|each"), 3),
  ),
  gives: () => [{ key: "unread" }],
});
/** "200 weekly deployments": how often, not how many. */
const often = rule({
  id: "how-often",
  examples: ["200 weekly deployments", "50 times a day"],
  weight: 6,
  pattern: either<unknown>(
    sequence(
      number,
      words("daily|weekly|monthly|hourly"),
      words("deployments|deploys|releases|builds|jobs|runs|batches|backups"),
    ),
    sequence(
      number,
      words("times|deploys|releases|builds|pull requests|prs|deployments|runs"),
      optional(words("a|per|each|every")),
      words("day|week|month|hour|daily"),
    ),
  ),
  gives: () => [{ key: "unread" }],
});
const clock = words("am|pm|a.m|p.m|oclock|uhr|utc");
/** "open 9am to 5pm", "at 10", "weekdays 8 to 18". */
const hours = rule({
  id: "clock",
  examples: ["open 9am to 5pm", "runs only weekdays 8 to 18", "moved to 3pm"],
  weight: 8,
  pattern: either<unknown>(
    sequence(
      optional(words("open|from|between|at|until|to")),
      number,
      clock,
      optional(sequence(words("to|-|–|and|until"), number, optional(clock))),
    ),
    sequence(optional(words("open|from|between|at")), number, words("to|-|–|until"), number, clock),
    sequence(
      optional(words("only|runs only|only runs|runs|run|open|off")),
      words("weekdays|weekday|weekdays only|workdays|business hours|office hours|monday to friday|mon-fri|mo-fr"),
      optional(words("from|between|,")),
      number,
      words("to|-|–|until|and"),
      number,
    ),
  ),
  gives: () => [{ key: "unread" }],
});
/** "at night only 2 nodes", "turned off at weekends": a saving that nobody has worked out; the whole is asked about. */
const partOfTheTime = rule({
  id: "part-of-the-time",
  examples: ["at night only 2 nodes", "turned off at weekends", "in the day 6"],
  weight: 30,
  pattern: either<unknown>(
    sequence(
      words("at night|overnight|at weekends|on weekends|during the night|by night|off hours|off peak|out of hours"),
      many(words("only|just|we need|we run|with|about|,"), 3),
      number,
      optional(words("nodes|node|pods|machines|services|replicas")),
    ),
    sequence(
      words("in the day|during the day|by day|in daytime|at daytime|on weekdays"),
      many(words("only|just|we need|we run|with|about|,"), 3),
      number,
      optional(words("nodes|node|pods|machines|services|replicas")),
    ),
    sequence(
      where(number, (_, text, from) => wordAt(text, from - 1) !== "to"), // "scale to zero at night"
      optional(words("nodes|pods|machines|replicas|of them")),
      words("at night|overnight|at weekends|on weekends|off peak|off hours|during the night|at peak only"),
    ),
    words(
      "turned off at weekends|turned off at night|off at night|off at weekends|switched off at night|shut down at night|shut down at weekends|stopped at night|scaled down at night|turned off overnight|node pools off at night|turned off on weekends",
    ),
  ),
  gives: () => [
    {
      key: "question",
      asks: `"{}": hours are not planned from words. Which share of a month does it run? Until you say, it is planned for all of it.`,
    },
  ],
});
/** "8 hours a day", "200 hours a month", "gpu for 20 hours": how long the machines run. */
const runningTime = rule({
  id: "running-time",
  examples: ["8 hours a day", "200 hours a month", "10 hours per weekday"],
  weight: 12,
  pattern: sequence(
    optional(words("only|runs|runs only|running|for|about")),
    number,
    words("hours|hour|hrs|h"),
    meaning<"day" | "weekday" | "week" | "month">({
      day: [
        "a day",
        "per day",
        "each day",
        "every day",
        "/day",
        "daily",
        "a night",
        "every night",
        "each night",
        "per night",
        "nightly",
      ],
      weekday: ["per weekday", "a weekday", "each weekday", "on weekdays", "per working day", "a working day"],
      week: ["a week", "per week", "each week", "/week", "weekly"],
      month: ["a month", "per month", "each month", "/month", "monthly"],
    }),
  ),
  gives: ([, value, , of], { text, from, to }) => {
    if (
      [0, 1, 2, 3].some((next) => OF_OTHERS.has(wordAt(text, to + next))) ||
      wordBefore(text, from, OF_OTHERS, 4) >= 0
    )
      return [{ key: "unread" }];
    const times = {
      day: HOURS_PER_MONTH / 24,
      weekday: (HOURS_PER_MONTH / 168) * 5,
      week: HOURS_PER_MONTH / 168,
      month: 1,
    }[of];
    const hours = Math.round(value * times * 100) / 100;
    if (hours < 1 || hours > HOURS_PER_MONTH) return [{ key: "unread" }];
    return [
      { key: "hoursPerMonth", value: hours },
      {
        key: "note",
        says: `"{}" is read as machines that run ${hours} hours a month; disks and the control plane stay.`,
      },
    ];
  },
});
const OF_OTHERS = wordSet(
  "ops admin maintaining upgrading fixing downtime outage outages maintenance down work support meeting people we i",
);

/** "postgres 16", "node 20", "php 8.2": versions. */
const versions = rule({
  id: "version",
  examples: ["node 20 and postgres 16", ".net framework 4.8", "iso 27001"],
  weight: 8,
  pattern: where(
    sequence(
      words(
        "node|nodejs|node.js|python|php|java|ruby|go|golang|dotnet|.net|.net framework|net framework|framework|django|rails|laravel|ubuntu|debian|postgres|postgresql|mysql|mariadb|redis|mongodb|elasticsearch|kafka|rabbitmq|spring boot|spring|angular|vue|react|terraform|helm|istio|windows server|iso|tls|http|version|level",
      ),
      optional(words("version|v")),
      number,
    ),
    (_, text, from, to) =>
      !SIZED.test(wordAt(text, to)) &&
      text.tokens[to - 1]?.kind === "number" &&
      !(wordAt(text, from) === "node" && NODES.has(wordAt(text, to))),
  ),
  gives: () => [{ key: "unread" }],
});
const SIZED =
  /^(gb|tb|gib|mb|g|t|gig|ti|gi|x|nodes?|replicas?|pods?|m|gigs?|%|shards?|brokers?|instances?|vcpu|cpus?|cores?)$/;
const NODES = wordSet("nodes pods cluster");
const process = sequence(
  number,
  optional(words("web|worker|queue|background|sidekiq|celery|rq|puma|unicorn|gunicorn|oban|resque|horizon|php fpm")),
  words("processes|process|workers|worker processes|threads|dynos|dyno"),
);
/** "6 web processes and 4 workers": how a program splits itself, which is neither pods nor machines. */
const processes = rule({
  id: "processes",
  examples: ["6 web processes and 4 workers", "8 gunicorn workers"],
  weight: 12,
  pattern: sequence(process, many(sequence(words(",|and|+|, and"), process), 2)),
  gives: ([[, kind, what], more]) =>
    kind === null && what === "workers" && more.length === 0 ? null : [{ key: "unread" }],
});
/** Rates and sizes of other things. */
const others = rule({
  id: "other-measure",
  examples: ["3000 iops", "10 gbit", "300 ms latency"],
  weight: 4,
  pattern: sequence(
    optional(words("under|below|about|up to|at least|by")),
    number,
    optional(words("k|m")),
    words(
      "iops|gbit|gbps|mbps|mbit|gbit/s|ms|milliseconds|seconds|minutes|min|km|miles|dynos|dyno|web processes|processes|workers processes|sidekiq workers|threads|tokens|parameters|commits|repositories|repos|lines|tables|rows|queries|topics|partitions|queues|containers a day|sites visited|countries|offices|locations|floors|months|years|weeks|days|outages|incidents|crashes|failures|quarters|cronjobs|cron jobs|namespaces|ingresses|domains|certificates|masters|master|control planes|node pools|pools|gateways|queues|lambdas|functions|environments ago|designer|designers|part time|web pods|azs|zones|gb vram|gb heap|gb ram left|at a time|open at a time",
    ),
    many(words("per second|per minute|a second|vram|heap|latency|storage each|ago|on weekdays|of storage"), 2),
  ),
  gives: (_, { text, from, to }) =>
    isTime(wordAt(text, to - 1)) && hasOwn(wordAt(text, from - 1)) ? null : [{ key: "unread" }],
});
const isTime = (word: string) => /^(years|months|minutes|weeks|days)$/.test(word);
const hasOwn = (word: string) => word === "commit" || word === "committed";
const percentages = rule({
  id: "percent",
  examples: ["30 percent", "50% of the users are in Asia"],
  weight: -8,
  pattern: sequence(number, words("%|percent|pct")),
  gives: () => [{ key: "unread" }],
});
const memories = rule({
  id: "other-memory",
  examples: ["16gb vram", "16GB heap"],
  weight: 8,
  pattern: sequence(
    number,
    words("gb|gib|g|gig|mb"),
    words("vram|heap|of vram|of heap|gpu memory|swap|cache|upload|uploads|image|images"),
  ),
  gives: () => [{ key: "unread" }],
});

/** "min 2 max 20 pods": a range that nothing is planned for. */
const autoscaled = rule({
  id: "min-max",
  examples: ["min 2 max 20 pods"],
  weight: 20,
  pattern: sequence(
    words("min|minimum|at least"),
    number,
    optional(words(",|and|/|to")),
    words("max|maximum|at most|up to"),
    number,
    optional(words("pods|nodes|replicas|instances|workers|machines")),
  ),
  gives: () => [{ key: "question", asks: `"{}": how many should be planned for?` }],
});

export const NOT_OURS_RULES = [
  visitors,
  often,
  hours,
  partOfTheTime,
  runningTime,
  versions,
  processes,
  others,
  percentages,
  memories,
  autoscaled,
];
