import { startOfLocalDay } from './local-day';

describe('startOfLocalDay', () => {
  it.each([
    ['Europe/Paris', '2025-07-01T12:00:00Z', '2025-06-30T22:00:00Z'],
    ['Europe/Paris', '2025-10-26T20:00:00Z', '2025-10-25T22:00:00Z'],
    ['Asia/Kolkata', '2025-07-01T18:29:59Z', '2025-06-30T18:30:00Z'],
    ['America/New_York', '2025-03-09T12:00:00Z', '2025-03-09T05:00:00Z'],
    ['UTC', '2025-07-01T00:00:00Z', '2025-07-01T00:00:00Z'],
  ])('finds midnight in %s for %s', (zone, at, expected) => {
    expect(new Date(startOfLocalDay(Date.parse(at), zone)).toISOString()).toBe(
      new Date(expected).toISOString(),
    );
  });
});
