import { z } from "zod";
import { type Faults, faultsOf } from "./faults.ts";

// The limits of https://docs.discord.com/developers/interactions/application-commands
const MAX_CHARACTERS = 8_000; // names, descriptions and values of a command together, its longest language counted
const Locale = z.enum([
  ..."bg cs da de el en-GB en-US es-419 es-ES fi fr hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi".split(
    " ",
  ),
  "zh-CN",
  "zh-TW",
]);
const ChatName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), "must be in lower case");
const MenuName = z.string().min(1).max(32);
const Description = z.string().min(1).max(100);
const localized = (value: z.ZodString) => z.partialRecord(Locale, value).optional();
const everywhere = {
  integration_types: z.array(z.union([z.literal(0), z.literal(1)])).optional(),
  contexts: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])).optional(),
  default_member_permissions: z.string().nullish(),
};

const Choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: localized(z.string().min(1).max(100)),
  value: z.union([z.string().max(100), z.number()]),
});
const Option = z
  .strictObject({
    type: z.int().min(3).max(11),
    name: ChatName,
    name_localizations: localized(ChatName),
    description: Description,
    description_localizations: localized(Description),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(Choice).max(25).optional(),
    min_length: z.int().min(0).max(6_000).optional(),
    max_length: z.int().min(1).max(6_000).optional(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices), "autocomplete excludes choices");
const ChatCommand = z.strictObject({
  type: z.literal(1),
  name: ChatName,
  name_localizations: localized(ChatName),
  description: Description,
  description_localizations: localized(Description),
  options: z
    .array(Option)
    .max(25)
    .refine(
      (options) =>
        options.every((option, at) => !option.required || options.slice(0, at).every((each) => each.required)),
      "required options come first",
    )
    .default([]),
  ...everywhere,
});
const MenuCommand = z.strictObject({
  type: z.union([z.literal(2), z.literal(3)]),
  name: MenuName,
  name_localizations: localized(MenuName),
  ...everywhere,
});
const Command = z.discriminatedUnion("type", [ChatCommand, MenuCommand]);
export type Command = z.infer<typeof Command>;

/** The command Discord would keep, or what it would refuse. Contexts are for global commands alone. */
export function checkCommand(body: unknown, scope: "global" | "guild"): { command: Command } | { faults: Faults } {
  const parsed = Command.safeParse(body);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const command = parsed.data;
  if (scope === "guild" && (command.contexts || command.integration_types))
    return { faults: ["contexts: only global commands have them"] };
  const size = characters(command);
  return size > MAX_CHARACTERS ? { faults: [`${size} characters of at most ${MAX_CHARACTERS}`] } : { command };
}

function characters(command: Command): number {
  const texts = (each: Pick<z.infer<typeof Option>, "name" | "description" | "choices">) =>
    each.name.length +
    each.description.length +
    (each.choices ?? []).reduce((sum, { name, value }) => sum + name.length + String(value).length, 0);
  if (command.type !== 1) return command.name.length;
  return texts({ ...command, choices: undefined }) + command.options.reduce((sum, option) => sum + texts(option), 0);
}
