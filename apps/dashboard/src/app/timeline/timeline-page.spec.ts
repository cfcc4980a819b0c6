import { Screen } from '../../testing/open-screen';
import { aHealth, HOUR, NOW } from '../../testing/samples';
import { aBar, aTimeline } from '../../testing/timeline-samples';

const lanes = [
  { key: 'ann', bars: [aBar({ id: 1 }), aBar({ id: 2, startedAt: NOW - HOUR, endedAt: null })] },
  { key: 'bob', bars: [aBar({ id: 3, user: 'bob', product: 'DL1', closedBy: 'timeout' })] },
];

describe('TimelinePage', () => {
  let screen: Screen;

  const open = async (url: string, timeline = aTimeline(lanes)) => {
    screen = await new Screen().open(url);
    await screen.answer({ timeline, health: aHealth() });
  };

  const plot = () => screen.find('lanes-plot') as HTMLElement;
  const press = async (key: string) => {
    plot().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await screen.settle();
  };

  afterEach(() => screen.element.remove());

  it('asks for the lanes of the address', async () => {
    screen = await new Screen().open('/timeline?group=host&product=CAT&page=3&from=now-24h');
    const { request } = screen.http.expectOne(({ url }) => url === '/api/v1/timeline');
    expect(request.params.get('group')).toBe('host');
    expect(request.params.getAll('product')).toEqual(['CAT']);
    expect(request.params.get('skip')).toBe('200');
    expect(request.params.get('from')).toBe(String(NOW - 24 * HOUR - 10_000));
  });

  it('says what there is to see, and draws a bar for each session', async () => {
    await open('/timeline');
    expect(screen.text('answer')).toBe(
      '3 sessions of 2 users; none crossed midnight; nobody held a product on several hosts at once.',
    );
    expect(screen.texts('lane')).toEqual(['ann', 'bob']);
    expect(screen.texts('bar')).toHaveLength(3);
    expect(screen.text('legend')).toMatch(/CAT ?DL1/);
  });

  it('goes from bar to bar by key, reads each out, and opens its rows', async () => {
    await open('/timeline?zone=Europe/Paris');
    plot().dispatchEvent(new Event('focus'));
    await screen.settle();
    expect(screen.text('bar-status')).toContain('ann: CAT on ws-101, Tue 11:02 to Tue 13:02');
    await press('ArrowDown');
    expect(screen.text('bar-status')).toContain('bob: DL1 on ws-101');
    expect(screen.text('bar-status')).toContain('timeout');
    await press('Enter');
    expect(screen.url).toBe(
      '/history?product=DL1&user=bob&host=ws-101&from=2026-11-24T12:02:10Z&to=2026-11-24T12:02:10.001Z&zone=Europe%2FParis',
    );
  });

  it('reads a bar under the pointer, and opens the one that was clicked', async () => {
    await open('/timeline');
    const bar = screen.element.querySelectorAll('[data-testid=bar]')[1];
    bar?.dispatchEvent(new Event('pointermove', { bubbles: true }));
    await screen.settle();
    expect(screen.text('readout')).toContain('still open');
    expect(screen.text('bar-status')).toBe('');
    bar?.dispatchEvent(new Event('click', { bubbles: true }));
    await screen.settle();
    await screen.click('open-bar');
    expect(screen.url).toBe('/live?product=CAT&user=ann&host=ws-101');
  });

  it('names nobody while names are masked', async () => {
    localStorage.setItem('license-monitor.names', 'masked');
    await open('/timeline');
    localStorage.clear();
    plot().dispatchEvent(new Event('focus'));
    await screen.settle();
    expect(screen.text('bar-status')).toMatch(/^user 1: CAT on host 1,/);
    expect(screen.element.querySelector('main')?.textContent).not.toMatch(/\bann\b|bob|ws-101/);
  });

  it('gives the same as a table', async () => {
    await open('/timeline');
    const twin = screen.element.querySelector('main details:not(.menu)');
    twin?.setAttribute('open', '');
    twin?.dispatchEvent(new Event('toggle'));
    await screen.settle();
    expect(screen.texts('bar-row')).toHaveLength(3);
    expect(screen.texts('bar-row')[2]).toMatch(/^ ?bob ?DL1 ?ws-101.*timeout ?1$/);
  });

  it('turns the pages of many lanes', async () => {
    await open('/timeline', aTimeline(lanes, { laneCount: 250 }));
    expect(screen.text('pages')).toContain('Lanes 1 to 2 of 250');
    await screen.click('more-lanes');
    expect(screen.url).toBe('/timeline?page=2');
    await screen.answer({ timeline: aTimeline([], { laneCount: 60 }) });
    expect(screen.text('panel-empty')).toContain('There are 60 lanes');
    await screen.click('lanes-before');
    expect(screen.url).toBe('/timeline');
  });

  it('draws further lanes a moment later', async () => {
    const many = Array.from({ length: 30 }, (_, id) => ({ key: `u${id}`, bars: [aBar({ id })] }));
    await open('/timeline', aTimeline(many));
    expect(screen.texts('bar')).toHaveLength(12);
    await screen.advance(16);
    await screen.advance(16);
    expect(screen.texts('bar')).toHaveLength(30);
  });

  it('groups by what is chosen', async () => {
    await open('/timeline?page=2');
    const list = screen.find('group') as HTMLSelectElement;
    list.selectedIndex = 1;
    list.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.url).toBe('/timeline?group=host');
  });

  it('moves its range by key', async () => {
    await open('/timeline');
    await screen.press('[');
    expect(screen.url).toBe('/timeline?from=2026-11-18T07:02:10Z&to=2026-11-22T11:02:10Z');
  });

  it('says what was not observed, and that nothing was', async () => {
    const gaps = [{ from: NOW - 2 * HOUR, to: NOW - HOUR, cause: 'serverDown' as const }];
    await open('/timeline', aTimeline(lanes, { gaps }));
    expect(screen.text('unobserved')).toContain('the licence server was down');
    await screen.visit('/timeline?user=nobody');
    await screen.answer({ timeline: aTimeline([]) });
    expect(screen.text('panel-empty-by-filter')).toContain('No sessions match the filters.');
  });
});
