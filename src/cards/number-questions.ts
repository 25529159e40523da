import { plainNumber } from "../core/cost/money.ts";
import { Requirement } from "../core/question/requirement.ts";
import { ServicesWorkload } from "../core/question/workload-request.ts";
import type { Field } from "./form.ts";
import { readNumber } from "./read-number.ts";

interface NumberQuestion {
  label: string;
  help: string | null;
  unit: string | null;
  words: readonly string[]; // units it may be typed with, the longest first
  least: number;
  most: number;
  whole: boolean;
}

const { shape } = Requirement;
const service = ServicesWorkload.shape;
const MONEY = ["us dollars", "dollars", "usd", "us$", "$"];
const GIB = ["gigabytes", "gib", "gb", "gi"];

/** The schema's own bounds, so that a form never asks for what the advisor would refuse. */
const within = (schema: { minValue: number | null; maxValue: number | null }) => ({
  least: schema.minValue ?? 0,
  most: schema.maxValue ?? Number.MAX_SAFE_INTEGER,
});

/** Every question that is answered with a number, by the key of its field. */
export const NUMBER_QUESTIONS = {
  budgetUsd: {
    label: "Monthly budget in US dollars",
    help: "For the provider's bill; empty for no limit.",
    unit: "USD a month",
    words: ["a month", "per month", "/month", ...MONEY],
    ...within(shape.budgetUsd.unwrap()),
    whole: false,
  },
  services: {
    label: "How many services run in it?",
    help: "Programs that run on their own, such as a web server, an API and a worker.",
    unit: "services",
    words: ["services", "service"],
    ...within(service.services.unwrap()),
    whole: true,
  },
  engineers: {
    label: "How many people would run it?",
    help: null,
    unit: "people",
    words: ["people", "engineers", "person", "engineer"],
    ...within(shape.engineers),
    whole: true,
  },
  storageGiB: {
    label: "Data kept on volumes, GiB in total",
    help: "Databases and uploads inside the cluster.",
    unit: "GiB",
    words: GIB,
    ...within(shape.storageGiB),
    whole: false,
  },
  egressGiB: {
    label: "Traffic to the internet, GiB a month",
    help: "What visitors download; many providers bill it.",
    unit: "GiB a month",
    words: ["a month", "per month", "/month", ...GIB],
    ...within(shape.egressGiB),
    whole: false,
  },
  loadBalancers: {
    label: "Load balancers of each cluster",
    help: "The doors through which visitors come in; one is usual.",
    unit: null,
    words: [],
    ...within(shape.loadBalancers),
    whole: true,
  },
  labourRateUsd: {
    label: "What an hour of work costs, in US dollars",
    help: "It turns the hours of running a cluster into money; 100 where you leave it empty.",
    unit: "USD an hour",
    words: ["an hour", "per hour", "/hour", "/h", ...MONEY],
    ...within(shape.labourRateUsd),
    whole: false,
  },
  replicas: {
    label: "Copies of each service",
    help: "Two or more keep it up while one restarts.",
    unit: "copies",
    words: ["copies", "copy", "replicas"],
    ...within(service.replicas.unwrap()),
    whole: true,
  },
  cpuMillicores: {
    label: "CPU of each copy (1000 is one core)",
    help: null,
    unit: "thousandths of a core",
    words: ["millicores", "m"],
    ...within(service.cpuMillicores.unwrap()),
    whole: true,
  },
  memoryMiB: {
    label: "Memory of each copy, in MiB",
    help: null,
    unit: "MiB",
    words: ["mib", "mb", "mi"],
    ...within(service.memoryMiB.unwrap()),
    whole: true,
  },
} as const satisfies Record<string, NumberQuestion>;

/** A requirement key that is asked as a number. */
export type NumberKey = keyof typeof NUMBER_QUESTIONS;

/** The question as a field, prefilled with `value`; `help` in place of its own. */
export function numberField(key: NumberKey, value: number | null | undefined, help: string | null = null): Field {
  const question: NumberQuestion = NUMBER_QUESTIONS[key];
  return {
    kind: "number",
    key,
    label: question.label,
    help: help ?? question.help,
    value: value === undefined || value === null ? "" : String(value),
    minimum: question.least,
    maximum: question.most,
    whole: question.whole,
    required: false,
    unit: question.unit,
  };
}

/** What was typed into the question: a number within its bounds, null for nothing, or a fault in words. */
export function readNumberAnswer(key: NumberKey, typed: string): { value: number | null } | { fault: string } {
  const { words, unit, least, most, whole }: NumberQuestion = NUMBER_QUESTIONS[key];
  const read = readNumber(typed, words, unit);
  if (read.kind === "empty") return { value: null };
  if (read.kind === "fault") return { fault: read.says };
  const { value } = read;
  if (whole && !Number.isInteger(value)) return { fault: `This has to be a whole number, and ${value} is not.` };
  if (value < least) return { fault: `This has to be ${plainNumber(least)} or more.` };
  if (value > most) return { fault: `This has to be ${plainNumber(most)} or less.` };
  return { value };
}
