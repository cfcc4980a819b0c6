/** A failure as RFC 9457 describes it (`application/problem+json`). */
export interface Problem {
  /** What kind of failure it is, as a URN that ends with `code`. */
  readonly type: string;
  /** What kind of failure it is, in words that are the same for each of its kind. */
  readonly title: string;
  /**
   * The HTTP status.
   *
   * @asType integer
   */
  readonly status: number;
  /** What happened, with which value, and how to mend it. */
  readonly detail: string;
  /** Stable code, listed in docs/errors.md, never reused. */
  readonly code: string;
  /** One entry per wrong parameter; empty when no parameter is at fault. */
  readonly errors: readonly ProblemPointer[];
}

/** A parameter that is wrong. */
export interface ProblemPointer {
  /** The name of the query parameter. */
  readonly parameter: string;
  /** What is wrong with it. */
  readonly detail: string;
}
