import { z } from "zod";
import { type Faults, faultsOf } from "./faults.ts";
import { repeated, SelectOption } from "./message-rules.ts";

// The limits of https://docs.discord.com/developers/components/reference, for modals.
const CustomId = z.string().min(1).max(100);
const required = z.boolean().optional();

const TextInput = z
  .strictObject({
    type: z.literal(4),
    custom_id: CustomId,
    style: z.union([z.literal(1), z.literal(2)]),
    min_length: z.int().min(0).max(4_000).optional(),
    max_length: z.int().min(1).max(4_000).optional(),
    required,
    value: z.string().max(4_000).optional(),
    placeholder: z.string().max(100).optional(),
  })
  .refine(({ value = "", max_length = 4_000 }) => value.length <= max_length, "value is longer than max_length");

const range = {
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
};
interface Choosing {
  min_values?: number | undefined;
  max_values?: number | undefined;
  required?: boolean | undefined;
  options: { value: string; default?: boolean | undefined }[];
}
const mayChooseNone = ({ min_values, required: isRequired = true }: Choosing) => min_values !== 0 || !isRequired;
const isWithinMost = ({ max_values = 25, options }: Choosing) =>
  max_values <= options.length && preselected(options) <= max_values;
const isDistinct = ({ options }: Choosing) =>
  repeated(
    "option",
    options.map(({ value }) => value),
  ).length === 0;
const preselected = (options: Choosing["options"]) => options.filter((option) => option.default).length;

const StringSelect = z
  .strictObject({
    type: z.literal(3),
    custom_id: CustomId,
    placeholder: z.string().max(150).optional(),
    options: z.array(SelectOption).min(1).max(25),
    required,
    ...range,
  })
  .refine(mayChooseNone, "min_values 0 needs required false")
  .refine(isWithinMost, "more are chosen or choosable than may be")
  .refine(isDistinct, "an option comes twice");
const RadioGroup = z
  .strictObject({ type: z.literal(21), custom_id: CustomId, options: z.array(SelectOption).min(2).max(10), required })
  .refine(({ options }) => preselected(options) <= 1, "more than one is chosen")
  .refine(isDistinct, "an option comes twice");
const CheckboxGroup = z
  .strictObject({
    type: z.literal(22),
    custom_id: CustomId,
    options: z.array(SelectOption).min(1).max(10),
    required,
    ...range,
  })
  .refine(mayChooseNone, "min_values 0 needs required false")
  .refine(isWithinMost, "more are chosen or choosable than may be")
  .refine(isDistinct, "an option comes twice");
const Checkbox = z.strictObject({ type: z.literal(23), custom_id: CustomId, default: z.boolean().optional() });
const FileUpload = z.strictObject({
  type: z.literal(19),
  custom_id: CustomId,
  min_values: z.int().min(0).max(10).optional(),
  max_values: z.int().min(1).max(10).optional(),
  required,
});

const Label = z.strictObject({
  type: z.literal(18),
  label: z.string().min(1).max(45),
  description: z.string().min(1).max(100).optional(),
  component: z.discriminatedUnion("type", [TextInput, StringSelect, RadioGroup, CheckboxGroup, Checkbox, FileUpload]),
});

export const Modal = z.strictObject({
  custom_id: CustomId,
  title: z.string().min(1).max(45),
  components: z.array(Label).min(1).max(5),
});
export type Modal = z.infer<typeof Modal>;
export type ModalInput = Modal["components"][number]["component"];

/** What Discord would refuse of a modal; empty when it would show it. */
export function modalFaults(body: unknown): Faults {
  const parsed = Modal.safeParse(body);
  if (!parsed.success) return faultsOf(parsed.error);
  return repeated(
    "custom_id",
    parsed.data.components.map(({ component }) => component.custom_id),
  );
}
