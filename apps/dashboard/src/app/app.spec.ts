import { Screen } from '../testing/open-screen';
import { aHealth, anOverview, aServer, openSessions } from '../testing/samples';

describe('App', () => {
  let screen: Screen;

  const start = async (url: string, health = aHealth()) => {
    screen = await new Screen().open(url);
    await screen.answer({ overview: anOverview(), open: openSessions([]), health });
  };

  const open = async (url: string) => {
    await start(url);
    screen.streams.last.accept();
    screen.streams.last.send('health', aHealth(), 100);
    await screen.settle();
  };

  afterEach(() => screen.element.remove());

  it('says on every screen that the data are simulated', async () => {
    await start('/', aHealth({ demo: true }));
    expect(screen.text('demo-banner')).toBe('Demo data: a simulated licence server.');
    await screen.press('g');
    await screen.press('l');
    expect(screen.url).toBe('/live');
    expect(screen.text('demo-banner')).toBe('Demo data: a simulated licence server.');
  });

  it('shows a monitor that is not well', async () => {
    const server = aServer({ state: 'stopped', problem: 'No report for 4 min.' });
    await start('/', aHealth({ servers: [server] }));
    expect(screen.text('monitor-banner')).toMatch(/stopped \( ?lic1 ?\)\. No report for 4 min\./);
  });

  it('takes the state of the monitor from the stream', async () => {
    await open('/');
    expect(screen.find('monitor-banner')).toBeNull();
    const servers = [aServer({ state: 'degraded', problem: 'Disk full.' })];
    screen.streams.last.send('health', aHealth({ servers }), 101);
    await screen.settle();
    expect(screen.text('monitor-banner')).toContain('Disk full.');
  });

  it('shows what the connection is worth and dims figures that are old', async () => {
    await open('/?zone=Europe/Paris');
    expect(screen.text('connection')).toBe('● Live');
    screen.streams.last.break();
    await screen.advance(3_000);
    expect(screen.text('connection')).toBe('▲ Reconnecting (3 s)');
    await screen.advance(12_000);
    expect(screen.text('connection')).toBe('▲ Stale since 14:02');
    expect(screen.element.querySelector('main')?.classList).toContain('is-stale');
    screen.streams.last.send('health', aHealth(), 100);
    await screen.settle();
    expect(screen.text('connection')).toBe('● Live');
  });

  it('moves the focus to the heading of the next screen, not of the first', async () => {
    await open('/');
    expect(document.activeElement).toBe(document.body);
    await screen.press('g');
    await screen.press('h');
    expect(document.activeElement?.textContent).toBe('History');
    expect(document.title).toBe('History · License Monitor');
  });

  it('carries filters from screen to screen', async () => {
    await open('/live?user=ann&sort=user&q=x&zone=Europe/Paris');
    await screen.press('g');
    await screen.press('h');
    expect(screen.url).toBe('/history?user=ann&zone=Europe%2FParis');
  });

  it('marks the screen it is on', async () => {
    await open('/live?user=ann');
    expect(screen.element.querySelector('nav [aria-current=page]')?.textContent).toBe('Live');
  });

  it('names what of the address it ignores, and removes it on request', async () => {
    await open('/live?user=ann&sort=price');
    expect(screen.text('query-notice')).toContain('sort=price (no such column)');
    screen.find('query-notice')?.querySelector('button')?.click();
    await screen.settle();
    expect(screen.url).toBe('/live?user=ann');
    expect(screen.find('query-notice')).toBeNull();
  });

  it('shows the zone of the address', async () => {
    await open('/?zone=Asia/Tokyo');
    expect(screen.text('zone')).toBe('Asia/Tokyo');
  });

  it('lists the keys', async () => {
    await open('/');
    const dialog = screen.find('key-help') as HTMLDialogElement;
    // jsdom knows the element but not its methods.
    dialog.showModal = () => dialog.setAttribute('open', '');
    await screen.press('?');
    expect(dialog.open).toBe(true);
    expect(dialog.textContent).toContain('Pause or resume live changes');
  });

  it('skips to the content without leaving the page', async () => {
    await open('/live');
    screen.element.querySelector<HTMLElement>('.skip-link')?.click();
    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(screen.url).toBe('/live');
  });
});
