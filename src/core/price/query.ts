import type { Service } from "../catalog/catalog.ts";
import type { Commitment, Currency, Geography } from "../question/choices.ts";

/** A kind of thing on a bill that is not a machine. */
export type ServiceKind = Service["kind"];

/** A word as typed, and the word it was read as. */
export interface Correction {
  typed: string;
  read: string;
}

/** A name of a machine or region that nobody has, and the ids closest to it, the closest first. */
export interface Suggestion {
  typed: string;
  close: string[];
}

/** One thing whose price is asked. `count` is how many of it, 1 where none was named. */
export type PriceItem =
  /** A machine by name; `providers` sell one of that id. */
  | { kind: "instance"; id: string; providers: string[]; count: number }
  /** A machine of at least this size; null where that half was not given. A GPU's model is in lower case, without spaces. */
  | { kind: "shape"; vcpu: number | null; memoryGiB: number | null; gpus: number; gpuModel?: string; count: number }
  /** A part of a bill, by `owner` alone where only that provider calls it so. `amount` is GiB where `unit` is "GiB", null where none was named. */
  | {
      kind: "service";
      service: ServiceKind;
      words: string;
      owner?: string;
      amount: number | null;
      unit: "GiB" | "each";
      count: number;
    }
  /** A pod on a platform that bills pods; null for any of them. */
  | { kind: "pod"; platform: string | null; cpuMillicores: number | null; memoryMiB: number | null; count: number }
  /** What a platform takes for a control plane: of the tier named, or of the usual one where null. */
  | { kind: "tier"; platforms: string[]; tier: string | null; count: number }
  /** A whole platform; `nodes` null where none was named. */
  | { kind: "platform"; id: string; nodes: number | null };

/** A price question, in words of the catalog. */
export interface PriceQuery {
  items: PriceItem[];
  /** Provider ids named, by themselves or by one of their platforms; empty means all. */
  providers: string[];
  /** Platform ids named. */
  platforms: string[];
  /** Where: as typed, and the provider's region id or the geography it stands for; null where none was named. */
  region: { typed: string; region: string | null; geography: Geography } | null;
  period: "hour" | "month" | "year";
  /** null where none was named. */
  currency: Currency | null;
  commitment: Commitment;
  spot: boolean;
  /** The words that ask for a committed or a spot rate, as typed; null for none. */
  rateTyped: string | null;
  /** What the machines must run on; null where none was named. */
  architecture: "arm64" | "amd64" | null;
  /** "For 3 hours", or each month "8 hours a day": how long in hours, in the words of the question; null for all of a period. */
  span: { hours: number; says: string; isMonthly: boolean } | null;
  /** Whether two things or more are to be set side by side: "doks vs eks", "cheapest". */
  comparison: boolean;
  unparsed: string[];
  /** Misspelt names with one meaning, and how they were read. */
  corrections: Correction[];
  /** Names nobody knows, with the ids closest to them. */
  suggestions: Suggestion[];
}
