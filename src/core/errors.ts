/** A problem the asker can fix. Shells show `message`, then `hint`; any other error is a bug and stays in the log. */
export class UserError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UserError";
    this.hint = hint;
  }
}
