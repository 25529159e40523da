import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  type RawFile,
} from "discord.js";
import { clip } from "../../../cards/clip.ts";

const MAX_NOTE = 2_000; // characters

/** A message ready to send: JSON and the files it refers to. */
export interface Message {
  body: {
    flags: number;
    components: APIMessageTopLevelComponent[];
    attachments: { id: string; filename: string; description?: string }[];
    allowed_mentions: { parse: [] };
  };
  files: RawFile[];
}

/** A message of `components`. It mentions nobody, whatever it says, and every file it names is its own. */
export function message(
  components: APIMessageTopLevelComponent[],
  files: { name: string; data: Uint8Array | string; mediaType: string; alt?: string }[] = [],
): Message {
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components,
      attachments: files.map(({ name, alt }, id) => ({
        id: String(id),
        filename: name,
        ...(alt ? { description: alt } : {}),
      })),
      allowed_mentions: { parse: [] },
    },
    files: files.map(({ name, data, mediaType }) => ({
      name,
      data: typeof data === "string" ? data : Buffer.from(data),
      contentType: mediaType,
    })),
  };
}

/** The same for the asker's eyes alone; only an interaction can be answered so. */
export const ephemeral = ({ body, files }: Message): Message => ({
  body: { ...body, flags: body.flags | MessageFlags.Ephemeral },
  files,
});

/** An edit may not touch who sees a message. */
export const forEdit = (body: Message["body"]): Message["body"] => ({
  ...body,
  flags: body.flags & ~MessageFlags.Ephemeral,
});

/** A few words of ours, as Markdown, with a button where there is something to do about it. */
export function note(markdown: string, act: APIButtonComponentWithCustomId | null = null): Message {
  const text = { type: ComponentType.TextDisplay as const, content: clip(markdown, MAX_NOTE) };
  return message(act === null ? [text] : [text, { type: ComponentType.ActionRow, components: [act] }]);
}
