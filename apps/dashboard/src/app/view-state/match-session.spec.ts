import { aSession } from '../../testing/samples';
import { matchesSubjects, matchesText } from './match-session';
import { defaultViewQuery } from './view-query';

describe('matchesSubjects', () => {
  it('wants one of the values of every subject that is asked for', () => {
    const filters = { ...defaultViewQuery, product: ['DL1', 'CAT'], user: ['ann'] };
    expect(matchesSubjects(aSession(), filters)).toBe(true);
    expect(matchesSubjects(aSession({ user: 'bob' }), filters)).toBe(false);
    expect(matchesSubjects(aSession({ product: 'KIN' }), filters)).toBe(false);
  });

  it('takes users and hosts whatever their case, as the API does', () => {
    const loose = { ...defaultViewQuery, user: ['ANN'], host: ['WS-101'] };
    expect(matchesSubjects(aSession(), loose)).toBe(true);
    expect(matchesSubjects(aSession(), { ...defaultViewQuery, product: ['cat'] })).toBe(false);
  });
});

describe('matchesText', () => {
  it('wants every word somewhere, whatever the case', () => {
    expect(matchesText(aSession(), 'ANN ws-1')).toBe(true);
    expect(matchesText(aSession(), 'ann ws-2')).toBe(false);
    expect(matchesText(aSession(), ' dassault ')).toBe(true);
  });

  it('finds names with accents by plain letters, and the other way round', () => {
    expect(matchesText(aSession({ user: 'tomás.c' }), 'TOMAS')).toBe(true);
    expect(matchesText(aSession({ user: 'tomas.c' }), 'tomás')).toBe(true);
  });
});
