import { aClosedSession } from '../../testing/samples';
import { addClosed, addPage, findNews } from './history-list';

const ended = (id: number, endedAt: number) => aClosedSession({ id, endedAt });
const list = { items: [ended(3, 300), ended(2, 200)], nextCursor: 'c' };
const idsOf = (sessions: readonly { id: number }[]) => sessions.map(({ id }) => id);

describe('addPage', () => {
  it('appends what is older and keeps a session once', () => {
    const page = { items: [ended(2, 200), ended(1, 100)], nextCursor: null };
    const added = addPage(list, page);
    expect(idsOf(added.items)).toEqual([3, 2, 1]);
    expect(added.nextCursor).toBeNull();
  });
});

describe('findNews', () => {
  it('finds what closed and is no row yet', () => {
    expect(idsOf(findNews(list, [ended(3, 300), ended(4, 400)]))).toEqual([4]);
  });

  it('leaves to its page what is older than the rows', () => {
    expect(findNews(list, [ended(1, 100)])).toEqual([]);
    expect(idsOf(findNews({ ...list, nextCursor: null }, [ended(1, 100)]))).toEqual([1]);
  });
});

describe('a real end after an assumed one', () => {
  it('replaces the row', () => {
    const real = aClosedSession({ id: 2, endedAt: 350 });
    expect(idsOf(findNews(list, [real, real]))).toEqual([2]);
    expect(addClosed(list, [real]).items).toEqual([real, ended(3, 300)]);
  });
});

describe('addClosed', () => {
  it('puts each where it belongs', () => {
    expect(idsOf(addClosed(list, [ended(4, 400), ended(5, 250)]).items)).toEqual([4, 3, 5, 2]);
  });
});
