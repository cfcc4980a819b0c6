import { Screen } from '../../testing/open-screen';
import { aHealth, anOverview, aProduct, HOUR, NOW } from '../../testing/samples';
import { aProductSeries, aProductSummary, aSeries, aSummary } from '../../testing/usage-samples';

interface FakeOptions {
  readonly height: number;
  readonly hooks: { readonly setSelect: readonly ((plot: unknown) => void)[] };
}

/** The plots that were drawn; jsdom has no canvas. */
const drawn: { options: FakeOptions; data: unknown; isDestroyed: boolean }[] = [];

jest.mock('uplot', () => ({
  __esModule: true,
  default: class {
    private readonly plot;
    constructor(options: FakeOptions, data: unknown) {
      this.plot = { options, data, isDestroyed: false };
      drawn.push(this.plot);
    }
    destroy(): void {
      this.plot.isDestroyed = true;
    }
  },
}));

describe('UsagePage', () => {
  let screen: Screen;

  beforeAll(() => {
    // jsdom has neither.
    Object.assign(globalThis, {
      ResizeObserver: class {
        observe = () => undefined;
        disconnect = () => undefined;
      },
      matchMedia: () => new EventTarget(),
    });
  });

  beforeEach(() => drawn.splice(0));
  afterEach(() => screen.element.remove());

  const open = async (url: string) => {
    screen = await new Screen().open(url);
  };
  const answers = {
    series: aSeries(),
    summary: aSummary(),
    overview: anOverview(),
    health: aHealth(),
  };

  it('asks for the products and the range of the address', async () => {
    await open('/usage?product=CAT&product=DL1&user=ann&from=2026-11-24T08:00Z');
    const { request } = screen.http.expectOne(({ url }) => url === '/api/v1/usage/series');
    expect(request.params.getAll('product')).toEqual(['CAT', 'DL1']);
    expect(request.params.getAll('user')).toEqual(['ann']);
    expect(request.params.get('from')).toBe(String(Date.UTC(2026, 10, 24, 8)));
    expect(request.params.has('to')).toBe(false);
  });

  it('shows the product with the highest peak today when none is chosen, and says so', async () => {
    await open('/usage');
    expect(screen.http.match(({ url }) => url.includes('/usage/'))).toHaveLength(0);
    const products = [aProduct(), aProduct({ product: 'DL1', peakToday: 30 })];
    await screen.answer({ overview: anOverview({ products }) });
    const { request } = screen.http.expectOne(({ url }) => url === '/api/v1/usage/series');
    expect(request.params.getAll('product')).toEqual(['DL1']);
    expect(screen.text('choice')).toBe(
      'No product is chosen: DL1 is shown, with the highest peak today.',
    );
  });

  it('answers in a sentence, with the range before', async () => {
    await open('/usage?product=CAT&zone=Europe/Paris');
    await screen.answer(answers);
    const before = screen.http.expectOne(({ url }) => url === '/api/v1/usage/summary');
    expect(before.request.params.get('from')).toBe(String(NOW - 8 * HOUR));
    expect(before.request.params.get('to')).toBe(String(NOW - 4 * HOUR));
    before.flush(aSummary({ items: [aProductSummary({ average: 8, observedMs: 4 * HOUR })] }));
    await screen.settle();
    expect(screen.text('answer')).toMatch(/^CAT peaked at 18 of 20 licences, first on Tue 11:32\./);
    expect(screen.text('answer')).toContain('the average is 1.25 more (16 %)');
    expect(screen.text('unobserved')).toContain('the licence server was down');
    expect(screen.text('range-shown')).toBe('Tue 10:02 to Tue 14:02, not included');
  });

  describe('compared with the weeks before', () => {
    const WEEK = 7 * 24 * HOUR;
    const range = { from: NOW - 4 * HOUR - WEEK, to: NOW - WEEK };
    const points = aProductSeries().points.map((point, index) => ({
      ...point,
      at: point.at - WEEK,
      max: index === 3 ? null : 10 + index,
    }));
    const compared = {
      ...answers,
      series: aSeries({ compare: { ...range, items: [aProductSeries({ points })] } }),
      summary: aSummary({
        compare: { ...range, items: [aProductSummary({ average: 8, peak: 12 })] },
      }),
    };

    it('asks for them by the key x, in the address, and stops by the same key', async () => {
      await open('/usage?product=CAT&zone=Europe/Paris');
      await screen.answer(answers);
      await screen.press('x');
      expect(screen.url).toBe('/usage?product=CAT&zone=Europe%2FParis&compare=previous');
      const asked = screen.http.match(({ params }) => params.has('compare'));
      expect(asked.map(({ request }) => request.url.split('/').at(-1)).sort()).toEqual([
        'series',
        'summary',
      ]);
      expect(asked[0]?.request.params.get('zone')).toBe('Europe/Paris');
      await screen.press('x');
      expect(screen.url).toBe('/usage?product=CAT&zone=Europe%2FParis');
    });

    it('offers the year before, and nothing', async () => {
      await open('/usage?product=CAT&compare=previous');
      const list = screen.find('compare') as HTMLSelectElement;
      expect(list.selectedIndex).toBe(1);
      list.selectedIndex = 2;
      list.dispatchEvent(new Event('change'));
      await screen.settle();
      expect(screen.url).toBe('/usage?product=CAT&compare=year');
    });

    it('says how it has grown, and asks for no other range', async () => {
      await open('/usage?product=CAT&compare=previous&zone=Europe/Paris');
      await screen.answer(compared);
      expect(screen.text('answer')).toContain(
        'Against 17 Nov 10:02 to 17 Nov 14:02, 3 h 00 min of it observed: the average is 1.25 more (16 %); then the peak was 12.',
      );
      screen.http.expectNone(({ url }) => url.endsWith('/usage/summary'));
    });

    it('draws a thin line, and has the same in the table and in the figures', async () => {
      await open('/usage?product=CAT&compare=previous&zone=Europe/Paris');
      await screen.answer(compared);
      const [plot] = drawn.filter(({ isDestroyed }) => !isDestroyed);
      expect((plot?.data as number[][])[4]).toEqual([10, 10, 11, 11, 12, 12, null, null]);
      expect(screen.text('compared')).toBe(
        'Thin line: most in use from 17 Nov 10:02 to 17 Nov 14:02, day under day.',
      );
      expect(screen.texts('figure-before')[0]).toBe('then: 12');
      window.dispatchEvent(new Event('beforeprint'));
      const cells = screen.element.querySelectorAll('[data-label="Most then"]');
      expect([...cells].map((cell) => cell.textContent.trim())).toEqual([
        '10',
        '11',
        '12',
        'unknown',
      ]);
      window.dispatchEvent(new Event('afterprint'));
    });

    it('says that nothing is known of the earlier range', async () => {
      await open('/usage?product=CAT&compare=year&zone=Europe/Paris');
      const nothing = { ...range, items: [] };
      await screen.answer({
        ...answers,
        series: aSeries({ compare: nothing }),
        summary: aSummary({ compare: nothing }),
      });
      expect(screen.text('answer')).toContain('whether it grew is not known');
      expect(screen.text('compared')).toContain('Nothing is known of 17 Nov 10:02');
      expect(screen.find('figure-before')).toBeNull();
    });
  });

  it('draws twice as large for print, light, and with the whole range in few lines', async () => {
    await open('/usage?product=CAT');
    const step = HOUR / 100;
    const point = { min: 1, max: 2, average: 1.5, coverage: 1 };
    const points = Array.from({ length: 400 }, (_, index) => ({
      ...point,
      at: NOW - 4 * HOUR + index * step,
    }));
    const items = [aProductSeries({ points, gaps: [], denials: [] })];
    await screen.answer({ ...answers, series: aSeries({ bucketMs: step, items }) });
    const heightOf = () => drawn.filter(({ isDestroyed }) => !isDestroyed)[0]?.options.height;
    expect(heightOf()).toBe(240);
    window.dispatchEvent(new Event('beforeprint'));
    expect(heightOf()).toBe(480);
    expect(screen.texts('series-row')).toHaveLength(14);
    expect(screen.text('joined')).toBe(
      '400 equal times, joined into 14 lines; each of them as CSV at the address above.',
    );
    window.dispatchEvent(new Event('afterprint'));
    expect(heightOf()).toBe(240);
    expect(screen.find('joined')).toBeNull();
  });

  it('draws a plot with its finding in words, and the same as a table', async () => {
    await open('/usage?product=CAT');
    await screen.answer(answers);
    const [plot] = drawn.filter(({ isDestroyed }) => !isDestroyed);
    expect((plot?.data as number[][])[2]).toEqual([5, 5, 18, 18, null, null, 9, 9]);
    const image = screen.element.querySelector('.use-plot');
    expect(image?.getAttribute('role')).toBe('img');
    expect(image?.getAttribute('aria-label')).toContain('CAT peaked at 18');
    expect(screen.find('series-table')).toBeNull();
    const twin = screen.element.querySelector<HTMLDetailsElement>('main details:not(.menu)');
    if (twin !== null) twin.open = true;
    twin?.dispatchEvent(new Event('toggle'));
    await screen.settle();
    const rows = [...screen.element.querySelectorAll('[data-testid=series-row]')].map((row) =>
      [...row.children].slice(1).map((cell) => cell.textContent.trim()),
    );
    expect(rows[1]).toEqual(['5', '18', '17.5', '20', '100 %', '2 capacity · 1 rule']);
    expect(rows[2]).toEqual(['unknown', 'unknown', 'unknown', '20', '0 %', '–none']);
  });

  it('leads to the denials and the sessions it counts', async () => {
    await open('/usage?product=CAT&user=ann');
    await screen.answer(answers);
    const links = [...screen.element.querySelectorAll('lm-product-usage a')].map((link) =>
      link.getAttribute('href'),
    );
    const rows = 'product=CAT&user=ann&from=2026-11-24T09:02:10Z&to=2026-11-24T13:02:10Z';
    expect(links).toEqual([`/denials?${rows}`, `/history?${rows}`]);
  });

  it('chooses a range by dragging over the plot', async () => {
    await open('/usage?product=CAT');
    await screen.answer(answers);
    const plot = drawn.at(-1);
    const over = {
      select: { left: 10, width: 100 },
      posToVal: (left: number) => NOW - (left === 10 ? 3 : 2) * HOUR,
      setSelect: () => undefined,
    };
    plot?.options.hooks.setSelect[0]?.(over);
    await screen.settle();
    expect(screen.url).toBe('/usage?product=CAT&from=2026-11-24T10:02Z&to=2026-11-24T11:03Z');
  });

  it('adds a product to those that are shown', async () => {
    await open('/usage?product=CAT');
    await screen.answer(answers);
    const field = screen.find('add-product') as HTMLInputElement;
    field.value = ' DL1 ';
    field.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.url).toBe('/usage?product=CAT&product=DL1');
    const items = [aProductSeries(), aProductSeries({ product: 'DL1' })];
    await screen.answer({
      series: aSeries({ items }),
      summary: aSummary({ items: [aProductSummary(), aProductSummary({ product: 'DL1' })] }),
    });
    expect(screen.text('answer')).toBe('Peaks: CAT 18 licences, DL1 18 licences.');
    expect(screen.texts('sentence')).toHaveLength(2);
  });

  it('gives its plots back when it is left', async () => {
    await open('/usage?product=CAT');
    await screen.answer(answers);
    await screen.visit('/');
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.every(({ isDestroyed }) => isDestroyed)).toBe(true);
  });

  it('says that the log ended before the range', async () => {
    await open('/usage?product=CAT&from=now-1h&zone=Europe/Paris');
    const to = NOW - 24 * HOUR;
    await screen.answer({ ...answers, series: aSeries({ from: to, to, items: [] }) });
    expect(screen.text('panel-empty')).toContain('the log was read up to Mon 14:02.');
  });

  it('says that there is no product, or that filters leave none', async () => {
    await open('/usage');
    await screen.answer({ overview: anOverview({ products: [] }), health: aHealth() });
    expect(screen.text('panel-empty')).toContain('No product has been seen');
    await screen.visit('/usage?product=XYZ');
    await screen.answer({ ...answers, series: aSeries({ items: [] }) });
    expect(screen.find('panel-empty-by-filter')).not.toBeNull();
  });

  it('says what failed', async () => {
    await open('/usage?product=CAT');
    await screen.fail(503);
    expect(screen.text('panel-error')).toContain('The API answered 503.');
  });
});
