/** A failure as RFC 9457 describes it (`application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What happened, with which value, and how to mend it. */
  readonly detail: string;
  /** Stable code, listed in docs/errors.md, never reused. */
  readonly code: string;
  /** One entry per wrong parameter; empty when no parameter is at fault. */
  readonly errors: readonly ProblemPointer[];
}

export interface ProblemPointer {
  /** The name of the query parameter. */
  readonly parameter: string;
  readonly detail: string;
}
