import { aSession } from '../../testing/samples';
import { sortSessions } from './sort-sessions';

const sessions = [
  aSession({ id: 1, user: 'u10', startedAt: 100 }),
  aSession({ id: 2, user: 'u2', startedAt: 300 }),
  aSession({ id: 3, user: 'u2', startedAt: null }),
  aSession({ id: 4, user: 'u2', startedAt: 200 }),
];

const sorted = (column: 'user' | 'startedAt' | 'duration', isDescending: boolean) =>
  sortSessions(sessions, { column, isDescending }).map(({ id }) => id);

describe('sortSessions', () => {
  it('sorts by start, an unknown one being the oldest', () => {
    expect(sorted('startedAt', true)).toEqual([2, 4, 1, 3]);
    expect(sorted('startedAt', false)).toEqual([3, 1, 4, 2]);
  });

  it('sorts by duration the other way round', () => {
    expect(sorted('duration', true)).toEqual([3, 1, 4, 2]);
  });

  it('sorts names with their numbers, equal ones newest first', () => {
    expect(sorted('user', false)).toEqual([2, 4, 3, 1]);
    expect(sorted('user', true)).toEqual([1, 2, 4, 3]);
  });

  it('leaves its input alone', () => {
    sorted('user', false);
    expect(sessions.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });
});
