/**
 * The same with no NUL in any of its texts: PostgreSQL keeps none, and nobody types one on purpose. Everything else that a
 * person can send is kept as it came.
 */
export function storable<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll("\0", "") as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)])) as T;
}
