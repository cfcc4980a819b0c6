import { aDeniedRequest } from '../../testing/usage-samples';
import { toDenialsSentence } from './denials-sentence';

const range = 'in the last 7 days of the log';

describe('toDenialsSentence', () => {
  it('tells want of seats from rules, with products and what became of the requests', () => {
    const requests = [
      aDeniedRequest(),
      aDeniedRequest({ product: 'DL1', outcome: 'lost', waitMs: null }),
      aDeniedRequest({ product: 'KIN', cause: 'policy', outcome: 'lost', waitMs: null }),
    ];
    expect(toDenialsSentence(requests, range, false)).toBe(
      '3 denied requests in the last 7 days of the log: ' +
        '2 for want of seats (CAT, DL1; 1 delayed, 1 lost), 1 by a rule (KIN).',
    );
  });

  it('says so when none was for want of seats', () => {
    const rule = aDeniedRequest({ product: 'KIN', cause: 'policy' });
    expect(toDenialsSentence([rule], range, false)).toBe(
      '1 denied request in the last 7 days of the log: 1 by a rule (KIN), none for want of seats.',
    );
  });

  it('says that there are earlier ones, and does not name products without end', () => {
    const many = Array.from({ length: 7 }, (_, index) => aDeniedRequest({ product: `P${index}` }));
    expect(toDenialsSentence(many, range, true)).toBe(
      'The last 7 denied requests loaded, in the last 7 days of the log: ' +
        '7 for want of seats (P0, P1, P2, P3, P4 and 2 more; 7 delayed).',
    );
  });
});
