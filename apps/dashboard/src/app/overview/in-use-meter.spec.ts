import { toMeterScale } from './in-use-meter';

describe('toMeterScale', () => {
  it('ends at what is owned', () => {
    expect(toMeterScale({ licenses: 5, entitlement: 20, peakToday: 10 })).toEqual({
      max: 20,
      inUse: 0.25,
      peak: 0.5,
    });
  });

  it('ends at the peak while what is owned is unknown', () => {
    const scale = toMeterScale({ licenses: 5, entitlement: null, peakToday: 10 });
    expect(scale).toEqual({ max: 10, inUse: 0.5, peak: 1 });
  });

  it('holds more than is owned, and nothing at all', () => {
    expect(toMeterScale({ licenses: 25, entitlement: 20, peakToday: null })).toEqual({
      max: 25,
      inUse: 1,
      peak: null,
    });
    expect(toMeterScale({ licenses: 0, entitlement: null, peakToday: null }).max).toBe(1);
  });
});
