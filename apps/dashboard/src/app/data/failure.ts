import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@license-monitor/api-contract';

/** Why an answer is missing, in words for the person at the screen. */
export interface Failure {
  readonly what: string;
  /** Stable code of the API; null when the API itself did not answer. */
  readonly code: string | null;
  readonly detail: string;
  /** The language of the detail and the hints where it is not that of the page: the API speaks English. */
  readonly language?: 'en';
  /** One line per wrong parameter. */
  readonly hints: readonly string[];
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  return 'title' in body && 'code' in body && typeof body.code === 'string';
}

/** What the codes of docs/errors.md say; one that is not here is said in the words of the API. */
const problemTitles: ReadonlyMap<string, string> = new Map([
  ['LM_QUERY_INVALID', $localize`The request is not understood`],
  ['LM_REQUEST_TOO_LONG', $localize`The address is too long`],
  ['LM_CURSOR_INVALID', $localize`The cursor is not one of ours`],
  ['LM_EXPORT_TOO_LARGE', $localize`The answer is too large for this form`],
  ['LM_NOT_FOUND', $localize`There is nothing at this address`],
  ['LM_STREAM_FULL', $localize`Too many live streams are open`],
  ['LM_STORE_NOT_READY', $localize`The monitor has not created its stores yet`],
  ['LM_QUERY_TIMEOUT', $localize`The answer takes too long`],
  ['LM_STORE_FAILED', $localize`The stores cannot be read`],
  ['LM_INTERNAL', $localize`Something went wrong in the API`],
]);

function fromProblem(problem: Problem): Failure {
  return {
    what: problemTitles.get(problem.code) ?? problem.title,
    code: problem.code,
    detail: problem.detail,
    language: 'en',
    hints: (problem.errors ?? []).map(({ parameter, detail }) => `${parameter}: ${detail}`),
  };
}

/** Turns whatever an HTTP request threw into a {@link Failure}. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof HttpErrorResponse)) {
    return {
      what: $localize`The answer could not be read.`,
      code: null,
      detail: error instanceof Error ? error.message : String(error),
      language: 'en',
      hints: [],
    };
  }
  if (isProblem(error.error)) return fromProblem(error.error);
  return {
    what:
      error.status === 0
        ? $localize`The API did not answer.`
        : $localize`The API answered ${error.status}:status:.`,
    code: null,
    detail: $localize`Check that the API is running and that this page was opened at its address.`,
    hints: [],
  };
}
