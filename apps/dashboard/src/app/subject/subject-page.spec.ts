import { entitlements as owned } from '../../testing/capacity-samples';
import { Screen } from '../../testing/open-screen';
import { aClosedSession, aCoverage, aHealth, aSession, HOUR, NOW } from '../../testing/samples';
import { aSubject } from '../../testing/subject-samples';
import { aDeniedRequest, deniedRequests } from '../../testing/usage-samples';

describe('SubjectPage', () => {
  let screen: Screen;

  const answer = async (patch: Parameters<typeof aSubject>[0] = {}) =>
    screen.answer({
      subject: aSubject(patch),
      closed: { items: [aClosedSession({ id: 5 })], nextCursor: null },
      denials: deniedRequests([aDeniedRequest()]),
      coverage: aCoverage(),
      entitlements: owned(),
      health: aHealth(),
    });

  const open = async (url: string, patch: Parameters<typeof aSubject>[0] = {}) => {
    screen = await new Screen().open(url);
    await answer(patch);
  };

  const requested = (end: string) =>
    screen.http.match(({ url }) => url.endsWith(end)).map(({ request }) => request);

  afterEach(() => screen.element.remove());

  it('asks for thirty days of the subject of the address, by the days of the zone', async () => {
    screen = await new Screen().open('/users/DOM%5Cann?zone=Europe/Paris');
    const [request] = requested('/subjects/user/DOM%5Cann');
    expect(request?.params.get('from')).toBe(String(NOW - 30 * 24 * HOUR));
    expect(request?.params.has('to')).toBe(false);
    expect(request?.params.get('zone')).toBe('Europe/Paris');
    const [closed] = requested('/sessions');
    expect(closed?.params.getAll('user')).toEqual(['DOM\\ann']);
    expect(closed?.params.get('limit')).toBe('10');
  });

  it('says first what is held now, and what is usual', async () => {
    await open('/users/ann?zone=Europe/Paris');
    expect(screen.element.querySelector('h1')?.textContent?.trim()).toBe('ann');
    expect(screen.text('answer')).toContain('ann holds 1 session now; usually CAT, DL1');
    expect(screen.texts('session-row')).toHaveLength(1);
    expect(screen.text('facts')).toContain('214 h');
    expect(screen.texts('part-row')[0]).toMatch(/CAT ?41 ?171 h/);
    expect(screen.texts('history-row')).toHaveLength(1);
    expect(screen.texts('denial-row')).toHaveLength(1);
  });

  it('names nobody while names are masked', async () => {
    localStorage.setItem('license-monitor.names', 'masked');
    await open('/users/ann');
    localStorage.clear();
    expect(screen.element.querySelector('h1')?.textContent?.trim()).toBe('user 1');
    expect(screen.element.querySelector('main')?.textContent).not.toMatch(/\bann\b|ws-101/);
  });

  it('draws the days, and gives them as a table', async () => {
    await open('/users/ann?zone=Europe/Paris');
    expect(screen.text('days-text')).toBe('Used on 2 of 4 days, most on Mon 23 Nov (8 h).');
    const twin = screen.element.querySelector('main details:not(.menu)');
    twin?.setAttribute('open', '');
    twin?.dispatchEvent(new Event('toggle'));
    await screen.settle();
    expect(screen.texts('day-row')).toHaveLength(4);
  });

  it('leads to the rows behind its figures, and to the screens with its filter', async () => {
    await open('/users/ann?zone=Europe/Paris');
    const href = (testId: string) => screen.find(testId)?.getAttribute('href');
    expect(href('denied')).toBe(
      '/denials?zone=Europe%2FParis&user=ann&from=2026-11-21T13:02:10Z&to=2026-11-24T13:02:10Z',
    );
    const links = [...(screen.find('subject-links')?.querySelectorAll('a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/live?zone=Europe%2FParis&user=ann',
      '/history?zone=Europe%2FParis&user=ann',
      '/denials?zone=Europe%2FParis&user=ann',
      '/timeline?zone=Europe%2FParis&user=ann',
    ]);
  });

  it('shows of a product what is owned, and who uses it', async () => {
    const breakdown = [{ key: 'bob', sessions: 1, sessionMs: HOUR }];
    await open('/products/CAT', { kind: 'product', key: 'CAT', breakdown });
    expect(screen.element.querySelector('#owned')).not.toBeNull();
    const link = screen.find('part-row')?.querySelector('a');
    expect(link?.getAttribute('href')).toBe('/users/bob');
    expect(screen.find('subject-links')?.textContent).toContain('Capacity');
  });

  it('goes from one subject to the next without showing the figures of the other', async () => {
    await open('/users/ann');
    await screen.visit('/users/bob');
    expect(screen.element.querySelector('h1')?.textContent?.trim()).toBe('bob');
    expect(screen.find('answer')).toBeNull();
    expect(screen.find('panel-loading')).not.toBeNull();
    await answer({ key: 'bob', now: [] });
    expect(screen.text('answer')).toContain('bob holds no session now');
    expect(screen.text('nothing-now')).toBe('No session is open now.');
  });

  it('says that nothing is known of a name', async () => {
    await open('/hosts/ws-9', {
      kind: 'host',
      key: 'ws-9',
      firstSeenAt: null,
      now: [],
      sessions: 0,
      deniedRequests: 0,
    });
    expect(screen.text('panel-empty')).toContain('Nothing is known of the host ws-9.');
    expect(screen.find('history-row')).toBeNull();
  });

  it('fetches anew when the stream tells of the subject, but not under the pointer', async () => {
    await open('/users/ann');
    screen.streams.last.accept();
    const tell = async (user: string) => {
      screen.streams.last.send(
        'sessions',
        { opened: [aSession({ id: 8, user })], closed: [] },
        101,
      );
      await screen.settle();
    };
    await tell('bob');
    expect(requested('/subjects/user/ann')).toEqual([]);
    await tell('ann');
    expect(requested('/subjects/user/ann')).toHaveLength(1);
    screen.find('facts')?.parentElement?.parentElement?.dispatchEvent(new Event('pointerenter'));
    await screen.settle();
    await tell('ann');
    expect(screen.text('changes-pill')).toContain('1 change');
  });

  it('says what of the address it does not use', async () => {
    await open('/users/ann?product=CAT');
    expect(screen.text('ignored-filters')).toBe(
      'This page is about one user, so this screen leaves aside: product CAT.',
    );
  });

  it('says that the API did not answer, and goes on by itself', async () => {
    screen = await new Screen().open('/users/ann');
    await screen.fail(0);
    expect(screen.text('panel-error')).toContain('The API did not answer.');
    await screen.advance(2_000);
    await answer();
    expect(screen.text('answer')).toContain('ann holds 1 session now');
  });
});
