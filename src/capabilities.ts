import { TERMINAL } from "./adapters/cli/capabilities.ts";
import { DISCORD } from "./adapters/discord/capabilities.ts";
import { PLAYGROUND } from "./adapters/playground/capabilities.ts";
import { SLACK } from "./adapters/slack/capabilities.ts";
import type { ShellCapabilities } from "./app/delivery/capabilities.ts";

/** What each shell's platform can do. */
export const CAPABILITIES: ShellCapabilities = {
  slack: SLACK,
  discord: DISCORD,
  playground: PLAYGROUND,
  cli: TERMINAL,
};
