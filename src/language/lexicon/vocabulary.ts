import type { CatalogData, Service } from "../../core/catalog/catalog.ts";
import { type Cloud, type Currency, GEOGRAPHIES, type Geography } from "../../core/question/choices.ts";
import { type PhraseTable, phraseTable } from "../text/phrases.ts";
import { fold } from "../text/tokens.ts";
import { CLOUD_WORDS } from "./cloud-words.ts";
import { SERVICE_WORDS } from "./service-words.ts";
import { TRADE_WORDS } from "./trade-words.ts";

/** Everything that has a name of its own: data, so that a new platform or region is understood without new code. */
export interface Names {
  platforms: readonly { id: string; name: string; aliases: readonly string[]; provider: string | null; kind: string }[];
  providers: readonly { id: string; name: string; aliases: readonly string[]; cloud: string }[];
  places: readonly { name: string; geography: Geography }[];
  regions: readonly { id: string; provider: string; geography: Geography; place: string }[];
  /** `gpuModel` is as the provider writes it, "A100 80 GB"; null or left out for a machine without. */
  instanceTypes: readonly { id: string; provider: string; gpuModel?: string | null }[];
  services: readonly Service[];
  /** The day it is, yyyy-mm-dd. */
  today: string;
  /** USD for one unit of a currency; null where no rate is known. */
  usdPer: (currency: Currency) => number | null;
}

/** What one name may mean. Several may hold: a company's name is a provider and the cloud in use. */
export interface Named {
  /** Platforms it stands for, the usual meaning first. */
  platforms: string[];
  providers: string[];
  cloud: Cloud | null;
  geography: Geography | null;
  /** A provider's region id, as the provider writes it. */
  region: string | null;
  /** An instance type's id, as the provider writes it. */
  instanceType: string | null;
}

/** Names ready for look-up. Build it once a catalog, with `vocabularyOf`. */
export interface Vocabulary {
  names: Names;
  phrases: PhraseTable<Named>;
  /** Single-word names a misspelling is compared with, by `likeness`: words of people's own, then machine-made ids. */
  spellings: { names: ReadonlyMap<string, readonly string[]>; ids: ReadonlyMap<string, readonly string[]> };
  /** Each platform's provider and each provider's cloud. */
  providerOf: ReadonlyMap<string, string>;
  cloudOf: ReadonlyMap<string, Cloud>;
  /** Parts of a bill by the id that their provider gives them: "pd-standard", "lb11". */
  skus: PhraseTable<Service>;
  /** Models of GPUs by their first word: "a100", "l4", "rtx". */
  gpuModels: ReadonlySet<string>;
}

/** The names a catalog knows. `usdPer` uses its newest rate on or before `today` (ISO date). */
export function namesIn(
  catalog: Pick<CatalogData, "platforms" | "providers" | "places" | "regions" | "instanceTypes" | "services" | "fx">,
  today: string,
): Names {
  const rates = catalog.fx.filter((rate) => rate.asOf <= today).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const unitsPerUsd = new Map(rates.map((rate) => [rate.currency, rate.unitsPerUsd]));
  return {
    platforms: catalog.platforms.map((platform) => ({ ...platform, aliases: platform.aliases ?? [] })),
    providers: catalog.providers.map((provider) => ({ ...provider, aliases: provider.aliases ?? [] })),
    places: catalog.places,
    regions: catalog.regions,
    instanceTypes: catalog.instanceTypes,
    services: catalog.services,
    today,
    usdPer(currency) {
      const units = currency === "USD" ? 1 : unitsPerUsd.get(currency);
      return units === undefined ? null : 1 / units;
    },
  };
}

/** `names` indexed. Linear in their number; not for every message. */
export function vocabularyOf(names: Names): Vocabulary {
  const named = new Map<string, Named>();
  const entry = (name: string): Named => {
    const key = fold(name);
    const known = named.get(key) ?? nothing();
    named.set(key, known);
    return known;
  };
  for (const [cloud, words] of CLOUD_WORDS) for (const word of words) entry(word).cloud = cloud;
  addProviders(names, entry);
  for (const platform of names.platforms) {
    for (const name of new Set([platform.id, platform.name, ...platform.aliases].map(fold))) {
      const known = entry(name).platforms;
      if (!known.includes(platform.id)) known.push(platform.id);
    }
  }
  addPlaces(names, entry);
  for (const type of names.instanceTypes) {
    for (const name of [type.id, ...shortNames(type.id)]) {
      const known = entry(name);
      if (known.instanceType !== null && name !== type.id) continue;
      known.instanceType = type.id;
      if (!known.providers.includes(type.provider)) known.providers.push(type.provider);
    }
  }
  return {
    names,
    phrases: phraseTable(named),
    spellings: spellings(named),
    providerOf: new Map(names.platforms.flatMap(({ id, provider }) => (provider === null ? [] : [[id, provider]]))),
    skus: phraseTable(names.services.filter(({ skuId }) => isOwn(skuId)).map((service) => [service.skuId, service])),
    gpuModels: new Set(names.instanceTypes.flatMap(({ gpuModel }) => gpuModel?.toLowerCase().split(" ")[0] ?? [])),
    cloudOf: new Map(names.providers.map(({ id, cloud }) => [id, cloud as Cloud])),
  };
}

/** An id that is no common word: of several words, or with a digit. */
const isOwn = (skuId: string) => /\d|-/.test(skuId) && !SERVICE_WORDS.has(skuId.replaceAll("-", " "));

/** What people call a machine: "d4s v5" for "Standard_D4s_v5", "t3 medium" for "t3.medium". Only ids with a word of their own. */
function shortNames(id: string): string[] {
  const own = id.replace(/^Standard_/, "");
  const spaced = own.replace(/[._-]/g, " ");
  const worded = /(^| )([a-z]{4,}|\d?xlarge|v\d+)( |$)/i.test(spaced) && spaced !== own;
  return [own === id ? null : own, worded ? spaced : null].filter((name) => name !== null);
}

const nothing = (): Named => ({
  platforms: [],
  providers: [],
  cloud: null,
  geography: null,
  region: null,
  instanceType: null,
});

function addProviders(names: Names, entry: (name: string) => Named): void {
  for (const provider of names.providers) {
    const own = CLOUD_WORDS.find(([cloud]) => cloud === provider.cloud && cloud === provider.id)?.[1] ?? [];
    for (const name of new Set([provider.id, provider.name, ...provider.aliases, ...own].map(fold))) {
      const known = entry(name);
      known.providers.push(provider.id);
      known.cloud = provider.cloud as Cloud;
    }
  }
}

function addPlaces(names: Names, entry: (name: string) => Named): void {
  for (const region of names.regions) entry(region.place).geography ??= region.geography;
  for (const place of names.places) entry(place.name).geography = place.geography;
  for (const geography of GEOGRAPHIES) entry(geography).geography = geography;
  for (const region of names.regions) {
    const known = entry(region.id);
    known.geography = region.geography;
    known.region = region.id;
    if (!known.providers.includes(region.provider)) known.providers.push(region.provider);
  }
}

/** What names that may be slips of one another share: their first letter and, give or take one, their length. */
export const likeness = (name: string, length: number): string => `${name.charAt(0)}${length}`;

/** Names shorter than this are too like other words to guess at. */
const SHORTEST_NAME = 5;
const SHORTEST_PLACE = 6;

function spellings(named: ReadonlyMap<string, Named>): Vocabulary["spellings"] {
  const names = new Map<string, string[]>();
  const ids = new Map<string, string[]>();
  const add = (group: Map<string, string[]>, name: string) => {
    const key = likeness(name, name.length);
    const alike = group.get(key);
    if (alike) alike.push(name);
    else group.set(key, [name]);
  };
  for (const word of TRADE_WORDS) add(names, word);
  for (const [name, { platforms, providers, instanceType, region }] of named) {
    if (name.includes(" ") || (instanceType !== null && fold(instanceType) !== name)) continue;
    const isId = instanceType !== null || region !== null;
    const shortest = platforms.length > 0 || providers.length > 0 ? SHORTEST_NAME : SHORTEST_PLACE;
    if (name.length < shortest && !(isId && /\d/.test(name))) continue;
    add(isId ? ids : names, name);
  }
  return { names, ids };
}
