import { adviseForm, readAnswers } from "../../cards/advise-form.ts";
import type { Answers } from "../../cards/form.ts";
import type { Estimate } from "../../core/decision/estimate.ts";
import { UserError } from "../../core/errors.ts";
import type { RequirementInput } from "../../core/question/requirement.ts";
import { understand } from "../../language/understand.ts";
import type { Reply } from "../conversation.ts";
import { type FromFiles, readHanded } from "../handed-files.ts";
import type { Asker } from "../ports/asker.ts";
import { givenIn } from "../refine.ts";
import type { Talk } from "../talk.ts";
import { settingsFor, teamDefaults } from "../team-settings.ts";
import { changed, draft } from "./recommend.ts";

/** The field of the form that takes a file of what runs. */
const MANIFEST = "manifest";

/** The form, prefilled: from the estimate it changes, or from words, or from what this person asked last. */
export async function openForm(
  talk: Talk,
  asker: Asker,
  ask: { text: string | null; estimateId: string | null },
): Promise<Reply> {
  const said = ask.text === null ? {} : understand(ask.text, talk.library.vocabulary()).input;
  const given = { ...(await known(talk, asker, ask)), ...said };
  return { kind: "form", form: adviseForm(given), estimateId: ask.estimateId };
}

async function known(
  talk: Talk,
  asker: Asker,
  { text, estimateId }: { text: string | null; estimateId: string | null },
): Promise<RequirementInput> {
  if (estimateId !== null) return givenIn((await talk.advisor.find(asker, estimateId)).estimate);
  const team = teamDefaults(await settingsFor(talk.settings, asker));
  if (text !== null) return team;
  const { items } = await talk.estimates.history(asker.tenant, {
    personId: asker.person.id,
    shared: false,
    limit: 1,
    before: null,
  });
  const [last] = items;
  return last === undefined ? team : givenIn(last.estimate);
}

/** The answer to a form, or the form again with its faults. */
export async function submitForm(
  talk: Talk,
  asker: Asker,
  { answers, estimateId }: { answers: Answers; estimateId: string | null },
): Promise<Reply> {
  const before = estimateId === null ? null : (await talk.advisor.find(asker, estimateId)).estimate;
  const base = before === null ? teamDefaults(await settingsFor(talk.settings, asker)) : givenIn(before);
  const manifest = await readManifest(talk, answers);
  const read = readAnswers(answers, base, "input" in manifest ? manifest.input : {});
  const faults = {
    ...("faults" in read ? read.faults : {}),
    ...("fault" in manifest ? { [MANIFEST]: manifest.fault } : {}),
  };
  if (!("input" in read) || Object.keys(faults).length > 0) {
    return { kind: "faults", form: adviseForm(base), faults, estimateId };
  }
  const estimate = await talk.advisor.ask(asker, {
    input: read.input,
    fromFiles: "fromFiles" in manifest ? manifest.fromFiles : stillFrom(before, read.input),
  });
  if (before === null) return draft(talk, asker, estimate, { replaces: false });
  return changed(talk, asker, before, estimate, { kind: "changed", text: "Answers changed in the form" });
}

/** How files were read, for as long as what runs is still theirs. */
const stillFrom = (before: Estimate | null, { workload }: RequirementInput): string[] =>
  JSON.stringify(before?.requirement.workload) === JSON.stringify(workload) ? (before?.fromFiles ?? []) : [];

type Manifest = FromFiles | { fault: string } | Record<never, never>;

async function readManifest(talk: Talk, answers: Answers): Promise<Manifest> {
  const text = answers[MANIFEST];
  if (typeof text !== "string" || text.trim() === "") return {};
  try {
    return await readHanded(talk, [{ name: "", text }]);
  } catch (error) {
    if (error instanceof UserError) return { fault: `${error.message} ${error.hint}` };
    throw error;
  }
}
