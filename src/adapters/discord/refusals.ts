import { DiscordAPIError } from "discord.js";

/** Discord refuses for good what was asked: no permission, no such place. Anything else may be an outage. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status >= 400 && error.status < 500 && error.status !== 429;

/** Whether Discord refused for one of these reasons. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const isCode = (error: unknown, ...codes: number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));
