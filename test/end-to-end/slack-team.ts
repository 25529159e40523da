import { eventually, SIGNING_SECRET } from "../adapters/slack/setup.ts";
import type { Address } from "../adapters/store/processes.ts";
import { httpLink } from "../slack-stand-in/links.ts";
import { SlackPerson } from "../slack-stand-in/person.ts";
import { SlackStandIn } from "../slack-stand-in/server.ts";
import type { Message, Workspace } from "../slack-stand-in/workspace.ts";
import { insisting, PATIENCE_MS, type Running, run } from "./running.ts";

export const CHANNEL = "C1";
export const TEAM = { shell: "slack", id: "T1" } as const;

/** A workspace with one channel, where Ann is the admin, and as many processes as are started to serve it over signed HTTP. */
export interface SlackTeam {
  slack: SlackStandIn;
  workspace: Workspace;
  start(address: Address, settings?: Record<string, string>): Promise<Running>;
  /** Somebody whose events reach that process. */
  person(id: string, through: Running): SlackPerson;
  /** What was posted and is so, as soon as it is. */
  message(find: (message: Message) => boolean): Promise<Message>;
  /** What the bot wrote under a message for all to see. */
  under(card: Message): Message[];
  stop(): Promise<void>;
}

export async function slackTeam(): Promise<SlackTeam> {
  const slack = await SlackStandIn.start();
  const workspace = slack.workspace(TEAM.id);
  workspace.channel(CHANNEL);
  workspace.admins.add("UANN");
  return {
    slack,
    workspace,
    start: ({ dataDir, databaseUrl }, settings = {}) =>
      run({
        DATA_DIR: dataDir,
        ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
        LIMIT_PER_WORKSPACE: "0", // a storm of people
        SLACK_API_URL: slack.apiUrl,
        SLACK_BOT_TOKEN: workspace.botToken,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        ...settings,
      }),
    person: (id, { address }) =>
      new SlackPerson(slack, workspace, httpLink(`${address}/slack/events`, SIGNING_SECRET), id),
    message: (find) => eventually(() => workspace.messages.find(find), PATIENCE_MS),
    under: (card) => workspace.messages.filter(({ threadTs, onlyFor }) => threadTs === card.ts && onlyFor === null),
    stop: () => slack.stop(),
  };
}

/** Asks with words and shares the answer with the channel. */
export async function sharedCard(team: SlackTeam, asker: SlackPerson, words: string): Promise<Message> {
  await insisting(() => asker.command("/k8s-advise", words, CHANNEL));
  const draft = await team.message(({ onlyFor, blocks }) => onlyFor === asker.id && blocks.length > 3);
  await insisting(() => asker.press(draft, "Share"));
  return team.message(({ onlyFor, channel, threadTs }) => onlyFor === null && channel === CHANNEL && threadTs === null);
}

/** The choices of the menu with that placeholder. */
export function choicesOf({ blocks }: Message, placeholder: string): { label: string; value: string }[] {
  const menus = (blocks as Block[]).flatMap((block) => (block.type === "actions" ? block.elements : []));
  const menu = menus.find((one) => one.placeholder?.text === placeholder);
  return menu?.options.map(({ text, value }) => ({ label: text.text, value })) ?? [];
}

interface Block {
  type: string;
  elements: { placeholder?: { text: string }; options: { text: { text: string }; value: string }[] }[];
}
