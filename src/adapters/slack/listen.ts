import type { App, ViewSubmitAction } from "@slack/bolt";
import type { InstallationStore } from "../../app/ports.ts";
import { answer, type Desk } from "./desk.ts";
import type { Heard } from "./heard.ts";
import { hearCommand, hearPress, hearShortcut } from "./parse.ts";
import { endedInstallation, hearHome, hearMessage } from "./parse-event.ts";
import { FORM_CALLBACK } from "./render-form.ts";
import { answerSubmission } from "./submissions.ts";
import { inWords } from "./trouble.ts";
import type { Client } from "./web.ts";

export const SHORTCUT_CALLBACK = "ask_about_message";

const ANY = /[\s\S]*/;

/** Makes the app answer everything it hears. Acknowledges first; what it cannot read it logs and lets go. */
export function listen(app: App, desk: Desk, installations: InstallationStore | null): void {
  const hear = async (parse: () => Heard | null, client: Client) => {
    const heard = readable(desk, parse);
    if (heard) await answer(desk, heard, client);
  };
  app.command(ANY, async ({ ack, body, client }) => {
    await ack();
    await hear(() => hearCommand(body), client);
  });
  app.action(ANY, async ({ ack, body, client }) => {
    await ack();
    await hear(() => hearPress(body), client);
  });
  app.shortcut(SHORTCUT_CALLBACK, async ({ ack, body, client }) => {
    await ack();
    await hear(() => hearShortcut(body), client);
  });
  app.view<ViewSubmitAction>(new RegExp(`^${FORM_CALLBACK}`), async ({ ack, body, client }) => {
    await answerSubmission(desk, body, ack, client);
  });
  for (const event of ["app_mention", "message"] as const) {
    app.event(event, async ({ body, client, context }) => {
      await hear(() => hearMessage(body, context.botUserId ?? ""), client);
    });
  }
  app.event("app_home_opened", async ({ body, client }) => hear(() => hearHome(body), client));
  for (const event of ["app_uninstalled", "tokens_revoked"] as const) {
    app.event(event, async ({ body }) => {
      const key = readable(desk, () => endedInstallation(body));
      if (key !== null) await installations?.delete(key);
    });
  }
}

function readable<T>(desk: Desk, parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    inWords(error, desk.log);
    return null;
  }
}
