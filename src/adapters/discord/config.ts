/** How to reach Discord, and as whom. */
export interface DiscordConfig {
  token: string;
  /** 64 hex digits. When set, interactions come as signed HTTP requests, and there is no gateway unless `shards` is set. */
  publicKey?: string;
  applicationId?: string;
  /** Where the API is; left out: Discord. */
  apiUrl?: string;
  /** Register the commands in these servers alone: there they are known at once. Left out: everywhere. */
  guildIds?: string[];
  /** This process's shards, of `shardCount`; `auto` and left out: all. */
  shards?: "auto" | number[];
  /** Left out: as many as the list of shards needs. */
  shardCount?: number;
  /** Ask for the privileged message content intent: plain replies in a card's thread are read then, not only mentions. */
  messageContent: boolean;
}
