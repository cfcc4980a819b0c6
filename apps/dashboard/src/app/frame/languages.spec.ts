import { aHealth, anOverview } from '../../testing/samples';
import { Screen } from '../../testing/open-screen';
import { languages } from './languages';

async function open(address: string): Promise<Screen> {
  const screen = await new Screen().open(address);
  await screen.answer({ health: aHealth(), overview: anOverview({ products: [] }) });
  return screen;
}

const linksOf = (screen: Screen): HTMLAnchorElement[] => [
  ...screen.element.querySelectorAll<HTMLAnchorElement>('[data-testid="languages"] a'),
];

describe('languages', () => {
  it('call themselves by their own names', () => {
    expect(languages).toContainEqual({ path: 'en', name: 'English' });
  });
});

describe('the choice of a language', () => {
  let screen: Screen;
  const base = document.createElement('base');

  afterEach(() => {
    screen.element.remove();
    base.remove();
    document.cookie = 'license-monitor-language=; Max-Age=0; Path=/';
  });

  it('leads to the same view, and is remembered', async () => {
    base.href = '/en/';
    document.head.append(base);
    screen = await open('/?zone=UTC');
    const links = linksOf(screen);
    expect(links.map((link) => [link.textContent?.trim(), link.getAttribute('href')])).toEqual(
      languages.map(({ path, name }) => [name, `/${path}/?zone=UTC`]),
    );
    expect(links[0]?.getAttribute('aria-current')).toBe('true');
    const last = links.at(-1);
    last?.addEventListener('click', (event) => event.preventDefault());
    last?.click();
    expect(document.cookie).toBe(`license-monitor-language=${languages.at(-1)?.path}`);
  });

  it('is not offered where the page is served without languages', async () => {
    screen = await open('/');
    expect(linksOf(screen)).toEqual([]);
  });
});
