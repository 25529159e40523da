import type { CatalogData, SkuPrice } from "../../../core/catalog/catalog.ts";
import type { PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { replaces } from "../../../core/catalog/refresh/refreshed.ts";
import type { PriceReview } from "../../../core/catalog/refresh/review.ts";
import { groupBy } from "../../../core/group-by.ts";
import { type Block, blocksOf, type Cell, rowKey } from "./located.ts";
import { freshReading, newBlock, priceText } from "./new-block.ts";
import { confirmedOn, type LineEdits, regroup } from "./readings.ts";

/** A file of the catalog: its path below the folder, and its text. */
export interface FileText {
  name: string;
  text: string;
}

/** The files that a review changes, as they are then: readings confirmed, spot prices exchanged, and a table for what is new. */
export function rewritten(files: readonly FileText[], review: PriceReview, data: CatalogData): FileText[] {
  const located = files
    .map((file) => ({ ...file, blocks: blocksOf(file.text) }))
    .filter(({ blocks }) => blocks.some(({ provider }) => provider === review.list.provider));
  const additions = additionsOf(review, located, data);
  const old = located.map(({ name, text, blocks }) => ({
    name,
    text: edited(text, blocks, review, additions.get(name) ?? []),
    was: text,
  }));
  return [
    ...old.filter(({ text, was }) => text !== was).map(({ name, text }) => ({ name, text })),
    ...additions.created,
  ];
}

type Located = FileText & { blocks: Block[] };

/** New lines, and the line that they stand before. */
interface Addition {
  before: number;
  lines: string[];
}

function edited(text: string, blocks: readonly Block[], review: PriceReview, additions: readonly Addition[]): string {
  const lines = text.split("\n");
  const edits: LineEdits = { replaced: new Map(), insertedAfter: new Map(), names: new Map() };
  const { day, via } = review.list;
  const exchanged = new Map(
    review.moved
      .filter((move) => replaces(move, review.list))
      .map(({ before, after }) => [rowKey(before), priceText(after.listUnitPrice)]),
  );
  const confirmed = new Set(review.confirmed.map(rowKey));
  for (const [line, sharing] of groupBy(blocks, ({ readings }) => readings)) {
    const cells = sharing.flatMap((block) => block.cells);
    const those = (keys: { has(key: string): boolean }) => new Set(cells.filter(({ key }) => keys.has(key)));
    regroup(
      line,
      lines,
      groupBy(cells, ({ letter }) => letter),
      [
        { cells: those(confirmed), words: confirmedOn(day) },
        { cells: those(exchanged), words: () => freshReading(via, day) },
      ],
      edits,
    );
  }
  for (const [line, cells] of groupBy(
    blocks.flatMap((block) => block.cells),
    (cell) => cell.line,
  )) {
    const changed = cells.filter((cell) => edits.names.has(cell) || exchanged.has(cell.key));
    if (changed.length > 0) lines[line] = withCells(lines[line] ?? "", changed, edits.names, exchanged);
  }
  return assembled(lines, edits, additions);
}

/** A line of a table with other text in some cells; the columns stay where they were as far as there is room. */
function withCells(
  line: string,
  cells: readonly Cell[],
  names: ReadonlyMap<Cell, string>,
  exchanged: ReadonlyMap<string, string>,
): string {
  let text = line;
  for (const cell of cells.toSorted((a, b) => b.start - a.start)) {
    const letter = names.get(cell) ?? (cell.isNamed ? cell.letter : null);
    const now = `${exchanged.get(cell.key) ?? cell.number}${letter === null ? "" : `=${letter}`}`;
    const rest = text.slice(cell.end);
    const room = /^ */.exec(rest)?.[0].length ?? 0;
    const space = rest.trim() === "" ? 0 : Math.max(1, room - (now.length - (cell.end - cell.start)));
    text = text.slice(0, cell.start) + now + " ".repeat(space) + rest.slice(room);
  }
  return text;
}

function assembled(lines: readonly string[], edits: LineEdits, additions: readonly Addition[]): string {
  const all = lines.flatMap((line, i) => [
    ...additions.filter(({ before }) => before === i).flatMap((addition) => addition.lines),
    edits.replaced.get(i) ?? line,
    ...(edits.insertedAfter.get(i) ?? []),
  ]);
  const last = additions.filter(({ before }) => before >= lines.length).flatMap((addition) => addition.lines);
  return [...all, ...last].join("\n");
}

/** Tables for the prices that are new, by file: each beside the table that prices the same, or the like of it. */
function additionsOf(review: PriceReview, files: readonly Located[], data: CatalogData) {
  const { list } = review;
  const currency = data.providers.find(({ id }) => id === list.provider)?.currency;
  const home = homeOf(files, data, list.provider);
  const fresh = [
    ...review.moved.filter((move) => !replaces(move, list)).map(({ before, after }) => ({ price: after, before })),
    ...review.added.map((price) => ({ price, before: null })),
  ].map((each) => ({ ...each, home: home(each.price, each.before) }));
  const byFile = new Map<string, Addition[]>();
  const created = new Map<string, string[]>();
  const together = groupBy(fresh, ({ price, home: { file, block } }) =>
    [file, block?.line, price.pricingUnit, price.pricingCategory, price.currency, price.offer].join(" "),
  );
  for (const [first, ...others] of together.values()) {
    if (first === undefined) continue;
    const { file, block } = first.home;
    const base = first.price.offer ?? block?.value.title.replace(/, from \d{4}-\d\d-\d\d$/, "");
    const lines = newBlock({
      indent:
        block === null
          ? "  "
          : " ".repeat(
              Math.max(0, (files.find(({ name }) => name === file)?.text.split("\n")[block.line] ?? "").search(/\S/)),
            ),
      title: `${base ?? `Prices, ${first.price.pricingCategory}`}, from ${list.day}`,
      currency: first.price.currency === currency ? null : first.price.currency,
      source: list.source,
      via: list.via,
      day: list.day,
      prices: [first, ...others].map(({ price }) => price),
      regions: block?.head ?? [],
      skus: block?.skus ?? [],
    });
    if (block === null)
      created.set(file, [...(created.get(file) ?? [`provider: ${list.provider}`, "prices:"]), ...lines]);
    else byFile.set(file, [...(byFile.get(file) ?? []), { before: block.end, lines }]);
  }
  return {
    get: (name: string) => byFile.get(name),
    created: [...created].map(([name, lines]): FileText => ({ name, text: `${lines.join("\n")}\n` })),
  };
}

/** Where a new price belongs: after the table of its old one, of its SKU, of its family, or of its kind; else in a file of its own. */
function homeOf(files: readonly Located[], data: CatalogData, provider: string) {
  const all = files.flatMap(({ name, blocks }) => blocks.map((block) => ({ file: name, block })));
  const families = new Map(
    data.instanceTypes.filter((type) => type.provider === provider).map((type) => [type.id, type.family]),
  );
  const byKey = new Map(all.flatMap((each) => each.block.cells.map(({ key }) => [key, each] as const)));
  return (price: PublishedPrice, before: SkuPrice | null): { file: string; block: Block | null } => {
    const known = before === null ? undefined : byKey.get(rowKey(before));
    const alike = all.filter(
      ({ block: { value } }) => value.category === price.pricingCategory && value.unit === price.pricingUnit,
    );
    const family = families.get(price.skuId);
    const found =
      known ??
      alike.findLast(({ block }) => block.skus.includes(price.skuId)) ??
      alike.findLast(({ block }) => block.skus.some((sku) => families.get(sku) === family && family !== undefined)) ??
      alike.findLast(({ block }) => block.skus.some((sku) => families.has(sku) === (family !== undefined)));
    return found ?? { file: `${provider}/prices-${price.pricingCategory}.yaml`, block: null };
  };
}
