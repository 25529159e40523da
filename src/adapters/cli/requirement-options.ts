import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { parseRequirement } from "../../core/question/parse-requirement.ts";
import { REQUIREMENT_KEYS, RequirementInput } from "../../core/question/requirement.ts";
import { wrapped } from "./text.ts";

/** The keys that have an option of their own, beside files and words. */
export interface RequirementOptions {
  region?: string;
  budget?: number;
  purpose?: RequirementInput["purpose"];
  cloud?: RequirementInput["existingCloud"];
  experience?: RequirementInput["kubernetesExperience"];
  engineers?: number;
  uptime?: number;
  features?: string[];
  commitment?: RequirementInput["commitment"];
  currency?: RequirementInput["currency"];
  platforms?: string[];
  exclude?: string[];
}

/** As the program knows them. */
export const OPTION_KEYS = [
  "region",
  "budget",
  "purpose",
  "cloud",
  "experience",
  "engineers",
  "uptime",
  "features",
  "commitment",
  "currency",
  "platforms",
  "exclude",
] as const satisfies (keyof RequirementOptions)[];

const list = (text: string): string[] =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) throw new InvalidArgumentError("It has to be a number.");
  return value;
}

/** Adds an option for each of the keys that people change most. */
export function addRequirementOptions(command: Command): Command {
  const { shape } = RequirementInput;
  const choice = (flags: string, says: string, schema: { unwrap(): { options: readonly string[] } }) =>
    new Option(flags, says).choices(schema.unwrap().options);
  return command
    .option("--region <region>", "a geography, or a provider's own region id")
    .addOption(new Option("--budget <usd>", "US dollars a month for infrastructure").argParser(number))
    .addOption(choice("--purpose <purpose>", "what the cluster is for", shape.purpose))
    .addOption(choice("--cloud <cloud>", "the cloud in use already", shape.existingCloud))
    .addOption(choice("--experience <level>", "with Kubernetes", shape.kubernetesExperience))
    .addOption(new Option("--engineers <count>", "people who would run it").argParser(number))
    .addOption(new Option("--uptime <percent>", "the least availability, as in 99.9").argParser(number))
    .addOption(new Option("--features <names>", "what is needed besides, with commas between").argParser(list))
    .addOption(choice("--commitment <time>", "how long machines are promised to be kept", shape.commitment))
    .addOption(choice("--currency <code>", "of the answer", shape.currency))
    .addOption(new Option("--platforms <ids>", "only these platforms, with commas between").argParser(list))
    .addOption(new Option("--exclude <ids>", "not these platforms, with commas between").argParser(list));
}

/** The keys that the options give; their bounds are checked with all the others. */
export function requirementOf(options: RequirementOptions): RequirementInput {
  const given = {
    region: options.region,
    budgetUsd: options.budget,
    purpose: options.purpose,
    existingCloud: options.cloud,
    kubernetesExperience: options.experience,
    engineers: options.engineers,
    uptimePercent: options.uptime,
    features: options.features,
    commitment: options.commitment,
    currency: options.currency,
    only: options.platforms,
    excluded: options.exclude,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as RequirementInput;
}

interface KeySchema {
  type?: string;
  enum?: string[];
  anyOf?: KeySchema[];
  items?: KeySchema;
  properties?: { [key: string]: KeySchema };
  minimum?: number;
  maximum?: number;
}

const HELP_WIDTH = 80; // as the rest of the help is wrapped where no terminal says otherwise
const INDENT = 24;

/** Every key of a requirement with what it takes and its default, from the schema that checks them. */
export function keysHelp(): string {
  const { properties = {} } = z.toJSONSchema(RequirementInput, { io: "input" }) as KeySchema;
  const { requirement } = parseRequirement({});
  const lines = REQUIREMENT_KEYS.map((key) => {
    const assumed = JSON.stringify(requirement[key])
      .replace(/"(\w+)":/g, "$1: ")
      .replaceAll(",", ", ");
    const says = wrapped(`${taken(properties[key] ?? {})} (default ${assumed})`, HELP_WIDTH - INDENT);
    return `  ${key.padEnd(INDENT - 2)}${says.join(`\n${" ".repeat(INDENT)}`)}`;
  });
  return ["", "Keys of a requirement, in --requirements or as JSON:", ...lines].join("\n");
}

/** "a, b or c", "number from 0 to 100", "list of: …": what a key takes, in short. */
function taken({ type, enum: values, anyOf, items, properties, minimum, maximum }: KeySchema): string {
  if (values !== undefined) return values.join(", ");
  if (anyOf !== undefined) return [...new Set(anyOf.map(taken))].join(" or ");
  if (items !== undefined) return `list of ${taken(items)}`;
  if (properties !== undefined) return `{${Object.keys(properties).join(", ")}}`;
  const bounds = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`to ${maximum}`]),
  ];
  return [type === "integer" ? "whole number" : (type ?? "anything"), ...bounds].join(" ");
}
