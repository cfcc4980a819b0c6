import { ZoneOffsets } from '@license-monitor/log-parser';
import { readStamp } from './taken-at';

const NOW = Date.UTC(2026, 0, 1);
const stampOf = (name: string, zone = 'Europe/Paris') => {
  const at = readStamp(name, new ZoneOffsets(zone), NOW);
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('the stamp in the name of a file', () => {
  it.each([
    ['usage-20250519080102.csv', '2025-05-19T06:01:02.000Z'],
    ['20250519_080102.txt', '2025-05-19T06:01:02.000Z'],
    ['2025-05-19T08-01-02 usage.txt', '2025-05-19T06:01:02.000Z'],
    ['2025-05-19 08h01.txt', '2025-05-19T06:01:00.000Z'],
    ['usage 2025-05-19.csv', '2025-05-18T22:00:00.000Z'],
    ['usage_20250519.csv', '2025-05-18T22:00:00.000Z'],
    ['2025-12-01.csv', '2025-11-30T23:00:00.000Z'],
  ])('%s is read on the clock of the server', (name, at) => {
    expect(stampOf(name)).toBe(at);
  });

  it('is read in the zone of the server', () => {
    expect(stampOf('2025-05-19.csv', 'Asia/Tokyo')).toBe('2025-05-18T15:00:00.000Z');
  });

  it.each([
    'usage.csv',
    'usage-2025.csv',
    'usage-2025-02-30.csv',
    'usage-2025-13-01.csv',
    'usage-202505190801021234.csv',
    'usage-19990519.csv',
    'usage-2025-0519.csv',
    'usage-2026-06-01.csv',
  ])('is not found in %s', (name) => {
    expect(stampOf(name)).toBeUndefined();
  });
});
