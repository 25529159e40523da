import { FOLLOW_UP_GRAMMAR } from "./grammar/index.ts";
import type { Vocabulary } from "./lexicon/vocabulary.ts";
import { parse } from "./parse.ts";
import { factsOf, ofKey } from "./resolve/facts.ts";
import { textOf } from "./text/text.ts";
import { MOST_CHARACTERS, type Understanding } from "./understand.ts";

/** What a first text asks for beside advice, which is to be answered before it. */
export type FirstQuestion =
  /** "What does EKS cost": the bill of one platform. */
  | { kind: "bill"; platform: string }
  /** "Why not EKS": where one platform stands. */
  | { kind: "why"; platform: string }
  /** "EKS or AKS", "why is EKS dearer than DOKS": these beside each other. */
  | { kind: "compare"; platforms: string[]; why: boolean }
  /** "How many pods fit on one t3.medium"; a size left out was not said. */
  | { kind: "fit"; instanceType: string; cpuMillicores?: number; memoryMiB?: number };

const WHY = /^\W*(?:but |so |and |ok |hi |hello )*why\b/i;
const COST = /\b(?:costs?|costing|pric(?:e|es|ing|ey)|bill|how much|expensive|cheap|charges?|pay|spend)\b/i;
const HOW_MANY =
  /\bhow many\b[^?]*\b(?:pods|containers|replicas|services)\b[^?]*\b(?:on|in|into|per|onto|does|can|will|would)\b/i;
const FITS = /\b(?:fit|fits|hold|holds|run|runs|place|schedule|pack|per (?:node|machine)|have|put)\b/i;

/** What `typed`, understood as `said`, asks for first; null where it asks for advice alone. */
export function firstQuestion(
  typed: string,
  { asked, input }: Understanding,
  vocabulary: Vocabulary,
): FirstQuestion | null {
  const [platform] = asked;
  const fit = HOW_MANY.test(typed) && FITS.test(typed) ? fitQuestion(typed, vocabulary, input) : null;
  if (fit !== null) return fit;
  if (platform === undefined) return null;
  const { running = null } = input;
  const why = WHY.test(typed);
  if (asked.length > 1)
    return { kind: "compare", platforms: [...new Set([...(running === null ? [] : [running]), ...asked])], why };
  if (why) return { kind: "why", platform };
  // Whoever runs something and names another asks whether to move: the advice itself answers that.
  return running === null && COST.test(typed) ? { kind: "bill", platform } : null;
}

function fitQuestion(
  typed: string,
  vocabulary: Vocabulary,
  { workload }: Understanding["input"],
): Extract<FirstQuestion, { kind: "fit" }> | null {
  const machine = workload === undefined || !("instanceType" in workload) ? undefined : workload.instanceType;
  if (machine === undefined) return null;
  const facts = factsOf(parse(textOf(typed.slice(0, MOST_CHARACTERS), vocabulary), FOLLOW_UP_GRAMMAR));
  const sizes = ofKey(facts, "size").filter(({ of }) => of !== "node" && of !== "total");
  const cpuMillicores = sizes.find((size) => size.cpuMillicores !== null)?.cpuMillicores ?? undefined;
  const memoryMiB = sizes.find((size) => size.memoryMiB !== null)?.memoryMiB ?? undefined;
  return {
    kind: "fit",
    instanceType: machine,
    ...(cpuMillicores === undefined ? {} : { cpuMillicores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
  };
}
