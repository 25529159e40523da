/** How long PostgreSQL is waited for, in milliseconds. What takes longer is cut, so that one slow table stops nobody else. */
export interface DatabaseLimits {
  connectMs: number; // for a connection, new or from the pool
  statementMs: number; // for one statement
  lockMs: number; // for a row or a table that somebody else holds
  idleMs: number; // after this the server ends a transaction whose process fell silent, so that its locks stop nobody
}

/** Two tries to get a lock fit into the three seconds in which a platform wants its acknowledgement. */
export const DATABASE_LIMITS: DatabaseLimits = { connectMs: 5_000, statementMs: 5_000, lockMs: 1_000, idleMs: 30_000 };
