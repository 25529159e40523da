import { adviseWithoutFlips } from "../core/decision/advise.ts";
import type { Estimate, Understood } from "../core/decision/estimate.ts";
import { UserError } from "../core/errors.ts";
import { askedBack } from "../core/question/asked-back.ts";
import { parseRequirement } from "../core/question/parse-requirement.ts";
import type { RequirementInput, RequirementKey } from "../core/question/requirement.ts";
import { LIST_TERMS } from "../core/question/terms.ts";
import { estimateId } from "./estimate-id.ts";
import type { Library } from "./knowledge.ts";
import type { Planner } from "./planner.ts";
import type { Asker } from "./ports/asker.ts";
import type { AskedEstimate, EstimateStore } from "./ports/estimates.ts";
import type { Clock } from "./ports/process.ts";
import type { SettingsStore } from "./ports/settings.ts";
import { settingsFor, teamDefaults } from "./team-settings.ts";

/** A question to the advisor, however it was put. */
export interface Question {
  /** What was said; the team's defaults and then the general ones fill the rest. */
  input: RequirementInput;
  understood?: Understood[];
  unparsed?: string[];
  /** How files were read, as sentences. */
  fromFiles?: string[];
  /** True: where nothing that decides was given, the answer is what to say first instead of a recommendation. */
  asksBack?: boolean;
  /** Prices as of this day, yyyy-mm-dd; left out, today. */
  asOf?: string;
}

/** Asks the core and keeps the answers. */
export interface Advisor {
  /**
   * The estimate for a question, kept once this resolves.
   * @throws {UserError} for a requirement out of bounds, an unknown region, machine or platform.
   */
  ask(asker: Asker, question: Question): Promise<Estimate>;
  /** The answer to the question of `estimate` at the prices of another day, which is not kept; itself for the same prices. */
  repriced(asker: Asker, estimate: Estimate, asOf: string): Promise<Estimate>;
  /** An estimate of this workspace. @throws {UserError} when it has none with that id. */
  find(asker: Pick<Asker, "tenant">, id: string): Promise<AskedEstimate>;
}

/** An advisor on a library of catalogs and a store of estimates; `planner` makes what is kept. */
export function advisor(parts: {
  library: Library;
  planner: Planner;
  estimates: EstimateStore;
  settings: SettingsStore;
  clock: Clock;
}): Advisor {
  const { library, planner, estimates, settings, clock } = parts;
  return {
    async ask(asker, question) {
      const team = await settingsFor(settings, asker);
      const { requirement, assumed } = parseRequirement({ ...teamDefaults(team), ...question.input });
      const terms = { discounts: team.discounts ?? LIST_TERMS.discounts };
      const { understood = [], unparsed = [], fromFiles = [] } = question;
      const asked = { requirement, assumed, understood, unparsed, fromFiles, terms };
      const answer = await planner.advise(asked, question.asOf ?? library.today());
      const advice = question.asksBack === true ? askedBack(answer, question.input) : answer;
      const estimate = { id: estimateId(advice, terms), ...advice };
      const { id, name } = asker.person;
      await estimates.put(asker.tenant, {
        estimate,
        askedBy: { id, name },
        askedAt: clock.now().toISOString(),
        channelId: asker.channelId,
        sharedAt: null,
      });
      return estimate;
    },
    async repriced(asker, estimate, asOf) {
      const knowledge = library.knowledge(asOf);
      if (estimate.asOf === asOf && estimate.catalog.version === knowledge.book.version) return estimate;
      const { discounts = LIST_TERMS.discounts } = await settingsFor(settings, asker);
      const { id, requirement, assumed } = estimate;
      return {
        id,
        ...adviseWithoutFlips({ requirement, assumed: assumed as RequirementKey[], terms: { discounts } }, knowledge),
      };
    },
    async find(asker, id) {
      const found = await estimates.get(asker.tenant, id);
      if (found !== null) return found;
      throw new UserError(
        `There is no estimate "${id}" here.`,
        "It may have been erased, or belong to another workspace. Ask again.",
      );
    },
  };
}
