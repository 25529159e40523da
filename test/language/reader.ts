import { type PriceBook, priceBook } from "../../src/core/catalog/price-book.ts";
import type { PriceAnswer } from "../../src/core/price/price-answer.ts";
import { aTerminal, type Terminal } from "../adapters/cli/terminal.ts";
import { catalogData, TODAY } from "../core/real-catalog.ts";
import type { AdviseUtterance, FollowUpUtterance, PriceUtterance, Utterance } from "./corpus.ts";

/** Something a person was told about their words: a question, or words quoted as not understood. */
export interface Told {
  by: "asked" | "quoted";
  text: string;
}

/** Values of a requirement by key, the workload in its parts. */
export type Values = Record<string, unknown>;

/** What came of an utterance, as `advise` and `price` print it. */
export interface Heard {
  /** 0 answered, 2 refused with a sentence, 1 a fault of ours. */
  code: number;
  told: Told[];
  /** Everything printed for people. */
  card: string;
  advice: {
    values: Values;
    /** What was said before, of a follow-up; otherwise what is assumed of nobody who says anything. */
    before: Values;
    /** Keys that somebody gave a value. */
    given: string[];
    understood: { text: string; key: string; value: unknown }[];
    ranked: string[];
    verdict: string;
    followup: { intent: string; platforms: string[]; changes: Values } | null;
  } | null;
  price: PriceAnswer | null;
}

/** Reads utterances as a person at the terminal would have them read. */
export interface Reader {
  hear(utterance: Utterance): Promise<Heard>;
  book: PriceBook;
}

interface AdviseOutput {
  id: string;
  requirement: Values;
  assumed: string[];
  understood: { text: string; key: string; value: unknown }[];
  unparsed: string[];
  questions?: string[];
  notes?: string[];
  ranking: { platform: string }[];
  verdict: { platform: string };
  followup?: { intent: string; platforms: string[]; changes: Values };
}

/** A reader on the real catalog, with a store in memory. */
export async function openReader(): Promise<Reader> {
  const terminal = await aTerminal();
  const unsaid = await output(terminal, ["advise", "--json"]);
  const assumed = unsaid === null ? {} : valuesOf(unsaid.requirement);
  return {
    book: priceBook(catalogData, TODAY),
    hear: (utterance) => {
      if (utterance.kind === "price") return hearPrice(terminal, utterance);
      if (utterance.kind === "followup") return hearFollowUp(terminal, utterance);
      return hearAdvise(terminal, utterance, assumed);
    },
  };
}

async function hearAdvise(terminal: Terminal, utterance: AdviseUtterance, assumed: Values): Promise<Heard> {
  const { code, out, err } = await terminal.run("advise", "--json", "--", utterance.text);
  const json = code === 0 ? (JSON.parse(out) as AdviseOutput) : null;
  const needsCard = utterance.says !== undefined || utterance.never !== undefined;
  const card = needsCard ? (await terminal.run("advise", "--", utterance.text)).out : "";
  return { ...heard(json, err, assumed), code, card: `${card}\n${err}` };
}

async function hearFollowUp(terminal: Terminal, { text, given }: FollowUpUtterance): Promise<Heard> {
  const earlier = await output(terminal, ["advise", "--json", "--", given]);
  if (earlier === null) throw new Error(`The card's own question has no answer: "${given}"`);
  const printed = await terminal.run("advise", "--from", earlier.id, "--", text);
  const { code, out } = await terminal.run("advise", "--from", earlier.id, "--json", "--", text);
  const json = code === 0 ? (JSON.parse(out) as AdviseOutput) : null;
  const refused = notUnderstood(printed.out).map((each): Told => ({ by: "quoted", text: each }));
  const read = heard(json, printed.err, valuesOf(earlier.requirement));
  const unchanged = json !== null && json.id === earlier.id;
  return {
    ...read,
    code: unchanged ? printed.code : code,
    told: [...read.told, ...refused],
    card: `${printed.out}\n${printed.err}`,
  };
}

async function hearPrice(terminal: Terminal, utterance: PriceUtterance): Promise<Heard> {
  const { code, out, err } = await terminal.run("price", "--json", "--", utterance.text);
  const price = code === 0 ? (JSON.parse(out) as PriceAnswer) : null;
  const needsCard = utterance.says !== undefined || utterance.never !== undefined;
  const card = needsCard ? (await terminal.run("price", "--", utterance.text)).out : "";
  const corrected = (price?.understood ?? []).filter((phrase) => phrase.includes(" read as "));
  const told = [...quotations([...(price?.unparsed ?? []), ...corrected]), ...remarks(err)];
  return { code, told, card: `${card}\n${err}`, advice: null, price };
}

async function output(terminal: Terminal, argv: string[]): Promise<AdviseOutput | null> {
  const { code, out } = await terminal.run(...argv);
  return code === 0 ? (JSON.parse(out) as AdviseOutput) : null;
}

function heard(json: AdviseOutput | null, err: string, before: Values): Omit<Heard, "card" | "code"> {
  if (json === null) return { told: remarks(err), advice: null, price: null };
  const { requirement, assumed, understood, unparsed, questions = [], notes = [], ranking, verdict } = json;
  const { followup } = json;
  return {
    told: [...quotations(unparsed), ...remarks([err, ...questions, ...notes].join("\n"))],
    advice: {
      values: valuesOf(requirement),
      before,
      given: Object.keys(requirement).filter((key) => !assumed.includes(key)),
      understood,
      ranked: ranking.map(({ platform }) => platform),
      verdict: verdict.platform,
      followup: followup ?? null,
    },
    price: null,
  };
}

const quotations = (unparsed: string[] = []): Told[] => unparsed.map((text) => ({ by: "quoted", text }));

/** Each line people are told beside the answer; one with a question mark asks. */
const remarks = (lines: string): Told[] =>
  lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((text) => ({ by: text.includes("?") ? "asked" : "quoted", text }));

/** What a card quotes as not understood. */
function notUnderstood(card: string): string[] {
  const [, after = ""] = card.split(/not understood|could not place/i);
  return [...after.matchAll(/[“"]([^”"]+)[”"]/g)].map(([, words = ""]) => words);
}

interface Pool extends Values {
  count?: number;
  nodes?: number;
}

/** A requirement with the parts of its workload as keys of their own. */
export function valuesOf({ workload, ...values }: Values): Values {
  const { pods, pools, ...parts } = (workload ?? {}) as { pods?: Values[]; pools?: Pool[] } & Values;
  const flat: Values = { ...values, ...parts };
  if (Array.isArray(pods)) Object.assign(flat, pods.length === 1 ? pods[0] : {}, { pods: sum(pods, "replicas") });
  else if (typeof parts["services"] === "number") flat["pods"] = parts["services"] * Number(parts["replicas"] ?? 1);
  if (Array.isArray(pools)) {
    Object.assign(flat, pools.length === 1 ? pools[0] : {}, { nodes: sum(pools, "count") });
    if (pools.length > 1) flat["instanceType"] = pools.map((pool) => pool["instanceType"]).join(" + ");
  }
  delete flat["name"];
  delete flat["count"];
  return flat;
}

const sum = (rows: Values[], key: string): number => rows.reduce((total, row) => total + Number(row[key] ?? 1), 0);
