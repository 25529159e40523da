import type { PriceBook } from "../../catalog/price-book.ts";
import { plainNumber } from "../../cost/money.ts";
import { hoursFigure } from "../hours.ts";
import { starterFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

/** What a dollar weighs in a corner that comes first, second, or is given up. */
const times = ({ policy: { weights } }: PriceBook, place: "first" | "second" | "givenUp") =>
  plainNumber(weights[place], 2);

export const ranking: Topic = {
  id: "ranking",
  title: "How platforms are ranked",
  aliases: [
    "ranking",
    "rank",
    "how ranking works",
    "how does it work",
    "algorithm",
    "score",
    "weights",
    "how do you decide",
  ],
  related: ["triangle", "labour", "price-dates"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "First, rules take out what cannot do it: no region there, a need it does not meet, a promise below your target, more than your budget. Each says why. If nothing stays within the budget, the budget alone no longer takes out, and the card says that it is broken. Every platform that is left gets a cluster planned for your pods, and that cluster a bill.",
      `Then each is weighed in money. Cost is the bill; operations is hours of work times your rate, and the risk of outages where you gave its price; control is hours lost to what cannot be changed there. A dollar of your first priority counts ${times(book, "first")} times, of your second ${times(book, "second")} times. What you gave up counts ${times(book, "givenUp")}, or nothing where it is control. The least sum wins.`,
      "Leaving a cloud is money too: hours to move, and hours of living apart from the rest. It counts as much as the heavier of cost and operations. What an outdated Kubernetes version adds to your fee is left out, since moving means upgrading as well. A price of which the source is less sure counts a little more than it says, in the weighing and never on the bill, so that a doubtful figure does not decide a close race.",
      "The order is by that weight and not by true cost, so a dearer platform can be first. Of a platform's tiers only the best is shown. No language model takes part, and nobody pays to be higher.",
    ],
    figures: [
      ...starterFigures(book, 2),
      ...book.platforms
        .filter(({ kind }) => kind === "managed" || kind === "self-managed")
        .map((p) => hoursFigure(book, p)),
    ],
  }),
};
