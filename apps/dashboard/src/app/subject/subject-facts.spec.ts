import { aSubject } from '../../testing/subject-samples';
import { toSubjectFacts } from './subject-facts';

describe('toSubjectFacts', () => {
  it('lists the figures in their units', () => {
    expect(toSubjectFacts(aSubject()).map(({ name, value }) => `${name} ${value}`)).toEqual([
      'Sessions 61',
      'Session-hours 214 h',
      'Median length 2 h 40 min',
      'Timeouts 4',
      'Denied requests 3',
    ]);
  });

  it('does not make up a median', () => {
    expect(toSubjectFacts(aSubject({ medianMs: null }))[2]?.value).toBe('unknown');
  });
});
