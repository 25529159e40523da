import { z } from "zod";
import { UserError } from "../../core/errors.ts";
import { AnyObject } from "./objects.ts";

const ALIAS_HINT = "Write the list out once, without aliases.";
const List = z.object({ kind: z.string().endsWith("List"), items: z.array(z.unknown()) });

/**
 * The objects in documents, lists opened; those of a list need not name their kind.
 * @throws {UserError} for a list that an alias puts into itself: it would never end.
 */
export function objectsIn(documents: readonly unknown[]): AnyObject[] {
  const found: AnyObject[] = [];
  const opened = new Set<unknown>();
  const open = documents.toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const list = List.safeParse(next).data;
    if (list === undefined) {
      found.push(checked(AnyObject, next, "The file holds something that is no Kubernetes object"));
      continue;
    }
    const { items } = next as { items: unknown };
    if (opened.has(items)) throw new UserError("The file holds a list twice, or a list in itself.", ALIAS_HINT);
    opened.add(items);
    for (const item of list.items.toReversed()) open.push(withKind(item, list.kind.slice(0, -"List".length)));
  }
  return found;
}

const withKind = (item: unknown, kind: string) =>
  typeof item === "object" && item !== null && !("kind" in item) && kind !== "" ? { ...item, kind } : item;

/** The value as its schema has it. @throws {UserError} beginning with `what`, for the first fault. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UserError(
    `${what}: ${issue?.path.join(".") || "it"}: ${issue?.message ?? "unknown fault"}.`,
    "Each needs a kind and, where it runs something, containers. `kubectl apply --dry-run=client -f FILE` checks it.",
  );
}
