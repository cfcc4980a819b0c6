import type { DeniedRequest } from './classify-denials';

/** What true denials of one product meant to people (features.md §2.4). */
export interface DenialImpact {
  /** Requests that were refused in truth: delayed or lost. */
  readonly requests: number;
  /** Different people among them. */
  readonly people: number;
  /** Milliseconds waited by those who got a licence later; of the lost ones no wait is known. */
  readonly waitMs: number;
}

/**
 * Counts the people affected and the time that they waited.
 *
 * @param requests of one product, so that a key stands for one person.
 */
export function denialImpact(requests: readonly DeniedRequest[]): DenialImpact {
  const denied = requests.filter(({ outcome }) => outcome === 'delayed' || outcome === 'lost');
  return {
    requests: denied.length,
    people: new Set(denied.map(({ key }) => key)).size,
    waitMs: denied.reduce((sum, { waitMs }) => sum + (waitMs ?? 0), 0),
  };
}
