import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Conversation } from "../../app/conversation.ts";
import { UserError } from "../../core/errors.ts";

/** What the process counts, with the usual figures of a Node process. */
export interface Metrics {
  registry: Registry;
  /** The same conversation, with every answer counted and timed by shell and intent. */
  measured(conversation: Conversation): Conversation;
}

/** Seconds; the first is a tenth of the time an answer may take. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const labelNames = ["shell", "intent", "outcome"] as const;
  const answers = new Counter({ name: "k8s_advise_answers_total", help: "Intents answered", labelNames, registers });
  const seconds = new Histogram({
    name: "k8s_advise_answer_seconds",
    help: "Time from an intent to its answer",
    labelNames: ["shell", "intent"] as const,
    buckets: BUCKETS,
    registers,
  });
  const measured = (conversation: Conversation): Conversation => ({
    async handle(intent, asker) {
      const { shell } = asker.tenant;
      const stop = seconds.startTimer({ shell, intent: intent.kind });
      let outcome = "failed";
      try {
        const reply = await conversation.handle(intent, asker);
        outcome = reply.kind;
        return reply;
      } catch (error) {
        if (error instanceof UserError) outcome = "refused";
        throw error;
      } finally {
        stop();
        answers.inc({ shell, intent: intent.kind, outcome });
      }
    },
    overhear: (...said) => conversation.overhear(...said),
    sharedCard: (spot) => conversation.sharedCard(spot),
    posted: (...posting) => conversation.posted(...posting),
    suggestPrices: (...question) => conversation.suggestPrices(...question),
  });
  return { registry, measured };
}
