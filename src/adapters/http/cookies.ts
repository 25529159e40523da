import type { FastifyReply, FastifyRequest } from "fastify";

/** A cookie's value, or null where the browser sends none of that name. */
export function cookieOf({ headers }: FastifyRequest, name: string): string | null {
  const pairs = (headers.cookie ?? "").split(/; ?/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/**
 * Sets a cookie that no script can read, for so many seconds; 0 takes it away. `Lax`: a link from elsewhere finds people signed
 * in, which `Strict` would not; calls that change something are answered to our own page alone.
 */
export function setCookie(
  reply: FastifyReply,
  { name, value, seconds, secure }: { name: string; value: string; seconds: number; secure: boolean },
): void {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
  reply.header("set-cookie", `${name}=${value}; ${flags}`);
}
