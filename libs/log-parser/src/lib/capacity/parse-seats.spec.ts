import { parseSeats } from './parse-seats.js';

describe('parseSeats', () => {
  it('reads a number or the word for no limit', () => {
    expect(parseSeats('12')).toBe(12);
    expect(parseSeats('unlimited')).toBe('unlimited');
    expect(parseSeats('Unlimited')).toBeNull();
    expect(parseSeats(null)).toBeNull();
  });
});
