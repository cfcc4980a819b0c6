import type { Problem, ProblemPointer } from '@license-monitor/api-contract';

/** Stable codes of failures, listed in docs/errors.md and never reused. */
export const PROBLEMS = {
  LM_QUERY_INVALID: { status: 400, title: 'The request is not understood' },
  LM_REQUEST_TOO_LONG: { status: 431, title: 'The address is too long' },
  LM_CURSOR_INVALID: { status: 400, title: 'The cursor is not one of ours' },
  LM_EXPORT_TOO_LARGE: { status: 413, title: 'The answer is too large for this form' },
  LM_NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  LM_STREAM_FULL: { status: 503, title: 'Too many live streams are open' },
  LM_STORE_NOT_READY: { status: 503, title: 'The monitor has not created its stores yet' },
  LM_QUERY_TIMEOUT: { status: 503, title: 'The answer takes too long' },
  LM_STORE_FAILED: { status: 503, title: 'The stores cannot be read' },
  LM_INTERNAL: { status: 500, title: 'Something went wrong in the API' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A failure that the caller is told of as it is. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly pointers: readonly ProblemPointer[] = [],
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }

  toProblem(): Problem {
    const { status, title } = PROBLEMS[this.code];
    const type = `urn:license-monitor:problem:${this.code}`;
    return { type, title, status, detail: this.message, code: this.code, errors: this.pointers };
  }
}
