import { formatDuration, toIsoDuration } from './duration';

const MINUTE = 60_000;

describe('formatDuration', () => {
  it.each([
    [-5, '< 1 min'],
    [0, '< 1 min'],
    [59_999, '< 1 min'],
    [MINUTE, '1 min'],
    [59 * MINUTE, '59 min'],
    [60 * MINUTE, '1 h 00 min'],
    [125 * MINUTE, '2 h 05 min'],
    [24 * 60 * MINUTE - 1, '23 h 59 min'],
    [76 * 60 * MINUTE, '3 d 4 h'],
  ])('writes %d ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });
});

describe('toIsoDuration', () => {
  it('writes hours and minutes', () => {
    expect(toIsoDuration(185 * MINUTE)).toBe('PT3H5M');
    expect(toIsoDuration(-1)).toBe('PT0H0M');
  });
});
