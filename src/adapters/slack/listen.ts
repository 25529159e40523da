import type { App, ViewSubmitAction } from "@slack/bolt";
import type { Intent } from "../../app/conversation.ts";
import type { InstallationStore } from "../../app/ports.ts";
import type { Action } from "../../cards/card.ts";
import { ACK_BEFORE_MS } from "./acknowledge.ts";
import { answer, type Desk, within } from "./desk.ts";
import type { Heard } from "./heard.ts";
import { hearCommand, hearPress, hearShortcut } from "./parse.ts";
import { endedInstallation, hearHome, hearMessage } from "./parse-event.ts";
import { FORM_CALLBACK } from "./render-form.ts";
import { answerSubmission } from "./submissions.ts";
import { inWords } from "./trouble.ts";
import type { Client } from "./web.ts";

export const SHORTCUT_CALLBACK = "ask_about_message";

const ANY = /[\s\S]*/;
const CHANGES = new Set<Action["name"]>(["vote", "withdraw-vote", "undo"]); // presses that change what the team keeps

/** Makes the app answer everything it hears. What it cannot read it logs and lets go. */
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
    const heard = readable(desk, () => hearPress(body));
    if (heard && changesMemory(heard.intent)) return answerOnceKept(desk, heard, client, ack);
    await ack();
    if (heard) await answer(desk, heard, client);
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
      const retry = context.retryNum ?? 0;
      await hear(() => hearMessage(body, context.botUserId ?? "", retry), client);
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

/** Acknowledges when what was pressed is lasting, or when Slack waits no longer: a press it was told of is never lost. */
async function answerOnceKept(desk: Desk, heard: Heard, client: Client, ack: () => Promise<void>): Promise<void> {
  let answered = Promise.resolve();
  const kept = new Promise<void>((resolve) => {
    answered = answer(desk, heard, client, resolve).then(resolve);
  });
  await within(kept, ACK_BEFORE_MS);
  await ack();
  await answered;
}

const changesMemory = (intent: Intent): boolean => intent.kind === "press" && CHANGES.has(intent.action);

function readable<T>(desk: Desk, parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    inWords(error, desk.log);
    return null;
  }
}
