import type { Cloud } from "../../core/requirement.ts";
import type { Vocabulary } from "../lexicon/vocabulary.ts";
import { phrasesFor } from "../text/phrases.ts";
import { fold } from "../text/tokens.ts";
import {
  freePhraseAt,
  isFree,
  learn,
  type Mention,
  negationBefore,
  quote,
  type Reading,
  take,
  wordAt,
  wordBefore,
} from "./reading.ts";
import { IN_USE_AFTER, isListed, type Standing, standingOf } from "./standing.ts";

const NO_CLOUD = phrasesFor({
  none: [
    "no cloud yet",
    "no cloud provider yet",
    "no existing cloud",
    "no cloud provider",
    "not on any cloud",
    "no cloud",
    "not using any cloud",
    "havent picked a cloud",
    "havent chosen a cloud",
    "no provider yet",
    "greenfield",
    "starting from scratch",
    "from scratch",
  ],
});
/** Clouds and platforms in use against those asked about: "we are on AWS, is GKE better?" */
export function readClouds(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const none = freePhraseAt(r, NO_CLOUD, at);
    if (none !== null) learn(r, at, none.next, "existingCloud", "none");
  }
  let last: { mention: Mention; standing: Standing } | null = null;
  for (const mention of r.mentions) {
    if (!isCloud(mention) || !isFree(r, mention.from, mention.to)) continue;
    const listed = last !== null && isListed(r, last.mention.to, mention.from) ? last.standing : null;
    const { standing, from, to = mention.to } = standingOf(r, mention, listed);
    last = { mention, standing };
    if (standing === "asked") learn(r, from, mention.to, "asked", platformsOf(r, mention));
    else if (standing === "ruled-out") leaveUnplaced(r, listed === null ? from : mention.from, to);
    else if (standing !== "known") learnInUse(r, from, mention, standing);
  }
  readProducts(r);
}

/** What is ruled out is quoted back: no key of a requirement leaves a platform out, and the answer says so. */
function leaveUnplaced(r: Reading, from: number, to: number): void {
  learn(r, from, to, "unplaced", null);
  if (!r.notes.includes(RULED_OUT)) r.notes.push(RULED_OUT);
}
const RULED_OUT = "What you ruled out is ranked all the same: pass over it.";

/** Parts of one cloud that only its customers have. */
const PRODUCTS = phrasesFor<Cloud>({
  aws: ["ecs", "sqs", "dynamodb", "cloudformation", "elastic beanstalk", "amazon s3", "aws lambda"],
  gcp: ["bigquery", "cloud run", "firestore", "gcs", "app engine"],
  azure: ["cosmos db", "cosmosdb", "azure container apps"],
});

/** "We use BigQuery", "ECS today": whoever has the part is on the cloud. */
function readProducts(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const found = freePhraseAt(r, PRODUCTS, at);
    if (found === null || negationBefore(r, at) >= 0 || wordBefore(r, at, OPEN, 6) >= 0) continue;
    learn(r, at, found.next, "existingCloud", found.meaning, "implied");
  }
}
const OPEN = new Set("should could would vs versus or instead than consider considering what why about".split(" "));

const isCloud = ({ named }: Mention) =>
  (named.platforms.length > 0 || named.cloud !== null) && named.instanceType === null && named.region === null;

/** The platforms a name stands for; a provider's name for all Kubernetes it offers, unless the next name says which. */
export function platformsOf(r: Reading, mention: Mention): string[] {
  if (mention.named.platforms.length > 0) return mention.named.platforms;
  const offered = offeredBy(r.vocabulary, mention);
  const says = BESIDE.map((gap) => r.mentionOver[gap < 0 ? mention.from + gap : mention.to + gap - 1]);
  return says.some((other) => other?.named.platforms.some((id) => offered.includes(id))) ? [] : offered;
}

/** Two names of one thing stand together or a word apart: "Hetzner + K3s", "AWS EKS", "EKS on AWS". */
const BESIDE = [-2, -1, 1, 2];

function offeredBy({ names, cloudOf }: Vocabulary, { named }: Mention): string[] {
  const byProvider = names.platforms.filter((platform) => platform.provider !== null && platform.kind !== "machine");
  const known = (provider: string) =>
    named.providers.includes(provider) ||
    (named.cloud !== null && named.cloud !== "other" && cloudOf.get(provider) === named.cloud);
  return byProvider.filter(({ provider }) => provider !== null && known(provider)).map(({ id }) => id);
}

function learnInUse(r: Reading, from: number, mention: Mention, standing: Standing): void {
  const { vocabulary } = r;
  const platform = mention.named.platforms.find((id) => vocabulary.providerOf.has(id));
  if (mention.named.platforms.length > 0 && platform === undefined) {
    learn(r, from, mention.to, "asked", mention.named.platforms);
    return;
  }
  const strength = standing === "in-use" ? "said" : "implied";
  const kind = vocabulary.names.platforms.find((known) => known.id === platform)?.kind;
  const home = platform === undefined ? undefined : vocabulary.providerOf.get(platform);
  // What people run themselves may stand anywhere, unless its name says where.
  const anywhere =
    (kind === "machine" || kind === "self-managed") && !fold(quote(r, mention.from, mention.to)).includes(home ?? " ");
  const provider = anywhere ? undefined : home;
  const cloud: Cloud | null =
    (provider === undefined ? undefined : vocabulary.cloudOf.get(provider)) ?? mention.named.cloud;
  if (platform !== undefined) r.facts.push({ from, to: mention.to, key: "running", value: platform, strength });
  if (cloud !== null) r.facts.push({ from, to: mention.to, key: "existingCloud", value: cloud, strength });
  if (mention.named.platforms.length > 1) noteMeaning(r, mention, platform);
  take(r, from, IN_USE_AFTER.has(wordAt(r, mention.to)) ? mention.to + 1 : mention.to);
}

function noteMeaning(r: Reading, { from, to, named }: Mention, platform: string | undefined): void {
  const others = named.platforms.filter((id) => id !== platform);
  if (platform === undefined || others.length === 0) return;
  r.notes.push(`"${quote(r, from, to)}" is read as ${platform}; name ${others.join(" or ")} if you mean that.`);
}
