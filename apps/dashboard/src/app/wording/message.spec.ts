import { fill } from './message';

const SESSIONS = '{count, plural, =0 {no session} one {# session} other {# sessions}}';

describe('a message', () => {
  it('takes the plural that its number asks for, and writes the number', () => {
    expect([0, 1, 2, 5000].map((count) => fill(SESSIONS, { count }))).toEqual([
      'no session',
      '1 session',
      '2 sessions',
      '5,000 sessions',
    ]);
  });

  it('takes the case of a word, or the other one', () => {
    const message = 'it is {state, select, ok {well} other {not well}}.';
    expect(fill(message, { state: 'ok' })).toBe('it is well.');
    expect(fill(message, { state: 'stopped' })).toBe('it is not well.');
  });

  it('may choose within a choice', () => {
    const message =
      '{users, plural, one {# user, {hosts, plural, one {# host} other {# hosts}}} other {# users, {hosts, plural, one {# host} other {# hosts}}}}';
    expect(fill(message, { users: 1, hosts: 3 })).toBe('1 user, 3 hosts');
    expect(fill(message, { users: 2, hosts: 1 })).toBe('2 users, 1 host');
  });

  it('puts a name in as it is, whatever is in it', () => {
    const message = '{count, plural, one {# of {name}} other {# of {name}}}';
    expect(fill(message, { count: 2, name: '{count}#' })).toBe('2 of {count}#');
  });

  it('leaves a text without choices alone', () => {
    expect(fill('Tickets #7 and } {', {})).toBe('Tickets #7 and } {');
  });
});
