import type { Intent } from "../../app/conversation.ts";
import type { Tenant } from "../../app/ports/asker.ts";

/** Where something happened in Slack, and so where its answer goes. */
export interface Place {
  teamId: string;
  userId: string;
  userName: string | null;
  channelId: string | null;
  threadTs: string | null; // of the thread it happened in, or that a pressed card owns
  saidTs: string | null; // the message that said it in a channel, for all to read
  messageTs: string | null; // the message whose button was pressed
  ephemeral: boolean; // that message is the asker's alone
  offer: boolean; // that message offers a change of the thread that it stands in
  home: boolean; // it happened on the Home tab
  responseUrl: string | null;
  triggerId: string | null;
}

/** What somebody did in Slack, ready to be answered. `receipts` name it: who claims all of them first answers it. */
export interface SlackRequest {
  intent: Intent;
  place: Place;
  receipts: [string, ...string[]];
  click: string | null; // what was clicked, where that may be a double click
  addressed: boolean; // somebody waits for an answer; else it is to nobody, or an offer that nobody asked for
  retry: number | null; // for events: how many times Slack sent it before; null for what is sent once
}

export const tenantOf = ({ teamId }: Place): Tenant => ({ shell: "slack", id: teamId });

/** A place of which nothing is known yet but whose it is. */
export function placeOf(teamId: string, userId: string): Place {
  return {
    teamId,
    userId,
    userName: null,
    channelId: null,
    threadTs: null,
    saidTs: null,
    messageTs: null,
    ephemeral: false,
    offer: false,
    home: false,
    responseUrl: null,
    triggerId: null,
  };
}
