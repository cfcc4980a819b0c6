import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@license-monitor/api-contract';

/** Why an answer is missing, in words for the person at the screen. */
export interface Failure {
  readonly what: string;
  /** Stable code of the API; null when the API itself did not answer. */
  readonly code: string | null;
  readonly detail: string;
  /** One line per wrong parameter. */
  readonly hints: readonly string[];
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  return 'title' in body && 'code' in body && typeof body.code === 'string';
}

function fromProblem(problem: Problem): Failure {
  return {
    what: problem.title,
    code: problem.code,
    detail: problem.detail,
    hints: (problem.errors ?? []).map(({ parameter, detail }) => `${parameter}: ${detail}`),
  };
}

/** Turns whatever an HTTP request threw into a {@link Failure}. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof HttpErrorResponse)) {
    return {
      what: 'The answer could not be read.',
      code: null,
      detail: error instanceof Error ? error.message : String(error),
      hints: [],
    };
  }
  if (isProblem(error.error)) return fromProblem(error.error);
  return {
    what: error.status === 0 ? 'The API did not answer.' : `The API answered ${error.status}.`,
    code: null,
    detail: 'Check that the API is running and that this page was opened at its address.',
    hints: [],
  };
}
