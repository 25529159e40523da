import type { Claim } from "../../core/claim-remarks.ts";
import type { Understood } from "../../core/estimate.ts";
import type { Correction } from "../../core/price/query.ts";
import type { Feature, RequirementInput } from "../../core/requirement.ts";
import type { Vocabulary } from "../lexicon/vocabulary.ts";
import { readClouds } from "./clouds.ts";
import { readCommitments } from "./commitments.ts";
import { readDatabases } from "./databases.ts";
import { readEstate } from "./estate.ts";
import { readExperience } from "./experience.ts";
import { readFeatures } from "./features.ts";
import { leftovers } from "./leftovers.ts";
import { readMachines } from "./machines.ts";
import { openReading } from "./open-reading.ts";
import { readPeople } from "./people.ts";
import { readPriorities } from "./priorities.ts";
import { readPurpose } from "./purpose.ts";
import { readRanges } from "./ranges.ts";
import type { Reading } from "./reading.ts";
import { readRegions } from "./regions.ts";
import { readRequests } from "./requests.ts";
import { readServices } from "./services.ts";
import { settle } from "./settle.ts";
import { readSpot } from "./spot.ts";
import { suggestionsFor } from "./suggestions.ts";
import { readSums } from "./sums.ts";
import { readTraffic } from "./traffic.ts";
import { readUnset } from "./unset.ts";
import { readUptime } from "./uptime.ts";

/** What a text says, and what it does not. */
export interface Understanding {
  /** Only keys that the text supports; it always passes `RequirementInput`. */
  input: RequirementInput;
  /** Each phrase as typed and what it set, in the order of the text. A part of the workload is reported by itself. */
  understood: Understood[];
  /** Phrases of substance that set nothing, as typed. */
  unparsed: string[];
  /** Contradictions, each as a question; their key is not set. */
  questions: string[];
  /** Misspelt names and how they were read. */
  corrections: Correction[];
  /** Platforms asked about rather than in use, in the order named. */
  asked: string[];
  /** Features ruled out by name. */
  without: Feature[];
  /** Fees and bills quoted as facts, to be checked against the catalog. */
  claims: Claim[];
  /** How something was read that may be read otherwise, as sentences. */
  notes: string[];
}

/** Longer texts are cut here, and `unparsed` says so. */
export const MOST_CHARACTERS = 4000;

/** Kinds of facts in the order that settles who gets a phrase: the narrower first. */
export const READERS: readonly ((r: Reading) => void)[] = [
  readUnset,
  readEstate,
  readCommitments,
  readSpot,
  readUptime,
  readTraffic,
  readExperience,
  readPeople,
  readMachines,
  readServices,
  readRequests,
  readSums,
  readPriorities,
  readFeatures,
  readPurpose,
  readClouds,
  readRegions,
  readDatabases,
  readRanges,
];

/** What `text` says about a requirement, by rules alone. Never throws; the time it takes grows with the text's length only. */
export function understand(text: string, vocabulary: Vocabulary): Understanding {
  const { reading, corrections } = read(text.slice(0, MOST_CHARACTERS), vocabulary);
  const settled = settle(reading, null);
  const unparsed = [...leftovers(reading), ...settled.refused];
  if (text.length > MOST_CHARACTERS) unparsed.push(`everything after the first ${MOST_CHARACTERS} characters`);
  const { input, understood, asked, without } = settled;
  const { questions, claims } = reading;
  const notes = [...reading.notes, ...unknownNames(reading)];
  return { input, understood, unparsed, questions, corrections, asked, without, claims, notes };
}

/** "cx22" may be a machine of last year: the ids closest to it are named, for what is in its family. */
function unknownNames(r: Reading): string[] {
  return suggestionsFor(r)
    .filter(({ close }) => close.length > 0)
    .map(({ typed, close }) => `"${typed}" is in no price list; close to it are ${close.join(", ")}.`);
}

/** A text with every kind of fact read from it; `first` read before all others. */
export function read(
  text: string,
  vocabulary: Vocabulary,
  first: readonly ((r: Reading) => void)[] = [],
): { reading: Reading; corrections: Correction[] } {
  const opened = openReading(text, vocabulary);
  for (const readFacts of [...first, ...READERS]) readFacts(opened.reading);
  return opened;
}
