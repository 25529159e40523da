import type { Cloud } from "../../core/question/choices.ts";
import { CLOUD_PRODUCTS } from "../lexicon/cloud-words.ts";
import type { Slot } from "../slots.ts";
import type { Mention } from "../text/mention.ts";
import { negationBefore } from "../text/negation.ts";
import { quote, type Text, wordBefore, wordSet } from "../text/text.ts";
import { fold } from "../text/tokens.ts";
import { POINTS_BACK, refusedBack } from "./asides.ts";
import { meaning, name, optional, sequence, table, words } from "./pattern.ts";
import { exclusionOf } from "./refusal.ts";
import { rule } from "./rule.ts";
import { isCloud, type Standing, standingsIn } from "./standing.ts";

const noCloud = rule({
  id: "no-cloud",
  examples: ["no cloud yet", "greenfield"],
  pattern: words(
    "no cloud yet|no cloud provider yet|no existing cloud|no cloud provider|not on any cloud|no cloud|not using any cloud|havent picked a cloud|havent chosen a cloud|no provider yet|greenfield|starting from scratch|from scratch",
  ),
  gives: () => [{ key: "existingCloud", value: "none" }],
});

/** Clouds and platforms by how they stand: "we are on AWS, is GKE better?", "not Azure", "only Hetzner". */
const clouds = rule({
  id: "cloud",
  examples: ["we are on AWS", "is GKE better?", "not on Azure", "anything but AWS", "hetzner only"],
  pattern: name((named) => isCloud({ from: 0, to: 0, named })),
  gives: (mention, { text }) => {
    const stands = standingsIn(text).get(mention);
    return stands === undefined ? null : { ...stands, slots: slotsOf(text, mention, stands.standing) };
  },
});

/** What the names of clouds among tokens `from` up to `to` say by how they stand: "on a single hetzner box", "2 droplets". */
export const cloudSlotsIn = (text: Text, from: number, to: number): Slot[] =>
  text.mentions
    .filter((mention) => mention.from >= from && mention.to <= to && isCloud(mention))
    .flatMap((mention) => slotsOf(text, mention, standingsIn(text).get(mention)?.standing ?? "named"))
    .filter(({ key }) => key !== "nothing" && key !== "unread" && key !== "note");

function slotsOf(text: Text, mention: Mention, standing: Standing): Slot[] {
  const { named } = mention;
  const ids = named.platforms.length > 0 ? named.platforms : named.providers;
  const isUnpriced = ids.length === 0;
  switch (standing) {
    case "asked":
      return isUnpriced ? unpriced() : [{ key: "asked", platforms: platformsOf(text, mention) }];
    case "refused":
      return isUnpriced ? [{ key: "nothing" }] : [{ key: "excluded", platforms: ids }];
    case "only":
      return isUnpriced ? unpriced() : [{ key: "only", platforms: ids }];
    case "named":
      return isUnpriced ? unpriced() : [{ key: "nothing" }];
    case "left":
      return [...inUse(text, mention, "said"), ...(isUnpriced ? [] : [{ key: "excluded" as const, platforms: ids }])];
    case "in-use":
      return [...inUse(text, mention, "said"), ...(isUnpriced ? [unpricedNote] : [])];
    case "in-use-implied":
      return [...inUse(text, mention, "implied"), ...(isUnpriced ? [unpricedNote] : [])];
  }
}

/** What is not priced here is not understood: it is quoted back, and said. */
const unpricedNote: Slot = { key: "note", says: `No prices of "{}" are known here.` };
const unpriced = (): Slot[] => [{ key: "unread" }, unpricedNote];

/** "We use BigQuery", "ECS today": whoever has the part is on the cloud. */
const products = rule({
  id: "cloud-product",
  examples: ["we use BigQuery", "migrating off ECS"],
  pattern: meaning<Cloud>(CLOUD_PRODUCTS),
  gives: (value, { text, from }) =>
    negationBefore(text, from) >= 0 || wordBefore(text, from, OPEN, 6) >= 0
      ? null
      : [{ key: "existingCloud", value, strength: "implied" }],
});
const OPEN = wordSet("should could would vs versus or instead than consider considering what why about");

/** The platforms a name stands for; a provider's name for all Kubernetes it offers, unless the next name says which. */
export function platformsOf(text: Text, mention: Mention): string[] {
  if (mention.named.platforms.length > 0) return mention.named.platforms;
  const offered = offeredBy(text, mention);
  const beside = BESIDE.map((gap) => text.mentionOver[gap < 0 ? mention.from + gap : mention.to + gap - 1]);
  return beside.some((other) => other?.named.platforms.some((id) => offered.includes(id))) ? [] : offered;
}

/** Two names of one thing stand together or a word apart: "Hetzner + K3s", "AWS EKS", "EKS on AWS". */
const BESIDE = [-2, -1, 1, 2];

function offeredBy({ vocabulary: { names, cloudOf } }: Text, { named }: Mention): string[] {
  const byProvider = names.platforms.filter((platform) => platform.provider !== null && platform.kind !== "machine");
  const isNamed = (provider: string) =>
    named.providers.includes(provider) ||
    (named.cloud !== null && named.cloud !== "other" && cloudOf.get(provider) === named.cloud);
  return byProvider.filter(({ provider }) => provider !== null && isNamed(provider)).map(({ id }) => id);
}

function inUse(text: Text, mention: Mention, strength: "said" | "implied"): Slot[] {
  const { named } = mention;
  const { vocabulary } = text;
  const platform = named.platforms.find((id) => vocabulary.providerOf.has(id));
  if (named.platforms.length > 0 && platform === undefined) return [{ key: "asked", platforms: named.platforms }];
  const kind = vocabulary.names.platforms.find((each) => each.id === platform)?.kind;
  // "Our docker compose stack": a way of running things, on a machine that nobody named.
  if (kind === "machine" && named.cloud === null) return [{ key: "nothing" }];
  const home = platform === undefined ? undefined : vocabulary.providerOf.get(platform);
  // What people run themselves may stand anywhere, unless its name says where.
  const isAnywhere =
    (kind === "machine" || kind === "self-managed") &&
    !fold(quote(text, mention.from, mention.to)).includes(home ?? " ");
  const cloud: Cloud | null =
    (home === undefined || isAnywhere ? undefined : vocabulary.cloudOf.get(home)) ?? named.cloud;
  const slots: Slot[] = [];
  if (platform !== undefined) slots.push({ key: "running", value: platform, strength });
  if (cloud !== null) slots.push({ key: "existingCloud", value: cloud, strength });
  const others = named.platforms.filter((id) => id !== platform);
  if (platform !== undefined && others.length > 0)
    slots.push({ key: "note", says: `"{}" is read as ${platform}; name ${others.join(" or ")} if you mean that.` });
  return slots;
}

/** "Leave them out", of clouds named before. */
const pointsBack = rule({
  id: "cloud-refused-back",
  examples: ["Google killed too many products, leave them out", "AWS, no thanks"],
  weight: 5,
  pattern: table(POINTS_BACK),
  gives: (_, { text, from }) =>
    refusedBack(text, text.mentions.filter(isCloud)).some(({ to }) => to <= from) ? [{ key: "nothing" }] : null,
});

/** Whom "the big three" are. */
const BIG_THREE = ["aws", "azure", "gcp"];
/** "No hyperscalers", "the big three are out": refused together; "no hyperscaler from overseas" asks for Europe's own. */
const bigThree = rule({
  id: "big-three",
  examples: ["no hyperscalers please", "the big three are out of the question", "anything but the big 3"],
  weight: 5,
  pattern: sequence(
    optional(words("the|any|american|us|usual")),
    words(
      "big three|big 3|three big ones|usual three|hyperscalers|hyperscaler|big clouds|big cloud providers|big tech clouds|american clouds|american cloud|us clouds|us hyperscalers|american provider|american providers|overseas provider",
    ),
    optional(words("from overseas|from america|from the us|from abroad|from the states")),
  ),
  gives: ([which, noun, origin], { text, from, to }) => {
    const refused = exclusionOf(text, from, to);
    if (refused === null) return [{ key: "unread" }];
    const isForeign = origin !== null || /^(american|us)\b|^overseas/.test(noun) || /american|us/.test(which ?? "");
    const slot: Slot = isForeign
      ? { key: "feature", value: "eu-sovereignty" }
      : { key: "excluded", platforms: BIG_THREE };
    return { ...refused, slots: [slot] };
  },
});

export const CLOUD_RULES = [noCloud, clouds, products, pointsBack, bigThree];
