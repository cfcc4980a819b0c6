import { Screen } from '../../testing/open-screen';
import { aClosedSession, aHealth, NOW } from '../../testing/samples';

const ended = (id: number, minutesAgo: number, patch = {}) =>
  aClosedSession({ id, user: `u${id}`, endedAt: NOW - minutesAgo * 60_000, ...patch });

describe('HistoryPage', () => {
  let screen: Screen;

  const open = async (url: string) => {
    screen = await new Screen().open(url);
  };

  const users = () =>
    [...screen.element.querySelectorAll('[data-testid=history-row] th')].map((cell) =>
      cell.textContent.trim(),
    );

  const firstPage = { items: [ended(3, 1), ended(2, 2)], nextCursor: 'older' };

  const tellClosed = async (...closed: readonly ReturnType<typeof ended>[]) => {
    screen.streams.last.send('sessions', { opened: [], closed }, 101);
    await screen.settle();
  };

  afterEach(() => screen.element.remove());

  it('asks for closed sessions of the address, in instants', async () => {
    await open('/history?product=CAT&product=DL1&from=2026-11-24T08:00Z&to=2026-11-24T09:00Z');
    const { request } = screen.http.expectOne(({ url }) => url === '/api/v1/sessions');
    expect(request.params.get('status')).toBe('closed');
    expect(request.params.getAll('product')).toEqual(['CAT', 'DL1']);
    expect(request.params.get('from')).toBe(String(Date.UTC(2026, 10, 24, 8)));
    expect(request.params.get('to')).toBe(String(Date.UTC(2026, 10, 24, 9)));
    expect(request.params.has('cursor')).toBe(false);
  });

  it('shows when each ended, for how long it was held, and what ended it', async () => {
    await open('/history?zone=Europe/Paris');
    const session = ended(1, 1, { closedBy: 'timeout', endUncertaintyMs: 17 * 60_000 });
    await screen.answer({ closed: { items: [session], nextCursor: null }, health: aHealth() });
    const cells = [...(screen.find('history-row')?.children ?? [])].map((cell) =>
      cell.textContent.trim(),
    );
    expect(cells).toEqual([
      'u1',
      'CAT',
      'ws-101',
      'Tue 12:02',
      'Tue 14:01',
      '1 h 59 min',
      'timeout, up to 17 min earlier',
    ]);
    expect(screen.find('load-more')).toBeNull();
  });

  it('loads older pages by cursor', async () => {
    await open('/history');
    await screen.answer({ closed: firstPage, health: aHealth() });
    expect(screen.text('totals')).toBe('2 closed sessions loaded, there are more');
    await screen.click('load-more');
    const { request } = screen.http.match(({ url }) => url.endsWith('/sessions'))[0] ?? {};
    expect(request?.params.get('cursor')).toBe('older');
  });

  it('keeps the rows while an older page comes, and appends it', async () => {
    await open('/history');
    await screen.answer({ closed: firstPage, health: aHealth() });
    await screen.click('load-more');
    expect(users()).toEqual(['u3', 'u2']);
    await screen.answer({ closed: { items: [ended(1, 3)], nextCursor: null } });
    expect(users()).toEqual(['u3', 'u2', 'u1']);
    expect(screen.text('totals')).toBe('3 closed sessions');
  });

  it('shows sessions that close meanwhile at the top', async () => {
    await open('/history');
    await screen.answer({ closed: firstPage, health: aHealth() });
    await tellClosed(ended(4, 0));
    expect(users()).toEqual(['u4', 'u3', 'u2']);
  });

  it('leaves out those that the filters do not want', async () => {
    await open('/history?user=u3');
    await screen.answer({ closed: firstPage, health: aHealth() });
    await tellClosed(ended(4, 0));
    expect(users()).toEqual(['u3', 'u2']);
  });

  it('counts them while it is paused, and applies them on request', async () => {
    await open('/history');
    await screen.answer({ closed: firstPage, health: aHealth() });
    await screen.press('p');
    await tellClosed(ended(4, 0), ended(3, 1));
    expect(users()).toEqual(['u3', 'u2']);
    expect(screen.text('changes-pill')).toContain('1 change');
    await screen.press('.');
    expect(users()).toEqual(['u4', 'u3', 'u2']);
  });

  it('narrows the loaded rows by text without asking again', async () => {
    await open('/history?q=u2');
    await screen.answer({ closed: firstPage, health: aHealth() });
    expect(users()).toEqual(['u2']);
    expect(screen.text('totals')).toBe('1 of 2 closed sessions loaded, there are more');
  });

  it('keeps the button to load more, and its focus, while more is loaded', async () => {
    await open('/history');
    await screen.answer({ closed: firstPage, health: aHealth() });
    const button = screen.find('load-more');
    button?.focus();
    await screen.click('load-more');
    await screen.click('load-more');
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
    expect(screen.http.match(({ url }) => url.endsWith('/sessions'))).toHaveLength(1);
  });

  it('says that only loaded rows were looked at when a text leaves none of them', async () => {
    await open('/history?q=nobody');
    await screen.answer({ closed: firstPage, health: aHealth() });
    expect(screen.text('panel-empty-by-filter')).toContain('None of the 2 closed sessions');
    expect(screen.find('load-more')).not.toBeNull();
  });

  it('fetches anew for other filters, and clears them when nothing is left', async () => {
    await open('/history');
    await screen.answer({ closed: firstPage, health: aHealth() });
    await screen.visit('/history?user=nobody');
    expect(users()).toEqual(['u3', 'u2']);
    await screen.answer({ closed: { items: [], nextCursor: null } });
    expect(screen.text('panel-empty-by-filter')).toContain('No closed sessions match');
    screen.find('panel-empty-by-filter')?.querySelector('button')?.click();
    await screen.settle();
    expect(screen.url).toBe('/history');
  });

  it('does not show rows of other filters when the answer fails', async () => {
    await open('/history');
    await screen.answer({ closed: firstPage, health: aHealth() });
    await screen.visit('/history?user=bob');
    await screen.fail(500);
    expect(screen.find('panel-error')).not.toBeNull();
  });

  it('chooses a range by its name or by wall clocks of the zone', async () => {
    await open('/history?zone=Europe/Paris');
    const range = screen.find('range') as HTMLSelectElement;
    range.selectedIndex = 3;
    range.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.url).toContain('from=now-7d');
    const from = screen.find('range-from') as HTMLInputElement;
    from.value = '2026-11-24T09:00';
    from.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.url).toContain('from=2026-11-24T08:00Z');
    expect(from.value).toBe('2026-11-24T09:00');
  });

  it('says that nothing has ended yet', async () => {
    await open('/history');
    await screen.answer({ closed: { items: [], nextCursor: null }, health: aHealth() });
    expect(screen.text('panel-empty')).toContain('No session has ended yet.');
  });
});
