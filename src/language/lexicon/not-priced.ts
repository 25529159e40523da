import { NOT_PRICED as KINDS } from "../../core/price/not-priced.ts";

/** What people call things that the catalog has no prices of. */
export const NOT_PRICED: readonly string[] = KINDS.flatMap(({ names }) => names);
