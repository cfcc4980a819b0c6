import { aLoad, aWeek } from '../../testing/capacity-samples';
import { toCapacitySentence } from './capacity-sentence';

describe('toCapacitySentence', () => {
  it('says how many are enough, by time and by requests, how many there are, and when it is tight', () => {
    expect(toCapacitySentence(aLoad(), { kind: 'known', seats: 20 }, aWeek())).toBe(
      'CAT: 2 licences were enough for 99 % of the observed time and 3 for 99 % of the requests; 20 are owned. Tightest: Monday 11:00–12:00, peak 11.',
    );
  });

  it('says what is not known', () => {
    const enough = [{ share: 0.99, byTime: null, byRequests: null }];
    expect(toCapacitySentence(aLoad({ enough }), { kind: 'unknown' }, [])).toBe(
      'CAT: nothing was observed, so it is not known how many are enough; how many are owned is not known.',
    );
  });

  it('does not call enough what found a full pool', () => {
    const enough = [{ share: 0.99, byTime: 20, byRequests: 21 }];
    expect(toCapacitySentence(aLoad({ enough }), { kind: 'known', seats: 20 }, [])).toBe(
      'CAT: 20 licences were enough for 99 % of the observed time, more than 20 are needed for 99 % of the requests; 20 are owned.',
    );
  });

  it('tells no request from no limit', () => {
    const enough = [{ share: 0.99, byTime: 1, byRequests: null }];
    expect(toCapacitySentence(aLoad({ enough }), { kind: 'unlimited' }, [])).toBe(
      'CAT: 1 licence was enough for 99 % of the observed time; nothing was asked for; there is no limit.',
    );
  });
});
