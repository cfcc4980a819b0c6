import { aClosedSession, aHealth } from '../../testing/samples';
import { Screen } from '../../testing/open-screen';

/** What every browser has, and jsdom lacks. */
function readText(this: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(this);
  });
}

describe('ExportButtons', () => {
  let screen: Screen;
  let saved: { name: string; content: Blob }[];
  const originals = { create: URL.createObjectURL, revoke: URL.revokeObjectURL };

  beforeEach(() => {
    Object.defineProperty(Blob.prototype, 'text', { value: readText, configurable: true });
    saved = [];
    const contents = new Map<string, Blob>();
    URL.createObjectURL = (content: Blob) => {
      const url = `blob:${contents.size}`;
      contents.set(url, content);
      return url;
    };
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      const content = contents.get(this.href);
      if (content !== undefined) saved.push({ name: this.download, content });
    });
  });

  afterEach(() => {
    screen.element.remove();
    jest.restoreAllMocks();
    Reflect.deleteProperty(Blob.prototype, 'text');
    URL.createObjectURL = originals.create;
    URL.revokeObjectURL = originals.revoke;
  });

  const openHistory = async (nextCursor: string | null, address = '') => {
    screen = await new Screen().open(`/history?zone=Europe/Paris${address}`);
    const items = [aClosedSession({ host: '=ws' })];
    await screen.answer({ closed: { items, nextCursor }, health: aHealth() });
  };

  const expectFile = () => screen.http.expectOne(({ params }) => params.has('format'));

  it('saves the rows that are shown, under a name that says what and when', async () => {
    await openHistory(null);
    await screen.click('export-csv');
    expect(saved.map(({ name }) => name)).toEqual(['sessions_closed_2026-11-24_140210.csv']);
    expect(await saved[0]?.content.text()).toContain(`"'=ws"`);
  });

  it('saves them as a workbook', async () => {
    await openHistory(null);
    await screen.click('export-xlsx');
    expect(saved.map(({ name }) => name)).toEqual(['sessions_closed_2026-11-24_140210.xlsx']);
    expect((await saved[0]?.content.text())?.slice(0, 2)).toBe('PK');
  });

  it.each(['csv', 'xlsx'] as const)(
    'takes all rows from the API as %s where only some are loaded',
    async (format) => {
      await openHistory('older', '&product=CAT');
      await screen.click(`export-${format}`);
      const file = expectFile();
      const { url, params } = file.request;
      expect([url, params.get('status'), params.get('product')]).toEqual([
        '/api/v1/sessions',
        'closed',
        'CAT',
      ]);
      expect([params.get('format'), params.get('zone')]).toEqual([format, 'Europe/Paris']);
      expect([params.has('limit'), params.has('cursor')]).toEqual([false, false]);
      const content = new Blob(['all']);
      file.flush(content);
      await screen.settle();
      expect(saved).toEqual([{ name: `sessions_closed_2026-11-24_140210.${format}`, content }]);
    },
  );

  it('keeps to the loaded rows while a text narrows them', async () => {
    await openHistory('older', '&q=ws');
    await screen.click('export-csv');
    expect(saved).toHaveLength(1);
  });

  it('says why there is no file', async () => {
    await openHistory('older');
    await screen.click('export-xlsx');
    const problem = {
      title: 'The answer is too large for this form',
      code: 'LM_EXPORT_TOO_LARGE',
      detail: 'A workbook holds 100000 rows.',
    };
    expectFile().flush(new Blob([JSON.stringify(problem)]), { status: 422, statusText: 'failed' });
    await screen.settle();
    await screen.settle();
    expect(saved).toEqual([]);
    expect(screen.text('export-failed')).toContain(
      'The answer is too large for this form LM_EXPORT_TOO_LARGE A workbook holds 100000 rows.',
    );
    await screen.click('export-csv');
    expectFile().flush(null, { status: 502, statusText: 'failed' });
    await screen.settle();
    expect(screen.text('export-failed')).toContain('The API answered 502.');
  });
});
