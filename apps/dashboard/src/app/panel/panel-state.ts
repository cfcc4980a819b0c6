import type { EpochMs } from '@license-monitor/api-contract';
import { toFailure, type Failure } from '../data/failure';

/** What a panel shows instead of rows when there are none. */
export type Emptiness =
  | {
      readonly kind: 'emptyByFilter';
      /** So many were looked at, and there are more; missing where all were. */
      readonly loaded?: number;
    }
  | { readonly kind: 'emptyByNature'; readonly cause: string; readonly nextStep: string };

/** What a panel shows. */
export type PanelState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly failure: Failure }
  | Emptiness
  | {
      readonly kind: 'ready';
      readonly isRefreshing: boolean;
      /** Why the figures may be old; null when they are not. */
      readonly stale: { readonly since: EpochMs | null; readonly why: string } | null;
    };

/** What a panel's state is made of. */
export interface PanelFacts {
  /** Whether there is an answer to show, new or old. */
  readonly hasAnswer: boolean;
  readonly isLoading: boolean;
  /** What the last request threw; undefined when it did not. */
  readonly error: unknown;
  /** Why the answer has no rows; null when it has some. */
  readonly emptiness: Emptiness | null;
  /** When the last live message came, if that is too long ago; else null. */
  readonly staleSince: EpochMs | null;
}

/** Decides what a panel shows. An old answer beats an error; the error is then a note. */
export function toPanelState(facts: PanelFacts): PanelState {
  if (!facts.hasAnswer) {
    return facts.error === undefined
      ? { kind: 'loading' }
      : { kind: 'error', failure: toFailure(facts.error) };
  }
  const why = facts.error === undefined ? '' : toFailure(facts.error).what;
  if (facts.emptiness !== null && why === '') return facts.emptiness;
  const isStale = facts.staleSince !== null || why !== '';
  return {
    kind: 'ready',
    isRefreshing: facts.isLoading,
    stale: isStale ? { since: facts.staleSince, why } : null,
  };
}
