import type { App, ViewSubmitAction } from "@slack/bolt";
import type { Departures } from "../../app/ports/data.ts";
import type { InstallationStore } from "../../app/ports/sessions.ts";
import { type Answerer, answerEvent, answerRequest } from "./answer.ts";
import type { SlackContext } from "./context.ts";
import { logError } from "./errors.ts";
import { meantForUs } from "./overheard.ts";
import { parseCommand, parsePress, parseShortcut } from "./parse.ts";
import { endedInstallation, parseHome, parseMessage } from "./parse-event.ts";
import { FORM_CALLBACK } from "./render/form.ts";
import { storedEvent } from "./stored-event.ts";
import { answerSubmission } from "./submissions.ts";

export const SHORTCUT_CALLBACK = "ask_about_message";

const ANY = /[\s\S]*/;

/** What has to know that a workspace removed the app. */
interface Removals {
  installations: InstallationStore | null;
  departures: Pick<Departures, "left">;
}

/** Makes the app answer everything it hears. What it cannot read it logs and lets go. */
export function listen(app: App, answerer: Answerer, removals: Removals): void {
  listenToInteractions(app, answerer);
  listenToMessages(app, answerer);
  listenToRemovals(app, answerer, removals);
}

/** Commands, presses, shortcuts and forms: Slack waits for an acknowledgement of each. */
function listenToInteractions(app: App, answerer: Answerer): void {
  const { slack } = answerer;
  app.command(ANY, async ({ ack, body, client, context }) => {
    const request = readable(slack, () => parseCommand(body));
    if (request) await answerRequest(answerer, request, storedEvent("command", body, context), client, ack);
    else await ack();
  });
  app.action(ANY, async ({ ack, body, client, context }) => {
    const request = readable(slack, () => parsePress(body));
    if (!request) return ack();
    await answerRequest(answerer, request, storedEvent("press", body, context), client, ack);
  });
  app.shortcut(SHORTCUT_CALLBACK, async ({ ack, body, client, context }) => {
    const request = readable(slack, () => parseShortcut(body));
    if (request) await answerRequest(answerer, request, storedEvent("shortcut", body, context), client, ack);
    else await ack();
  });
  app.view<ViewSubmitAction>(new RegExp(`^${FORM_CALLBACK}`), async ({ ack, body, client, context }) => {
    await answerSubmission(answerer, storedEvent("submission", body, context), ack, client);
  });
}

/** What people say, and who opens the Home tab. */
function listenToMessages(app: App, answerer: Answerer): void {
  const { slack } = answerer;
  for (const event of ["app_mention", "message"] as const) {
    app.event(event, async ({ body, client, context }) => {
      const said = readable(slack, () => parseMessage(body, context.botUserId ?? "", context.retryNum ?? 0));
      const request = said && (await meantForUs(slack, said));
      if (request) await answerEvent(answerer, request, storedEvent("message", body, context), client);
    });
  }
  app.event("app_home_opened", async ({ body, client, context }) => {
    const request = readable(slack, () => parseHome(body));
    if (request) await answerEvent(answerer, request, storedEvent("home", body, context), client);
  });
}

function listenToRemovals(app: App, { slack }: Answerer, { installations, departures }: Removals): void {
  for (const event of ["app_uninstalled", "tokens_revoked"] as const) {
    app.event(event, async ({ body }) => {
      const ended = readable(slack, () => endedInstallation(body));
      if (ended === null) return;
      const at = new Date().toISOString();
      for (const id of ended.workspaces) await departures.left({ shell: "slack", id }, at);
      await installations?.delete(ended.key);
      slack.log.info({ workspaces: ended.workspaces }, "Slack says that the app was removed");
    });
  }
}

function readable<T>(slack: SlackContext, parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    logError(error, slack.log);
    return null;
  }
}
