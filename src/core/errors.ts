/** A problem the asker can fix. Shells show `message`, then `hint`; any other error is a bug and stays in the log. */
export class UserError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UserError";
    this.hint = hint;
  }
}

/**
 * Something the program depends on fails, such as a full disk, and nobody who asks can put it right. Shells show `message`,
 * `hint` and a reference; the log has its `cause`.
 */
export class UnavailableError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UnavailableError";
    this.hint = hint;
  }
}
