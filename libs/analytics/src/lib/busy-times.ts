import type { Step } from './concurrency';
import { joinSpans, type Observed, type Span } from './span';
import { piecesOf } from './step-function';

/**
 * The observed times during which something was in use: the busy time, by which Altair also offers
 * its figures (features.md §2.3). Give it as the observed times of another figure, and name it.
 */
export const busyTimes = (steps: readonly Step[], observed: Observed): Span[] =>
  joinSpans([...piecesOf(steps, observed)].filter(({ value }) => value > 0));
