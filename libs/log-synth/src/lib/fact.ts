import type { Grant } from './grant';
import type { ProductSpec } from './scenario';
import type { Workplace } from './workplace';

/** Why the server refuses, in its own words. */
export type DenialReason = 'no more available license' | 'no license enrolled';

/** What a line of the log means; lines that carry no fact change no truth but their own count. */
export type Fact =
  | { readonly kind: 'grant'; readonly grant: Grant }
  | {
      readonly kind: 'end';
      readonly grant: Grant;
      readonly closedBy: 'detachment' | 'timeout';
    }
  | {
      readonly kind: 'denial';
      readonly product: ProductSpec;
      readonly workplace: Workplace;
      readonly reason: DenialReason;
    }
  | { readonly kind: 'serverStart' }
  | { readonly kind: 'serverStop' };
