import { assert, constantFrom, integer, property } from 'fast-check';
import { fromWallClock, isZone, toWallClock } from './zone';

const PARIS = 'Europe/Paris';

describe('isZone', () => {
  it('knows IANA names', () => {
    expect(isZone(PARIS)).toBe(true);
    expect(isZone('Mars/Base')).toBe(false);
    expect(isZone('')).toBe(false);
  });
});

describe('wall clocks', () => {
  it('round trip outside the hours that clocks change', () => {
    const zones = constantFrom(PARIS, 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
    assert(
      property(zones, integer({ min: 0, max: 60 * 24 * 365 }), (zone, minute) => {
        const at = Date.UTC(2026, 0, 1) + minute * 60_000;
        const text = toWallClock(at, zone);
        expect(toWallClock(fromWallClock(text, zone) ?? 0, zone)).toBe(text);
      }),
    );
  });

  it('take the first of two instants in autumn', () => {
    expect(fromWallClock('2026-10-25T02:30', PARIS)).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('move a time that spring skips on by an hour', () => {
    const at = fromWallClock('2026-03-29T02:30', PARIS) ?? 0;
    expect(toWallClock(at, PARIS)).toBe('2026-03-29T03:30:00');
  });

  it('are refused when they are none', () => {
    expect(fromWallClock('', PARIS)).toBeNull();
    expect(fromWallClock('2026-99-01T00:00', PARIS)).toBeNull();
  });
});
