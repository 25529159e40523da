import { refreshSummary } from "../cards/refresh-summary.ts";
import type { CatalogData } from "../core/catalog/catalog.ts";
import { billMoves, defaultBills } from "../core/catalog/refresh/default-bills.ts";
import { effectsOf } from "../core/catalog/refresh/effects.ts";
import { refreshed, withoutFaults } from "../core/catalog/refresh/refreshed.ts";
import { type PriceReview, reviewPrices } from "../core/catalog/refresh/review.ts";
import { UserError } from "../core/errors.ts";
import type { CatalogFolder, PriceSource } from "./ports/prices.ts";

/** What a refresh is asked to do. */
export interface RefreshRequest {
  providers: readonly string[]; // empty: every one whose source can be asked
  today: string; // yyyy-mm-dd
  since: string | null; // prices read on that day or later are left alone
  accept: boolean; // takes what is odd, too
  dryRun: boolean; // writes nothing
  out: string | null; // a folder for a whole copy; null writes in place
}

/** What came of it. */
export interface RefreshResult {
  summary: string; // Markdown
  changed: number; // prices confirmed, moved and added
  refused: number;
}

const MOST_GONE = 0.1; // of a provider's prices; more is a list that is not whole
const FEWEST_GONE = 10; // that are a share to speak of
const LEAST_BILL_PERCENT = 2;

/**
 * Asks the providers for their prices, and writes what is new into the catalog: all of it, or nothing.
 * @throws {UserError} for a provider without a source or a key, and for a list that lacks what it had.
 */
export async function refreshCatalog(
  request: RefreshRequest,
  {
    sources,
    folder,
    progress,
  }: { sources: readonly PriceSource[]; folder: CatalogFolder; progress: (text: string | null) => void },
): Promise<RefreshResult> {
  const data = folder.read();
  const known = sources.filter(({ provider }) => data.providers.some(({ id }) => id === provider));
  const asked = askedSources(request.providers, known);
  const reviews: PriceReview[] = [];
  for (const source of asked) reviews.push(await reviewOf(source, data, request, progress));
  progress("checking the whole catalog");
  const sound = withoutFaults(data, reviews, request.accept);
  const after = refreshed(data, sound);
  const bills = defaultBills(data, request.today);
  const summary = refreshSummary({
    day: request.today,
    data,
    reviews: sound,
    effects: sound.flatMap((review) => effectsOf(review, data, bills)),
    bills: billMoves(bills, defaultBills(after, request.today), LEAST_BILL_PERCENT),
    leastBillPercent: LEAST_BILL_PERCENT,
    skipped: known.filter(({ missing }) => missing !== null && request.providers.length === 0),
  });
  const count = (of: (review: PriceReview) => number) => sound.reduce((sum, review) => sum + of(review), 0);
  const changed = count(({ confirmed, moved, added }) => confirmed.length + moved.length + added.length);
  if (!request.dryRun && (changed > 0 || request.out !== null)) await folder.write(data, sound, summary, request.out);
  progress(null);
  return { summary, changed, refused: count(({ refused }) => refused.length) };
}

function askedSources(providers: readonly string[], sources: readonly PriceSource[]): PriceSource[] {
  const known = sources.map(({ provider }) => provider).join(", ");
  const named = providers.map((id) => {
    const source = sources.find(({ provider }) => provider === id);
    if (source === undefined) throw new UserError(`No price list is known for "${id}".`, `There is one for ${known}.`);
    if (source.missing !== null)
      throw new UserError(`The prices of ${id} need ${source.missing}.`, "Every setting is described in .env.example.");
    return source;
  });
  const asked = named.length > 0 ? [...new Set(named)] : sources.filter(({ missing }) => missing === null);
  return asked;
}

async function reviewOf(
  source: PriceSource,
  data: CatalogData,
  { today, since, accept }: RefreshRequest,
  progress: (text: string) => void,
): Promise<PriceReview> {
  const { provider, via, listed } = source;
  const wanted = {
    regions: data.regions.filter((region) => region.provider === provider).map(({ id }) => id),
    machines: data.instanceTypes.filter((type) => type.provider === provider),
    day: today,
  };
  const prices = await source.fetch(wanted, (text) => progress(`${provider}: ${text}`));
  const list = { provider, day: today, source: source.source, via, listed, prices };
  const review = reviewPrices(data, list, { since, accept });
  const { gone, confirmed, moved } = review;
  const all = gone.length + confirmed.length + moved.length;
  const isBroken = prices.length === 0 || (gone.length > FEWEST_GONE && gone.length > all * MOST_GONE);
  if (isBroken && !accept)
    throw new UserError(
      `The ${via} lists ${all - gone.length} of the ${all} prices that the catalog has from it.`,
      "Nothing was changed. If they are gone for good, run the same command with --accept.",
    );
  return review;
}
