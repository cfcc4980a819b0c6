import { aLoad, aWeek, aWhatIf, entitlements } from '../../testing/capacity-samples';
import { Screen } from '../../testing/open-screen';
import { aHealth, anOverview, HOUR, NOW } from '../../testing/samples';
// Fetched when it is opened, but a test need not wait for its compilation.
import '../capacity/capacity-page';

const range = { asOf: NOW, from: NOW - 28 * 24 * HOUR, to: NOW };
const product = { product: 'CAT', editor: null, model: 'concurrentUser' } as const;
const levels = Array.from({ length: 40 }, (_, index) => ({
  seats: index + 1,
  atLeastMs: HOUR * (40 - index),
}));

describe('Printing', () => {
  let screen: Screen;

  const open = async (url: string) => {
    screen = await new Screen().open(url);
    const answers = {
      health: aHealth(),
      overview: anOverview(),
      entitlements: entitlements(),
      loads: { ...range, items: [aLoad({ levels })] },
      week: { ...range, zone: 'Europe/Paris', items: [{ ...product, cells: aWeek() }] },
      whatIf: aWhatIf(),
    };
    while ((await screen.answer(answers)) > 0);
  };
  const tell = (event: 'beforeprint' | 'afterprint') => window.dispatchEvent(new Event(event));
  const twins = () => [...screen.element.querySelectorAll<HTMLDetailsElement>('main details')];
  const tables = () => twins().filter(({ className }) => className !== 'menu');
  const loadRows = () => screen.find('load-table')?.querySelectorAll('tbody tr').length;

  beforeEach(() => localStorage.clear());
  afterEach(() => {
    tell('afterprint');
    screen.element.remove();
    localStorage.clear();
  });

  it('opens the tables beside plots at once, but no menu, and folds them up again', async () => {
    await open('/capacity?product=CAT');
    const [first] = tables();
    first!.open = true;
    tell('beforeprint');
    expect(tables().every((twin) => twin.open)).toBe(true);
    expect(twins().filter((twin) => twin.className === 'menu' && twin.open)).toEqual([]);
    tell('afterprint');
    expect(tables().map((twin) => twin.open)).toEqual([true, false]);
  });

  it('shows only as many rows of a long table as there is room for, and says so', async () => {
    await open('/capacity?product=CAT');
    expect(loadRows()).toBe(40);
    tell('beforeprint');
    expect(loadRows()).toBe(5);
    expect(screen.find('load-table')?.closest('details')?.textContent).toContain(
      '5 of 40 lines; the rest as CSV at the address above.',
    );
    tell('afterprint');
    expect(loadRows()).toBe(40);
  });

  it('says at the head what is shown, of when, and where it is', async () => {
    await open('/capacity?product=CAT&zone=Europe/Paris');
    expect(screen.find('print-head')).toBeNull();
    tell('beforeprint');
    expect(document.documentElement.hasAttribute('data-printing')).toBe(true);
    expect(screen.text('print-head')).toContain('product CAT');
    expect(screen.text('print-head')).toContain('Tue 27 Oct 2026 14:02:10 CET');
    expect(screen.text('print-head')).toContain('observed for 10 h 00 min of 28 d 0 h (1 %)');
    expect(screen.text('print-head')).toContain(
      'http://localhost/capacity?product=CAT&zone=Europe%2FParis',
    );
    tell('afterprint');
    expect(screen.find('print-head')).toBeNull();
    expect(document.documentElement.hasAttribute('data-printing')).toBe(false);
  });

  it('tells nothing of a screen that was left', async () => {
    await open('/capacity?product=CAT');
    await screen.visit('/denials');
    tell('beforeprint');
    expect(screen.text('print-head')).not.toContain('observed for');
  });

  it('prints no address with names that this browser masks', async () => {
    localStorage.setItem('license-monitor.names', 'masked');
    await open('/capacity?product=CAT&user=ann');
    tell('beforeprint');
    expect(screen.text('print-head')).not.toContain('ann');
    expect(screen.text('print-head')).toContain('not printed, as names are masked');
  });
});
