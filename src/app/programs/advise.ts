import { z } from "zod";
import { Estimate } from "../../core/decision/estimate.ts";
import { UserError } from "../../core/errors.ts";
import { Requirement, RequirementInput } from "../../core/question/requirement.ts";
import type { Advisor } from "../advisor.ts";
import { type AnswerInWords, askInWords } from "../ask-in-words.ts";
import type { Library } from "../knowledge.ts";
import type { Asker } from "../ports/asker.ts";
import type { FileReader, HandedFile } from "../ports/files.ts";
import type { Clock } from "../ports/process.ts";
import type { ThreadStore } from "../ports/threads.ts";
import { type Refinement, refine } from "../refine.ts";
import { fileChange, rewind } from "../rewind.ts";
import { remarksOn } from "../words.ts";

/** What answering a program or a command line takes. */
export interface ProgramParts {
  advisor: Advisor;
  library: Library;
  files: FileReader;
  threads: ThreadStore;
  clock: Clock;
}

/** How words about an earlier answer were taken, and what they changed. */
const FollowupJson = z.strictObject({
  intent: z.enum([
    "what-if",
    "why-not",
    "compare",
    "explain",
    "breakdown",
    "decide",
    "vote",
    "unvote",
    "votes",
    "undo",
    "help",
    "price",
    "none",
  ]),
  platforms: z.array(z.string()),
  changes: Requirement.partial(),
  difference: z.strictObject({ bill: z.number(), rank: z.int().min(1).nullable(), text: z.string() }),
});

/** The whole answer as JSON; `followup` only where it follows up an earlier one. */
export const AdviseJson = Estimate.extend({ followup: FollowupJson.optional() });
export type AdviseJson = z.input<typeof AdviseJson>;

const MOST_WORDS = 40_000; // as much as a chat message holds
const MOST_FILES = 10;

/** What may stand beside the keys of a requirement. */
const BESIDE = {
  /** Words, as people type them; they win over keys and files. */
  text: z.string().max(MOST_WORDS).optional(),
  /** What runs: manifests, Compose files, what kubectl prints. */
  files: z
    .array(z.strictObject({ name: z.string().max(200).default(""), text: z.string() }))
    .max(MOST_FILES)
    .optional(),
  /** Prices as of this day; left out, today. */
  asOf: z.iso.date().optional(),
  /** The id of an earlier answer, which `text` then follows up. */
  from: z.string().min(1).max(200).optional(),
};

/** What a program sends to be advised: the keys of a requirement, none of them necessary, and what may stand beside them. */
export const AdviseRequest = RequirementInput.extend(BESIDE);
export type AdviseRequest = z.input<typeof AdviseRequest>;

const Beside = z.looseObject(BESIDE);

/** A question as a command line or a program puts it. */
export interface Asked {
  text: string;
  input: RequirementInput;
  files: readonly HandedFile[];
  asOf?: string; // left out: today
  from?: string; // an earlier answer, which `text` follows up; then there are no other keys, files or day
}

/** An answer: with what it says of the words that asked for it, or how it came from an earlier one. */
export type Answer = { after: Estimate; remarks: string[]; words: AnswerInWords | null } | Refinement;

/**
 * What a program asks. The keys of the requirement are checked where it is answered.
 * @throws {UserError} where it is no object, or what stands beside those keys is not what it should be.
 */
export function readAdviseRequest(body: unknown): Asked {
  const parsed = Beside.safeParse(body);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the request"}: ${message}`);
    throw new UserError(`${faults.join("; ")}.`, `Send a JSON object with ${HOW_TO_ASK}`);
  }
  const { text = "", files = [], asOf, from, ...input } = parsed.data;
  if (from !== undefined && (files.length > 0 || asOf !== undefined || Object.keys(input).length > 0))
    throw new UserError("from follows up an earlier answer by text alone.", "Leave the other keys out.");
  return { text, input, files, ...(asOf === undefined ? {} : { asOf }), ...(from === undefined ? {} : { from }) };
}

const FORM = "in Slack, Discord or the playground (k8s-advise serve)";
const HOW_TO_ASK = "text, keys of a requirement, files, asOf, or an earlier answer's id in from.";

/**
 * The answer to a question, kept once this resolves.
 * @throws {UserError} for what the asker got wrong, or an earlier answer that is not there.
 */
export function answerOf(parts: ProgramParts, asker: Asker, asked: Asked): Promise<Answer> {
  return asked.from === undefined ? advised(parts, asker, asked) : followed(parts, asker, asked.from, asked.text);
}

async function advised(parts: ProgramParts, asker: Asker, { text, input, files, asOf }: Asked): Promise<Answer> {
  const given = asOf === undefined ? { input } : { input, asOf };
  const words = await askInWords(parts, asker, { text, files, given, form: FORM });
  return { after: words.estimate, remarks: remarksOn(words.said, words.estimate, parts.library), words };
}

async function followed(parts: ProgramParts, asker: Asker, from: string, text: string): Promise<Answer> {
  const asked = await parts.advisor.find(asker, from);
  if (text.trim() === "") return { after: asked.estimate, remarks: [], words: null };
  const refined = await refine(parts, asker, asked, text);
  const { undo } = refined.followUp;
  if (undo !== null) return rewind(parts, asker, refined, undo.steps);
  await fileChange(parts, asker, refined, text);
  return refined;
}

/** The answer as JSON. Votes and decisions in words that follow up an answer are read, not recorded. */
export function adviseJson(answer: Answer): AdviseJson {
  if (!("followUp" in answer)) return answer.after;
  const { intent, platforms, changes } = answer.followUp;
  return { ...answer.after, followup: { intent, platforms, changes, difference: answer.difference } };
}
