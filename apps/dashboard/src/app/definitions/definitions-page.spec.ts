import { Screen } from '../../testing/open-screen';
import { aHealth, aServer } from '../../testing/samples';

const TEXT = `# What the figures mean

Unknown is never zero.

| figure | definition |
| ------ | ---------- |
| peak   | the greatest \`U(t)\` |
`;

describe('DefinitionsPage', () => {
  let screen: Screen;

  afterEach(() => screen.element.remove());

  it('shows the definitions under one heading', async () => {
    screen = await new Screen().open('/definitions');
    await screen.answer({ definitions: TEXT, health: aHealth() });
    const headings = [...screen.element.querySelectorAll('h1')].map((h1) => h1.textContent);
    expect(headings).toEqual(['What the figures mean']);
    expect(screen.text('definitions')).toContain('the greatest U(t)');
    const head = screen.find('definitions')?.querySelector('[role=table] [role=rowheader]');
    expect(head?.textContent).toBe('peak');
  });

  it('runs nothing that the text may hold', async () => {
    screen = await new Screen().open('/definitions');
    // Angular says on the console that it has taken something away.
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    const definitions = `${TEXT}\n<img src="x" onerror="alert(1)">\n`;
    await screen.answer({ definitions, health: aHealth() });
    expect(screen.find('definitions')?.innerHTML).toContain('<img');
    expect(screen.find('definitions')?.innerHTML).not.toContain('onerror');
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('says that the text did not come', async () => {
    screen = await new Screen().open('/definitions');
    await screen.fail(404);
    expect(screen.text('panel-error')).toContain('The API answered 404.');
  });

  it('is linked from every screen, and so is the health from what is wrong', async () => {
    screen = await new Screen().open('/live?zone=Asia/Tokyo');
    await screen.answer({ health: aHealth({ servers: [aServer({ state: 'stopped' })] }) });
    const footer = screen.element.querySelector('footer a');
    expect(footer?.getAttribute('href')).toBe('/definitions?zone=Asia%2FTokyo');
    const banner = screen.find('monitor-banner')?.querySelector('a');
    expect(banner?.getAttribute('href')).toBe('/health?zone=Asia%2FTokyo');
  });
});
