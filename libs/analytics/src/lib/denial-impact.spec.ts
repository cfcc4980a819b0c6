import { classifyDenials } from './classify-denials';
import { denialImpact } from './denial-impact';

const MINUTE = 60_000;

describe('denialImpact', () => {
  it('counts people once, their waits together, and not those who were redirected', () => {
    const denials = [
      { id: 1, at: 0, key: 'ann' },
      { id: 2, at: 60 * MINUTE, key: 'ann' },
      { id: 3, at: 61 * MINUTE, key: 'bob' },
      { id: 4, at: 62 * MINUTE, key: 'cem' },
    ];
    const grants = [
      { at: 4 * MINUTE, key: 'ann' },
      { at: 66 * MINUTE, key: 'ann' },
      { at: 62 * MINUTE, key: 'cem' },
    ];
    const requests = classifyDenials(denials, grants, () => 24 * 60 * MINUTE);
    expect(requests.map(({ outcome }) => outcome)).toEqual([
      'delayed',
      'delayed',
      'lost',
      'redirected',
    ]);
    expect(denialImpact(requests)).toEqual({ requests: 3, people: 2, waitMs: 10 * MINUTE });
  });

  it('of no request is none', () => {
    expect(denialImpact([])).toEqual({ requests: 0, people: 0, waitMs: 0 });
  });
});
