import { phrasesFor } from "../text/phrases.ts";
import {
  freePhraseAt,
  isFree,
  learn,
  negationBefore,
  quote,
  type Reading,
  take,
  wordAfter,
  wordAt,
} from "./reading.ts";

/** Stores of data that may run in the cluster or be bought. */
const DATABASES = phrasesFor({
  any: "postgres postgresql mysql mariadb mongodb mongo redis rabbitmq database databases db dbs".split(" "),
});
const JOINS = new Set([",", "and", "+", "&", "/", "or"]);
const INSIDE = new Set(["cluster", "kubernetes", "k8s"]);
const MANAGED = new Set(["managed", "hosted"]);

/** "Postgres and Redis in the cluster" keep their data there; where a database runs that is only named is asked. */
export function readDatabases(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const first = freePhraseAt(r, DATABASES, at);
    if (first === null) continue;
    const to = listEnd(r, first.next);
    readPlace(r, at, to);
    at = to - 1;
  }
}

/** "postgres, mysql and redis" up to its end. */
function listEnd(r: Reading, from: number): number {
  let to = from;
  for (;;) {
    let next = to;
    while (next < to + 2 && JOINS.has(wordAt(r, next))) next += 1;
    const other = freePhraseAt(r, DATABASES, next);
    if (other === null) return to;
    to = other.next;
  }
}

function readPlace(r: Reading, from: number, to: number): void {
  if (negationBefore(r, from) >= 0) return;
  const inside = wordAt(r, to) === "in" || wordAt(r, to) === "inside" ? wordAfter(r, to + 1, INSIDE, 3) : -1;
  if (inside >= 0 && isFree(r, from, inside + 1)) {
    learn(r, from, inside + 1, "features", "stateful");
    return;
  }
  if (MANAGED.has(wordAt(r, from - 1))) {
    learn(r, from - 1, to, "features", "managed-database");
    return;
  }
  const beside = r.facts.some(({ key, value, to: end }) => key === "features" && PLACED.has(value) && end >= from - 2);
  if (beside && JOINS.has(wordAt(r, from - 1))) {
    take(r, from, to); // "managed MySQL and Redis"
    return;
  }
  if (r.facts.some(({ key, value }) => ["features", "without"].includes(key) && PLACED.has(value))) return;
  take(r, from, to);
  r.questions.push(
    `"${quote(r, from, to)}": in the cluster or managed by the provider? Neither is planned until you say so.`,
  );
}
const PLACED = new Set<unknown>(["stateful", "managed-database"]);
