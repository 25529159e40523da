const MOST_NAMES = 5;

/** Gathers what is to be said of many things at once: one sentence a matter, in the order first met. */
export class Notes {
  readonly #about = new Map<(names: string, count: number) => string, string[]>();

  /** Remembers that `say` holds of `name`. */
  add(say: (names: string, count: number) => string, name: string): void {
    const names = this.#about.get(say);
    if (names === undefined) this.#about.set(say, [name]);
    else names.push(name);
  }

  /** Every matter as a sentence, with how many things it is about and the names of the first few. */
  sentences(): string[] {
    return [...this.#about].map(([say, names]) => say(listed(names), names.length));
  }
}

function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length - MOST_NAMES;
  const shown = distinct.slice(0, MOST_NAMES).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}
