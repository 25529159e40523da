import { z } from "zod";
import { type Faults, faultsOf } from "./faults.ts";

// The limits of https://docs.discord.com/developers/components/reference, for messages.
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const MAX_ATTACHMENTS = 10;
const COMPONENTS_V2 = 1 << 15;
const EPHEMERAL = 1 << 6;

const id = z.int().min(0).optional();
const CustomId = z.string().min(1).max(100);
const Label = z.string().min(1).max(80);
const AttachmentUrl = z.string().startsWith("attachment://");

const Button = z.union([
  z.strictObject({
    type: z.literal(2),
    id,
    style: z.int().min(1).max(4),
    label: Label,
    custom_id: CustomId,
    disabled: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal(2), id, style: z.literal(5), label: Label, url: z.url().max(512) }),
]);
export const SelectOption = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().min(1).max(100).optional(),
  default: z.boolean().optional(),
});
const Select = z.strictObject({
  type: z.literal(3),
  id,
  custom_id: CustomId,
  placeholder: z.string().max(150).optional(),
  options: z.array(SelectOption).min(1).max(25),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
});
const Row = z.strictObject({
  type: z.literal(1),
  id,
  components: z.union([z.array(Button).min(1).max(5), z.array(Select).length(1)]),
});
const Text = z.strictObject({ type: z.literal(10), id, content: z.string().trim().min(1).max(MAX_TEXT) });
const Thumbnail = z.strictObject({
  type: z.literal(11),
  id,
  media: z.strictObject({ url: z.string() }),
  description: z.string().max(1_024).optional(),
});
const Section = z.strictObject({
  type: z.literal(9),
  id,
  components: z.array(Text).min(1).max(3),
  accessory: z.union([Button, Thumbnail]),
});
const GalleryItem = z.strictObject({
  media: z.strictObject({ url: z.union([AttachmentUrl, z.url({ protocol: /^https?$/ })]) }),
  description: z.string().min(1).max(1_024).optional(),
});
const Gallery = z.strictObject({ type: z.literal(12), id, items: z.array(GalleryItem).min(1).max(10) });
const File = z.strictObject({ type: z.literal(13), id, file: z.strictObject({ url: AttachmentUrl }) });
const Separator = z.strictObject({
  type: z.literal(14),
  id,
  divider: z.boolean().optional(),
  spacing: z.union([z.literal(1), z.literal(2)]).optional(),
});
const Inside = z.discriminatedUnion("type", [Row, Section, Text, Gallery, File, Separator]);
const Container = z.strictObject({
  type: z.literal(17),
  id,
  accent_color: z.int().min(0).max(0xffffff).optional(),
  spoiler: z.boolean().optional(),
  components: z.array(Inside).min(1),
});
const TopLevel = z.discriminatedUnion("type", [Row, Section, Text, Gallery, File, Separator, Container]);

const Attachment = z.strictObject({
  id: z.string().regex(/^\d{1,20}$/), // a small number: the file of that place in this request; else one that stays
  filename: z
    .string()
    .regex(/^[\w.-]{1,260}$/)
    .optional(),
  description: z.string().max(1_024).optional(),
});

export const MessageBody = z.strictObject({
  flags: z.int().refine((flags) => (flags & ~(COMPONENTS_V2 | EPHEMERAL)) === 0, "only these flags may be set"),
  components: z.array(TopLevel).min(1),
  attachments: z.array(Attachment).max(MAX_ATTACHMENTS).default([]),
  allowed_mentions: z.strictObject({ parse: z.array(z.enum(["everyone", "roles", "users"])) }).optional(),
  message_reference: z.strictObject({ message_id: z.string(), fail_if_not_exists: z.boolean() }).optional(),
});
export type MessageBody = z.infer<typeof MessageBody>;
export type Component = z.infer<typeof TopLevel>;
export type Part =
  | Component
  | z.infer<typeof Inside>
  | z.infer<typeof Button>
  | z.infer<typeof Select>
  | z.infer<typeof Thumbnail>;

/** Every component of a message, nested ones too, in the order they are read. */
export function partsOf(components: Part[]): Part[] {
  return components.flatMap((part) => [
    part,
    ...("components" in part ? partsOf(part.components) : []),
    ...("accessory" in part ? [part.accessory] : []),
  ]);
}

/** What Discord would refuse of a Components V2 message with files of these names; empty when it would take it. */
export function messageFaults(body: unknown, fileNames: string[]): Faults {
  const parsed = MessageBody.safeParse(body);
  if (!parsed.success) return faultsOf(parsed.error);
  const { components, flags, attachments } = parsed.data;
  const parts = partsOf(components);
  const text = parts.reduce((sum, part) => sum + (part.type === 10 ? part.content.length : 0), 0);
  const uploaded = attachments.filter(({ id }) => Number(id) < MAX_ATTACHMENTS);
  return [
    ...((flags & COMPONENTS_V2) === 0 ? ["flags: IS_COMPONENTS_V2 is missing"] : []),
    ...(parts.length > MAX_COMPONENTS ? [`components: ${parts.length} of at most ${MAX_COMPONENTS}`] : []),
    ...(text > MAX_TEXT ? [`components: ${text} characters of at most ${MAX_TEXT}`] : []),
    ...repeated(
      "custom_id",
      parts.flatMap((part) => ("custom_id" in part ? [part.custom_id] : [])),
    ),
    ...repeated(
      "id",
      parts.flatMap((part) => (part.id ? [String(part.id)] : [])),
    ),
    ...parts.flatMap((part) =>
      part.type === 3
        ? repeated(
            "option",
            part.options.map(({ value }) => value),
          )
        : [],
    ),
    ...(uploaded.length === fileNames.length
      ? []
      : [`attachments: ${uploaded.length} listed, ${fileNames.length} sent`]),
    ...attachmentFaults(
      parts,
      attachments.map(({ filename }) => filename ?? ""),
    ),
  ];
}

export function repeated(what: string, values: string[]): Faults {
  const twice = new Set(values.filter((value, at) => values.indexOf(value) !== at));
  return [...twice].map((value) => `${what}: ${value} comes twice`);
}

/** A file shows only where a component names it, and a component may only name a file that is there. */
function attachmentFaults(parts: Part[], names: string[]): Faults {
  const urls = parts.flatMap((part) => {
    if (part.type === 13) return [part.file.url];
    return part.type === 12 ? part.items.map(({ media }) => media.url) : [];
  });
  const named = urls.flatMap((url) => (url.startsWith("attachment://") ? [url.slice("attachment://".length)] : []));
  return [
    ...repeated("attachment", names),
    ...named.filter((name) => !names.includes(name)).map((name) => `attachment://${name} is not attached`),
    ...names.filter((name) => !named.includes(name)).map((name) => `attachment ${name} is shown nowhere`),
  ];
}
