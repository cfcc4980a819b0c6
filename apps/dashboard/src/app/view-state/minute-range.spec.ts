import { toMinuteRange } from './minute-range';

describe('toMinuteRange', () => {
  it('is the whole minutes around a range, one at least', () => {
    expect(toMinuteRange({ from: 61_000, to: 119_000 })).toEqual({
      from: { kind: 'at', at: 60_000 },
      to: { kind: 'at', at: 120_000 },
    });
    expect(toMinuteRange({ from: 60_000, to: 60_000 }).to).toEqual({ kind: 'at', at: 120_000 });
  });
});
