import type { App } from "@slack/bolt";
import { within } from "../../app/delivery/late.ts";

/** Slack waits 3 s for an acknowledgement. https://docs.slack.dev/apis/events-api/#responding */
export const ACK_BEFORE_MS = 2_500;

/**
 * Bolt acknowledges an event before anybody has heard it: killed in between, the process would lose words that Slack takes
 * for delivered. With this an event is acknowledged once it is answered, or when Slack waits no longer.
 */
export function acknowledgeAnswered(app: App): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (event.body["type"] !== "event_callback") return process(event);
    const answered = process({ ...event, ack: async () => {} });
    await within(answered, ACK_BEFORE_MS);
    await event.ack();
    await answered;
  };
}
