import { randomUUID } from "node:crypto";
import { type Asker, TERMINAL } from "../ports/asker.ts";

/** A program that asks on this machine or with the access token: it has the terminal's defaults, and shares its answers by id. */
export const program = (): Asker => ({
  tenant: TERMINAL,
  person: { id: "program", name: "a program", isAdmin: false, groups: [] },
  channelId: null,
  threadId: null,
  deliveryId: randomUUID(),
});
