import { NATIONALITIES } from "./nationalities.ts";

/** Words of the trade worth mending; the names of places, platforms and machines come from the vocabulary. */
export const TRADE_WORDS =
  "kubernetes services microservices engineers engineer developers developer budget production cluster clusters replicas beginner cheapest startup traffic storage serverless autoscaling experience experienced monthly uptime availability dollars postgres".split(
    " ",
  );
/** Those and the words that look like one of them. */
export const NOT_MISSPELT: ReadonlySet<string> = new Set([
  ...TRADE_WORDS,
  ...NATIONALITIES.keys(),
  "american",
  "francs",
  // English words one letter away from places
  ..."hungry handover brighten genera athena plague denser berger servile germane inland montane bottom moral".split(
    " ",
  ),
  "service",
  "microservice",
  "replica",
  "budgets",
  "budgeted",
  "beginners",
  "startups",
  "clustered",
  "product",
  "products",
  "engineered",
  "experiences",
  "developed",
]);
