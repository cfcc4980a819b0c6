import { HOUR, NOW } from '../../testing/samples';
import { describeUnobserved } from './describe-unobserved';

const reading = { zone: 'Europe/Paris', now: NOW };
const gap = (hoursAgo: number, hours: number) => ({
  from: NOW - hoursAgo * HOUR,
  to: NOW - (hoursAgo - hours) * HOUR,
  causes: ['serverDown'] as const,
});

describe('describeUnobserved', () => {
  it('says nothing where all was observed', () => {
    expect(describeUnobserved([], reading)).toBe('');
  });

  it('names times and causes in words', () => {
    expect(describeUnobserved([gap(3, 1)], reading)).toBe(
      'Not observed, 1 h 00 min altogether: Tue 11:02 to Tue 12:02 (the licence server was down).',
    );
  });

  it('names the longest ones in the order of time, and counts the others', () => {
    const said = describeUnobserved(
      [gap(20, 2), gap(16, 0.5), gap(14, 2), gap(10, 2), gap(4, 2)],
      reading,
    );
    expect(said).toContain('Not observed, 8 h 30 min altogether: Mon 18:02 to Mon 20:02');
    expect(said).toContain('; 1 shorter time more.');
    expect(said).not.toContain('22:02 to');
  });
});
