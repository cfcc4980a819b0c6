import { aClosedSession, aHealth } from '../../testing/samples';
import { Screen } from '../../testing/open-screen';

describe('CopyAs', () => {
  let screen: Screen;
  const written: string[] = [];
  const give = (clipboard: unknown) =>
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  const menu = () => screen.find('copy-as') as HTMLDetailsElement;
  const copy = async (form: 'link' | 'csv' | 'markdown') => {
    menu().open = true;
    await screen.click(`copy-${form}`);
  };

  beforeEach(async () => {
    written.splice(0);
    give({
      writeText: (text: string) => {
        written.push(text);
        return Promise.resolve();
      },
    });
    screen = await new Screen().open('/history?zone=Europe/Paris&user=ann');
    const items = [aClosedSession({ host: '=ws|1' })];
    await screen.answer({ closed: { items, nextCursor: null }, health: aHealth() });
  });

  afterEach(() => {
    screen.element.remove();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('copies the address of the view, and reads out that it did', async () => {
    await copy('link');
    expect(written).toEqual(['http://localhost/history?user=ann&zone=Europe%2FParis']);
    expect(screen.text('announcer')).toBe('Link copied');
    expect(menu().open).toBe(false);
    expect(document.activeElement).toBe(menu().querySelector('summary'));
  });

  it('says on its button what it has done, for a while', async () => {
    const name = () => menu().querySelector('summary')?.textContent;
    await copy('link');
    expect(name()).toBe('Link copied');
    await screen.advance(4_000);
    expect(name()).toBe('Copy as');
  });

  it('copies the rows as CSV and as a table in Markdown, disarmed both', async () => {
    await copy('csv');
    await copy('markdown');
    expect(written[0]).toContain(`"ann","'=ws|1"`);
    expect(written[1]?.split('\n')).toHaveLength(4);
    expect(written[1]).toContain("| ann | '=ws\\|1 |");
    expect(screen.text('announcer')).toBe('Markdown copied, 1 row');
  });

  it('shows the text, selected, where the browser lets nothing be copied', async () => {
    give(undefined);
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
    await copy('link');
    const dialog = screen.find('copy-by-hand');
    const field = dialog?.querySelector('textarea');
    expect(field?.value).toBe('http://localhost/history?user=ann&zone=Europe%2FParis');
    field?.focus();
    expect(field?.selectionEnd).toBe(field?.value.length);
    dialog?.querySelector('button')?.click();
    await screen.settle();
    expect(screen.find('copy-by-hand')).toBeNull();
  });

  it('closes by Escape, and when the person goes on elsewhere', async () => {
    menu().open = true;
    menu().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(menu().open).toBe(false);
    menu().open = true;
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(menu().open).toBe(false);
  });

  it('has an address to copy where there are no rows', async () => {
    await screen.visit('/history?zone=Europe/Paris&user=bob');
    await screen.answer({ closed: { items: [], nextCursor: null } });
    expect((screen.find('copy-csv') as HTMLButtonElement).disabled).toBe(true);
    await copy('link');
    expect(written[0]).toContain('user=bob');
  });
});
