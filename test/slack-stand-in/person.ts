import { randomBytes } from "node:crypto";
import type { Ack, Link } from "./links.ts";
import { checkedView } from "./methods.ts";
import type { SlackStandIn } from "./server.ts";
import type { Message, OpenView, Workspace } from "./workspace.ts";

type Json = Record<string, unknown>;
type Answer = string | string[] | { name: string; size: number; url_private_download: string }[];

interface Element {
  type: string;
  action_id: string;
  text?: { text: string };
  placeholder?: { text: string };
  value?: string;
  options?: { text: { text: string }; value: string }[];
  initial_value?: string;
  initial_option?: { value: string };
  initial_options?: { value: string }[];
}
interface Block {
  type: string;
  block_id?: string;
  optional?: boolean;
  elements?: Element[];
  element?: Element;
  accessory?: Element;
}

/** Somebody in a workspace, at the keyboard. */
export class SlackPerson {
  readonly id: string;
  private readonly slack: SlackStandIn;
  private readonly workspace: Workspace;
  private readonly link: Link;

  constructor(slack: SlackStandIn, workspace: Workspace, link: Link, id: string) {
    this.slack = slack;
    this.workspace = workspace;
    this.link = link;
    this.id = id;
  }

  command(command: string, text: string, channel: string): Promise<Ack> {
    return this.link.send("slash_commands", {
      command,
      text,
      team_id: this.workspace.id,
      team_domain: "stand-in",
      user_id: this.id,
      user_name: this.id.toLowerCase(),
      channel_id: channel,
      channel_name: "channel",
      api_app_id: "A1",
      is_enterprise_install: "false",
      trigger_id: this.workspace.trigger(this.id),
      response_url: this.replyUrl(channel, null),
    });
  }

  /** Presses the button with that label, or picks `choice` from the menu with that placeholder. */
  press(message: Message, label: string, choice?: string, actionTs?: string): Promise<Ack> {
    const ephemeral = message.onlyFor !== null;
    const thread = message.threadTs === null ? {} : { thread_ts: message.threadTs };
    return this.act(message.blocks, label, choice, actionTs, {
      channel: { id: message.channel, name: "channel" },
      container: {
        type: "message",
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: ephemeral,
        ...thread,
      },
      ...(ephemeral ? {} : { message: { ts: message.ts, text: message.text, ...thread } }),
      response_url: this.replyUrl(message.channel, message),
    });
  }

  /** The same on the person's Home tab. */
  pressAtHome(label: string): Promise<Ack> {
    const view = this.workspace.homes.get(this.id) ?? {};
    return this.act(view.blocks, label, undefined, undefined, { container: { type: "view", view_id: "VHOME" }, view });
  }

  /** The form the person has open; the newest if there are several. */
  form(): OpenView {
    const mine = [...this.workspace.views.values()].filter(({ user }) => user === this.id);
    const open = mine.at(-1);
    if (!open) throw new Error("no view is open");
    return open;
  }

  /** Sends the open form with these answers by question, the others as they stand. What Slack does with the answer happens. */
  async submit(answers: Record<string, Answer> = {}, change: Json = {}): Promise<Ack> {
    const { id, view } = this.form();
    const blocks = view.blocks as Block[];
    const inputs = blocks.filter(({ type }) => type === "input");
    for (const key of Object.keys(answers)) {
      if (!inputs.some(({ block_id }) => block_id === key)) throw new Error(`the form does not ask ${key}`);
    }
    const values = Object.fromEntries(
      inputs.map((block) => [block.block_id, filledIn(block, answers[block.block_id ?? ""])]),
    );
    const numbered = blocks.map((block, index) => ({ ...block, block_id: block.block_id ?? `b${index}` }));
    const ack = await this.link.send("interactive", {
      type: "view_submission",
      team: { id: this.workspace.id, domain: "stand-in" },
      user: { id: this.id, name: this.id.toLowerCase(), team_id: this.workspace.id },
      trigger_id: this.workspace.trigger(this.id),
      view: { ...view, blocks: numbered, id, hash: "1.a", state: { values } },
      response_urls: [],
      ...change,
    });
    this.afterSubmission(id, inputs, ack.body);
    return ack;
  }

  /** "Ask the advisor about this message" on somebody's message. */
  shortcut(callbackId: string, text: string, channel: string): Promise<Ack> {
    return this.link.send("interactive", {
      ...this.interaction("message_action"),
      callback_id: callbackId,
      channel: { id: channel, name: "channel" },
      message: { type: "message", user: "UOTHER", ts: this.workspace.nextTs(), text },
      response_url: this.replyUrl(channel, null),
    });
  }

  /** Writes a message, which reaches the app as Slack sends it: with a mention, twice. Gives the events. */
  async say(text: string, channel: string, under: Message | null = null, change: Json = {}): Promise<Json[]> {
    const thread = under === null ? {} : { thread_ts: under.ts, parent_user_id: under.user };
    const channel_type = channel.startsWith("D") ? "im" : "channel";
    const event = { user: this.id, text, ts: this.workspace.nextTs(), channel, ...thread, ...change };
    const events: Json[] = [this.envelope({ type: "message", channel_type, ...event })];
    if (text.includes(`<@${this.workspace.botUserId}>`)) events.push(this.envelope({ type: "app_mention", ...event }));
    await Promise.all(events.map((one) => this.link.send("events_api", one)));
    return events;
  }

  /** Delivers an event again, as Slack does when it was not acknowledged. */
  redeliver(event: Json, retry: number): Promise<Ack> {
    return this.link.send("events_api", event, retry);
  }

  openHome(): Promise<Ack> {
    return this.event({ type: "app_home_opened", user: this.id, channel: `D${this.id}`, tab: "home" });
  }

  event(event: Json): Promise<Ack> {
    return this.link.send("events_api", this.envelope(event));
  }

  private envelope(event: Json): Json {
    return {
      type: "event_callback",
      token: "t",
      team_id: this.workspace.id,
      api_app_id: "A1",
      event_id: `Ev${randomBytes(5).toString("hex")}`,
      event_time: 1,
      authorizations: [{ team_id: this.workspace.id, user_id: this.workspace.botUserId, is_bot: true }],
      event,
    };
  }

  private interaction(type: string): Json {
    return {
      type,
      team: { id: this.workspace.id, domain: "stand-in" },
      user: { id: this.id, username: this.id.toLowerCase(), name: this.id.toLowerCase(), team_id: this.workspace.id },
      api_app_id: "A1",
      trigger_id: this.workspace.trigger(this.id),
      is_enterprise_install: false,
      enterprise: null,
    };
  }

  private act(
    blocks: unknown,
    label: string,
    choice: string | undefined,
    at: string | undefined,
    rest: Json,
  ): Promise<Ack> {
    const elements = (blocks as Block[]).flatMap(({ type, elements: inRow = [], accessory }) => [
      ...(type === "actions" ? inRow : []),
      ...(accessory === undefined ? [] : [accessory]),
    ]);
    const named = (one: Element) => one.options?.find((option) => option.text.text === label);
    const element =
      elements.find((one) => (one.text ?? one.placeholder)?.text === label) ??
      elements.find((one) => one.type === "overflow" && named(one) !== undefined); // behind the three dots
    if (!element) throw new Error(`there is no ${label} to press`);
    const selected =
      element.type === "overflow" ? named(element) : element.options?.find((option) => option.text.text === choice);
    const { action_id, type, value } = element;
    const action_ts = at ?? (Date.now() / 1000).toFixed(6);
    const chosen = selected ? { selected_option: selected } : value === undefined ? {} : { value };
    const action = { type, action_id, block_id: "b", action_ts, ...chosen };
    return this.link.send("interactive", { ...this.interaction("block_actions"), ...rest, actions: [action] });
  }

  /** Slack checks what it is to show and closes the view when it is to show nothing. */
  private afterSubmission(id: string, inputs: Block[], body: unknown): void {
    const answer = body as { response_action?: string; errors?: Record<string, string>; view?: unknown } | null;
    const open = this.workspace.views.get(id);
    if (answer === null) this.workspace.views.delete(id);
    else if (answer.response_action === "errors") {
      for (const [key, text] of Object.entries(answer.errors ?? {})) {
        if (!inputs.some(({ block_id }) => block_id === key) || text === "")
          throw new Error(`no input to show ${key} at`);
      }
    } else if (answer.response_action === "update" && open) open.view = checkedView(answer.view);
  }

  private replyUrl(channel: string, message: Message | null): string {
    return this.slack.origin + this.workspace.replyPath(channel, this.id, message);
  }
}

/** What Slack sends for one input: the answer, or what stands there. */
function filledIn({ element, optional }: Block, answer: Answer | undefined): Json {
  if (!element) throw new Error("an input block without an element");
  const { type, action_id } = element;
  const state = { type, ...given(element, answer) };
  const isEmpty = Object.values(state)
    .slice(1)
    .every((value) => value === null || (Array.isArray(value) && value.length === 0));
  if (isEmpty && !optional) throw new Error(`Slack would not send the form without ${action_id}`);
  return { [action_id]: state };
}

function given(element: Element, answer: Answer | undefined): Json {
  const offered = (value: string) => {
    const option = element.options?.find((one) => one.value === value);
    if (!option) throw new Error(`${value} is not offered`);
    return option;
  };
  switch (element.type) {
    case "static_select":
    case "radio_buttons":
      return { selected_option: typeof answer === "string" ? offered(answer) : (element.initial_option ?? null) };
    case "multi_static_select":
    case "checkboxes":
      return {
        selected_options: Array.isArray(answer)
          ? answer.map((one) => offered(String(one)))
          : (element.initial_options ?? []),
      };
    case "file_input":
      return { files: Array.isArray(answer) ? answer : [] };
    default:
      return { value: answer ?? element.initial_value ?? null };
  }
}
