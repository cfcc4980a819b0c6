import { NOW } from '../../testing/samples';
import { aDeniedRequest, anExplanation } from '../../testing/usage-samples';
import { toNextSentence, toVerdictSentence } from './verdict';

const read = (patch: Parameters<typeof anExplanation>[0]) =>
  toVerdictSentence(anExplanation(patch), 'Europe/Paris', NOW);
const WHO = 'ann was refused CAT on Tue 13:02: ';

describe('toVerdictSentence', () => {
  it('calls it a shortage when all seats were in use, and says so when more were', () => {
    expect(read({})).toBe(`${WHO}no seat was free, 2 of 2 seats in use.`);
    expect(read({ inUse: 3 })).toBe(
      `${WHO}no seat was free: 3 in use, and only 2 owned by what is known.`,
    );
  });

  it('tells a rule and a product that is not owned from a shortage', () => {
    expect(read({ verdict: 'rule', inUse: 1, entitlement: null })).toBe(
      `${WHO}a rule of the licence server refused it, not a want of seats (1 licence in use, seats owned unknown).`,
    );
    expect(read({ verdict: 'notOwned', inUse: 0, entitlement: 0 })).toContain(
      'does not offer it: not enrolled, or no longer',
    );
  });

  it('counts the seats that seem to be free, with what may hold them', () => {
    expect(read({ verdict: 'seatsFree', inUse: 3, entitlement: 5 })).toContain(
      'the log knows of 2 free seats: reserved, offline, or used by people who are not traced.',
    );
  });

  it('says what is missing when it cannot be known', () => {
    expect(read({ verdict: 'unknown', entitlement: null })).toContain(
      'how many seats were owned is not known, and the log knows of 2 licences in use',
    );
    const request = aDeniedRequest({ cause: 'other', user: null });
    expect(read({ verdict: 'unknown', request })).toBe(
      'Somebody was refused CAT on Tue 13:02: the reason does not tell a shortage from a rule.',
    );
  });

  it('doubts itself where the log does not tell about the instant', () => {
    const doubtful = read({ verdict: 'rule', isObserved: false });
    expect(doubtful).not.toContain('in use)');
    expect(doubtful).toContain('The log does not tell about that instant');
  });
});

describe('toNextSentence', () => {
  it('says when a seat was freed and when the person got one', () => {
    expect(toNextSentence(anExplanation())).toBe(
      'The first of the holders gave back after 5 min. A licence was granted after 12 min.',
    );
  });

  it('says that the request was lost, or that it is too early to say', () => {
    const lost = aDeniedRequest({ outcome: 'lost', waitMs: null });
    const nobody = { firstFreedAt: null, grantedAt: null };
    expect(toNextSentence(anExplanation({ request: lost, ...nobody }))).toBe(
      'None of the holders has given back yet. Not granted within 15 min: the request is lost.',
    );
    const pending = aDeniedRequest({ outcome: 'pending', waitMs: null });
    expect(toNextSentence(anExplanation({ request: pending, ...nobody, holders: [] }))).toBe(
      'Not granted yet; the 15 min are not over.',
    );
  });

  it('does not call a grant elsewhere a wait', () => {
    const request = aDeniedRequest({ outcome: 'redirected', waitMs: null });
    const grantedAt = request.at - 3_000;
    expect(toNextSentence(anExplanation({ request, grantedAt }))).toContain('elsewhere at once');
  });
});
