import { Screen } from '../../testing/open-screen';
import {
  aClosedSession,
  aCoverage,
  aHealth,
  anOverview,
  aProduct,
  aSession,
  HOUR,
  NOW,
  openSessions,
} from '../../testing/samples';

const ann = aSession({ id: 1 });
const bob = aSession({ id: 2, user: 'bob', host: 'ws-102', startedAt: NOW - 30 * HOUR });
const eve = aSession({ id: 3, user: 'eve', product: 'DL1', startedAt: null });

describe('LivePage', () => {
  let screen: Screen;

  const open = async (url: string, items = [ann, bob, eve]) => {
    screen = await new Screen().open(url);
    await screen.answer({ open: openSessions(items), health: aHealth() });
    screen.streams.last.accept();
    screen.streams.last.send('health', aHealth(), 100);
    await screen.settle();
  };

  const rows = () => screen.texts('session-row').map((text) => text.split(' ')[0]?.slice(0, 3));

  const tell = async (opened: readonly (typeof ann)[], closed: readonly (typeof ann)[] = []) => {
    screen.streams.last.send('sessions', { opened, closed }, 101);
    await screen.advance(1_000);
  };

  const enterTable = async (type: string) => {
    const table = screen.find('session-table')?.parentElement?.parentElement;
    table?.dispatchEvent(new Event(type));
    await screen.settle();
  };

  afterEach(() => screen.element.remove());

  it('shows who holds what, since when, and for how long', async () => {
    await open('/live?zone=Europe/Paris');
    expect(screen.text('totals')).toBe('3 sessions, 3 users, 2 products');
    const cells = [...(screen.find('session-row')?.children ?? [])].map((cell) =>
      cell.textContent.trim(),
    );
    expect(cells).toEqual(['ann', 'CAT', 'ws-101', 'Tue 12:02', '2 h 00 min', 'lic1', '']);
    expect(screen.texts('session-row')[2]).toContain('unknown');
  });

  it('counts on, a minute at a time', async () => {
    await open('/live');
    await screen.advance(60_000);
    expect(screen.text('session-row')).toContain('2 h 01 min');
  });

  it('shows hostile names as text', async () => {
    await open('/live', [aSession({ user: '<img src=x>\u202Egnp' })]);
    expect(screen.find('session-row')?.querySelector('img')).toBeNull();
    expect(screen.text('session-row')).toContain('<img src=x>‹U+202E›gnp');
  });

  it('narrows, sorts and groups as the address says', async () => {
    await open('/live?product=CAT&sort=user');
    expect(rows()).toEqual(['ann', 'bob']);
    expect(screen.text('totals')).toBe('2 of 3 sessions, 2 users, 1 product');
    expect(screen.element.querySelector('[aria-sort]')?.textContent).toContain('User');
  });

  it('names what is owned at the head of a product', async () => {
    await open('/live?group=product');
    await screen.answer({ overview: anOverview({ products: [aProduct({ entitlement: 20 })] }) });
    expect(screen.texts('group-row')).toEqual([
      expect.stringMatching(/CAT ?2 of 20 licences · 2 sessions · 2 users/),
      expect.stringMatching(/DL1 ?1 licence · 1 session · 1 user/),
    ]);
  });

  it('folds a group', async () => {
    await open('/live?group=user');
    screen.element.querySelector<HTMLElement>('.fold')?.click();
    await screen.settle();
    expect(screen.element.querySelector('.fold')?.getAttribute('aria-expanded')).toBe('false');
    expect(screen.texts('session-row')).toHaveLength(2);
  });

  it('writes what is chosen into the address', async () => {
    await open('/live');
    await screen.click('only-longHold');
    expect(screen.url).toBe('/live?only=longHold');
    expect(rows()).toEqual(['bob']);
    screen.element.querySelector<HTMLElement>('[data-label=Host] a')?.click();
    await screen.settle();
    expect(screen.url).toBe('/live?host=ws-102&only=longHold');
    await screen.click('filter-chip');
    expect(screen.url).toBe('/live?only=longHold');
  });

  it('leads from its first cell to the page about the user', async () => {
    await open('/live?zone=Europe/Paris');
    screen.element.querySelector<HTMLElement>('[data-testid=session-row] a')?.click();
    await screen.settle();
    expect(screen.url).toBe('/users/ann?zone=Europe%2FParis');
  });

  it('sorts by a header, and turns round at the second click', async () => {
    await open('/live');
    const sort = () => screen.element.querySelector<HTMLElement>('.column-user .sort')?.click();
    sort();
    await screen.settle();
    expect(screen.url).toBe('/live?sort=user');
    sort();
    await screen.settle();
    expect(screen.url).toBe('/live?sort=-user');
    expect(rows()).toEqual(['eve', 'bob', 'ann']);
  });

  it('types a filter in place of the present address', async () => {
    await open('/live');
    await screen.press('/');
    const field = screen.find('filter-text') as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    field.value = 'bob';
    field.dispatchEvent(new Event('input'));
    await screen.advance(200);
    expect(screen.url).toBe('/live?q=bob');
    expect(rows()).toEqual(['bob']);
  });

  it('takes changes from the stream at most once a second and marks new rows', async () => {
    await open('/live');
    await tell([aSession({ id: 4, user: 'dan', startedAt: NOW })], [eve]);
    expect(rows()).toEqual(['dan', 'ann', 'bob']);
    expect(screen.find('session-row')?.classList).toContain('is-new');
    await screen.advance(3_000);
    expect(screen.find('session-row')?.classList).not.toContain('is-new');
  });

  it('stands still under the pointer and applies what waits on request', async () => {
    await open('/live');
    await enterTable('pointerenter');
    await tell([aSession({ id: 4, user: 'dan', startedAt: NOW })], [eve]);
    expect(rows()).toEqual(['ann', 'bob', 'eve']);
    expect(screen.text('changes-pill')).toContain('2 changes');
    await screen.press('.');
    expect(rows()).toEqual(['dan', 'ann', 'bob']);
    expect(screen.find('changes-pill')).toBeNull();
    await tell([], [ann]);
    await enterTable('pointerleave');
    expect(rows()).toEqual(['dan', 'bob']);
  });

  it('stands still while it is paused', async () => {
    await open('/live');
    await screen.click('pause');
    expect(screen.text('connection')).toContain('Paused');
    await tell([], [ann]);
    await screen.click('changes-pill');
    expect(rows()).toEqual(['bob', 'eve']);
  });

  it('fetches anew on resync, and when the stream began after the snapshot', async () => {
    await open('/live');
    screen.streams.last.send('resync', { lastEventId: 900 }, 900);
    await screen.settle();
    expect(await screen.answer({ open: openSessions([ann]) })).toBe(1);
    expect(rows()).toEqual(['ann']);
  });

  it('fetches again when the stream began after the snapshot', async () => {
    screen = await new Screen().open('/live');
    await screen.answer({ open: openSessions([ann]), health: aHealth() });
    screen.streams.last.send('health', aHealth({ lastEventId: 105 }), 105);
    await screen.settle();
    expect(await screen.answer({ open: openSessions([ann, bob]) })).toBe(1);
    expect(rows()).toEqual(['ann', 'bob']);
  });

  it('offers to clear the filters when nothing matches', async () => {
    await open('/live?user=nobody&group=user');
    expect(screen.text('panel-empty-by-filter')).toContain('No open sessions match the filters.');
    screen.find('panel-empty-by-filter')?.querySelector('button')?.click();
    await screen.settle();
    expect(screen.url).toBe('/live?group=user');
  });

  it('says that nobody holds a licence', async () => {
    await open('/live', []);
    expect(screen.text('panel-empty')).toContain('No licence is in use now.');
  });

  it('works with the API down at first and recovers by itself', async () => {
    screen = await new Screen().open('/live');
    await screen.fail(0);
    expect(screen.text('panel-error')).toContain('The API did not answer.');
    await screen.advance(2_000);
    await screen.answer({ open: openSessions([ann]), health: aHealth() });
    expect(rows()).toEqual(['ann']);
  });

  it('draws only a window of a long list', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      aSession({ id: index + 1, user: `u${index}` }),
    );
    await open('/live', many);
    expect(screen.texts('session-row').length).toBeLessThan(120);
    expect(screen.find('session-table')?.getAttribute('aria-rowcount')).toBe('5001');
  });

  it('reads out a summary at most once in ten seconds', async () => {
    await open('/live');
    await tell([], [ann]);
    expect(screen.text('announcer')).toBe('1 session closed');
    await tell([], [bob]);
    expect(screen.text('announcer')).toBe('1 session closed');
    await tell([aClosedSession({ id: 9, endedAt: null })], []);
    await screen.advance(10_000);
    expect(screen.text('announcer')).toBe('1 session opened, 1 closed');
  });

  describe('in the past', () => {
    const THEN = NOW - 26 * HOUR;
    const travel = async (url: string, items: readonly (typeof ann)[]) => {
      await open(url);
      await screen.answer({
        past: { ...openSessions(items), asOf: THEN },
        coverage: aCoverage(),
      });
    };
    const dan = aClosedSession({ id: 9, user: 'dan', startedAt: THEN - 3 * HOUR });

    it('shows who held what then, and says of which instant', async () => {
      await travel('/live?at=2026-11-23T11:02:10Z&zone=Europe/Paris', [dan]);
      expect(screen.text('past-banner')).toContain('As of Mon 23 Nov 2026 12:02:10 CET.');
      expect(screen.element.querySelector('h1')?.textContent).toBe('Sessions of the past');
      expect(rows()).toEqual(['dan']);
      expect(screen.text('session-row')).toContain('3 h 00 min');
      expect(screen.text('ended')).toBe('ended Tue 14:01');
    });

    it('asks for that instant', async () => {
      screen = await new Screen().open('/live?at=2026-11-23T11:02:10Z');
      const { request } = screen.http.expectOne(({ params }) => params.has('at'));
      expect(request.params.get('at')).toBe(String(THEN));
    });

    it('takes no changes from the stream', async () => {
      await travel('/live?at=2026-11-23T11:02:10Z', [dan]);
      await tell([aSession({ id: 4, user: 'new' })]);
      expect(rows()).toEqual(['dan']);
      expect(screen.find('changes-pill')).toBeNull();
      await screen.advance(10_000);
      expect(screen.text('announcer')).toBe('1 session, 1 user, 1 product');
    });

    it('goes step by step by key, and back to now, where changes were kept', async () => {
      await open('/live');
      await tell([], [eve]);
      await screen.press('[');
      expect(screen.url).toBe('/live?at=2026-11-24T12:02Z');
      await screen.press('[');
      expect(screen.url).toBe('/live?at=2026-11-24T11:02Z');
      await screen.press(']');
      await screen.press(']');
      expect(screen.url).toBe('/live');
      expect(rows()).toEqual(['ann', 'bob']);
      await screen.press('[');
      await screen.click('back-to-now');
      expect(screen.url).toBe('/live');
    });

    it('reads the field by the clock of the zone', async () => {
      await open('/live?zone=Europe/Paris');
      const field = screen.find('as-of-field') as HTMLInputElement;
      field.value = '2026-11-23T12:02';
      field.dispatchEvent(new Event('change'));
      await screen.settle();
      expect(screen.url).toBe('/live?at=2026-11-23T11:02Z&zone=Europe%2FParis');
    });

    it('says what was not observed then', async () => {
      await open('/live?at=2026-11-23T11:02:10Z');
      const gaps = [{ from: THEN, to: THEN + 1, cause: 'serverDown' as const }];
      const servers = [{ server: 'lic1', observedMs: 0, gaps }];
      await screen.answer({
        past: { ...openSessions([]), asOf: THEN },
        coverage: aCoverage({ servers }),
      });
      expect(screen.text('unobserved-at')).toContain('lic1 (the licence server was down)');
      expect(screen.text('panel-empty')).toContain('Nobody held a licence at that instant');
    });

    it('does not ask for what is still to come', async () => {
      await open('/live?at=2027-01-01T00:00Z');
      expect(screen.text('panel-empty')).toContain('That instant is still to come.');
      expect(screen.http.match(({ params }) => params.has('at'))).toEqual([]);
    });
  });
});
