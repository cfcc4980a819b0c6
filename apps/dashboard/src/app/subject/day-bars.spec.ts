import { toDayBars } from './day-bars';

const barsOf = (...hours: (number | null)[]) =>
  toDayBars(hours.map((sessionMs) => ({ sessionMs })));

describe('toDayBars', () => {
  it('are as high as the use, with nothing where there was none', () => {
    expect(barsOf(5, 0, 10, 0)).toEqual([
      { x: 0, width: 20, height: 48, isUnknown: false },
      { x: 50, width: 20, height: 96, isUnknown: false },
    ]);
  });

  it('hatch a day that was not observed over its whole room', () => {
    expect(barsOf(null, 10)[0]).toEqual({ x: 0, width: 50, height: 100, isUnknown: true });
  });

  it('are none of no days', () => {
    expect(barsOf()).toEqual([]);
  });
});
