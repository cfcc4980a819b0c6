/** A bound on memory: some megabytes. */
const MAX_TEXTS = 10_000;

/** Remembers what a rule makes of a text, for a log says the same again and again. */
export class TextMemo {
  private readonly results = new Map<string, string>();

  /** @param rule Gives the same result for a text whenever it is asked. */
  constructor(private readonly rule: (text: string) => string) {}

  get(text: string): string {
    const known = this.results.get(text);
    if (known !== undefined) return known;
    if (this.results.size === MAX_TEXTS) this.results.clear();
    const result = this.rule(text);
    this.results.set(text, result);
    return result;
  }
}
