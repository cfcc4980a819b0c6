import { Screen } from '../../testing/open-screen';
import { aHealth, anOverview, aSession, openSessions } from '../../testing/samples';

describe('SettingsMenu', () => {
  let screen: Screen;

  const open = async (url: string) => {
    screen = await new Screen().open(url);
    const items = [aSession(), aSession({ id: 2, user: 'bob', host: 'ws-102' })];
    await screen.answer({ open: openSessions(items), overview: anOverview(), health: aHealth() });
  };
  const menu = () => screen.find('settings') as HTMLDetailsElement;
  const mask = async (isOn: boolean) => {
    const box = screen.find('mask-names') as HTMLInputElement;
    box.checked = isOn;
    box.dispatchEvent(new Event('change'));
    await screen.settle();
  };
  const choose = async (testId: string, index: number) => {
    const list = screen.find(testId) as HTMLSelectElement;
    list.selectedIndex = index;
    list.dispatchEvent(new Event('change'));
    await screen.settle();
  };

  beforeEach(() => localStorage.clear());
  afterEach(() => {
    screen.element.remove();
    localStorage.clear();
  });

  it('masks users and hosts everywhere, and shows them again', async () => {
    await open('/live?user=ann&user=bob&sort=user');
    await mask(true);
    const main = screen.element.querySelector('main')?.textContent ?? '';
    expect(main).not.toMatch(/ann|bob|ws-10/);
    expect(screen.texts('session-row')[0]).toMatch(/^user 1 ?CAT ?host 1/);
    expect(screen.texts('filter-chip')[0]).toContain('user 1');
    expect(screen.element.querySelector('[title=ann]')).toBeNull();
    await mask(false);
    expect(screen.text('session-row')).toContain('ann');
  });

  it('remembers it, and says in its name that names are masked', async () => {
    await open('/live');
    await mask(true);
    expect(localStorage.getItem('license-monitor.names')).toBe('masked');
    expect(menu().querySelector('summary')?.textContent).toBe('Settings (names masked)');
    expect(screen.url).toBe('/live');
  });

  it('masks the heads of groups', async () => {
    await open('/live?group=host');
    await mask(true);
    expect(screen.texts('group-row')[0]).toMatch(/host \d/);
    expect(screen.texts('group-row').join()).not.toContain('ws-');
  });

  it('chooses colours and the height of rows', async () => {
    await open('/');
    await choose('theme', 2);
    await choose('density', 1);
    expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
    expect(document.documentElement.getAttribute('data-density')).toBe('comfortable');
  });

  it('closes by Escape, and when the person goes on elsewhere', async () => {
    await open('/');
    menu().open = true;
    menu().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(menu().open).toBe(false);
    expect(document.activeElement).toBe(menu().querySelector('summary'));
    menu().open = true;
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(menu().open).toBe(false);
  });
});
