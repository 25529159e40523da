import type { PriceBook } from "../catalog/price-book.ts";

/** A name that is not in the catalog, and names close to it. */
export interface Suggestion {
  label: string; // at most 100 characters
  value: string; // a price question
}

const MOST_LABEL = 100;
const EXAMPLES = [
  "t3.medium x3 frankfurt",
  "4 vcpu 16 gb frankfurt",
  "eks control plane",
  "egress 5 tb gcp",
  "autopilot 0.5 cpu 2 gb x4",
];

/** Completes the word being typed with machines, services and places, best first: names that start with it, then names that hold it. */
export function suggestPrices(typed: string, most: number, book: PriceBook): Suggestion[] {
  const words = typed.trimStart().split(/\s+/);
  const last = (words.at(-1) ?? "").toLowerCase();
  const before = words.slice(0, -1).join(" ");
  if (last === "" && before === "") return EXAMPLES.slice(0, most).map((value) => ({ label: value, value }));
  const complete = (name: string) => [before, name].filter((part) => part !== "").join(" ");
  const completions =
    last === ""
      ? []
      : namesWith(last, book, most).map(({ name, says }) => ({
          label: `${complete(name)}${says}`.slice(0, MOST_LABEL),
          value: complete(name),
        }));
  const asTyped = { label: typed.trim().slice(0, MOST_LABEL), value: typed.trim() };
  return unique([...completions.slice(0, most - 1), asTyped]).slice(0, most);
}

function namesWith(part: string, book: PriceBook, most: number): { name: string; says: string }[] {
  const machines = [
    ...new Map(
      book.regions.flatMap(({ provider, id }) => book.instanceTypes(provider, id)).map((type) => [type.id, type]),
    ).values(),
  ];
  const names = [
    ...machines.map((type) => ({ name: type.id, says: ` · ${type.vcpu} vCPU, ${type.memoryGiB} GiB` })),
    ...book.services.map((service) => ({ name: service.skuId, says: ` · ${service.name}` })),
    ...book.regions.map((region) => ({ name: region.id, says: ` · ${region.place}` })),
    ...book.regions.map((region) => ({ name: region.place.toLowerCase(), says: "" })),
  ];
  const starts = names.filter(({ name }) => name.toLowerCase().startsWith(part));
  const holds =
    starts.length >= most
      ? []
      : names.filter(({ name }) => !name.toLowerCase().startsWith(part) && name.toLowerCase().includes(part));
  return [...starts.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1)), ...holds];
}

const unique = (suggestions: Suggestion[]) => [...new Map(suggestions.map((each) => [each.value, each])).values()];
