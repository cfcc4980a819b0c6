import {
  aLoad,
  anEntitlement,
  anInterval,
  aReplay,
  aWeek,
  aWhatIf,
  entitlements,
} from '../../testing/capacity-samples';
// Fetched when it is opened, but a test need not wait for its compilation.
import './capacity-page';
import { Screen } from '../../testing/open-screen';
import { aHealth, anOverview, aProduct, HOUR, NOW } from '../../testing/samples';

const range = { asOf: NOW, from: NOW - 28 * 24 * HOUR, to: NOW };
const week = {
  ...range,
  zone: 'Europe/Paris',
  items: [{ product: 'CAT', editor: null, model: 'concurrentUser', cells: aWeek() }],
};

const answers = {
  health: aHealth(),
  overview: anOverview(),
  entitlements: entitlements(),
  loads: { ...range, items: [aLoad()] },
  week,
  whatIf: aWhatIf({ asked: aReplay({ seats: 20, blocked: 0, blockedShare: 0 }) }),
};

describe('CapacityPage', () => {
  let screen: Screen;

  const open = async (url: string) => {
    screen = await new Screen().open(url);
  };

  /** One answer leads to the next question. */
  const answerAll = async (patch: Partial<typeof answers> = {}) => {
    while ((await screen.answer({ ...answers, ...patch })) > 0);
  };

  const requestFor = (end: string) =>
    screen.http.match(({ url }) => url.endsWith(end)).map(({ request }) => request);

  const type = async (testId: string, value: string) => {
    const field = screen.find(testId) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input'));
    await screen.settle();
  };

  afterEach(() => screen.element.remove());

  it('asks for four weeks of the product of the address, whoever is filtered', async () => {
    await open('/capacity?product=CAT&user=ann&server=lic1&zone=Europe/Paris');
    const [request] = requestFor('/usage/load-duration');
    expect(request?.params.getAll('product')).toEqual(['CAT']);
    expect(request?.params.getAll('server')).toEqual(['lic1']);
    expect(request?.urlWithParams).not.toContain('user');
    expect(request?.params.get('from')).toBe(String(Date.UTC(2026, 9, 27, 13, 2)));
    expect(request?.params.has('to')).toBe(false);
    expect(requestFor('/usage/hour-of-week')[0]?.params.get('zone')).toBe('Europe/Paris');
    expect(screen.text('ignored-filters')).toContain('user ann');
  });

  it('answers in its first line', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    expect(screen.text('answer')).toBe(
      'CAT: 2 licences were enough for 99 % of the observed time and 3 for 99 % of the requests; 20 are owned. Tightest: Monday 11:00–12:00, peak 11.',
    );
    expect(screen.find('chosen-why')).toBeNull();
  });

  it('chooses the tightest product where none is chosen, and says so', async () => {
    await open('/capacity');
    const products = [
      aProduct({ product: 'BIG', licenses: 40 }),
      aProduct({ product: 'CAT', licenses: 19 }),
    ];
    await answerAll({ overview: anOverview({ products }) });
    expect(screen.text('chosen-why')).toBe(
      'No product is chosen: CAT has the highest share in use now, 19 of 20 licences.',
    );
    expect(screen.text('answer')).toMatch(/^CAT:/);
  });

  it('changes the product, and forgets the number that was tried out with the old one', async () => {
    await open('/capacity?product=CAT&seats=18');
    const products = [aProduct(), aProduct({ product: 'DL1' })];
    await answerAll({ overview: anOverview({ products }) });
    const list = screen.find('product') as HTMLSelectElement;
    list.selectedIndex = 1;
    list.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.url).toBe('/capacity?product=DL1');
  });

  it('does not show the figures of one product under the name of another', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    await screen.visit('/capacity?product=DL1');
    expect(screen.find('answer')).toBeNull();
    expect(screen.find('panel-loading')).not.toBeNull();
  });

  it('tells time from requests in what is enough', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    expect(screen.texts('enough-row')).toEqual(['50 %11', '99 %23', '100 %24']);
    expect(screen.text('enough-table')).toMatch(/of the observed time ?of the requests/);
    expect(screen.find('enough-note')).toBeNull();
  });

  it('says where requests found a full pool, so that what is enough is not known', async () => {
    await open('/capacity?product=CAT');
    await answerAll({
      loads: {
        ...range,
        items: [aLoad({ enough: [{ share: 0.99, byTime: 20, byRequests: 21 }] })],
      },
    });
    expect(screen.texts('enough-row')).toEqual(['99 %20≥ 21']);
    expect(screen.text('enough-note')).toContain('What if tells');
  });

  it('has a table beside each plot', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    const labels = [...screen.element.querySelectorAll('[data-testid=step-plot]')].map((plot) =>
      plot.getAttribute('aria-label'),
    );
    expect(labels[0]).toContain('Load duration: peak 2 licences');
    expect(labels[1]).toContain('Blocked requests: 30 with 17 licences');
    expect(screen.text('load-table')).toContain('21 h 00 min10 %');
    expect(screen.text('what-if-table')).toContain('1812');
  });

  it('replays with as many licences as are owned, and with others at once where it knows', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    expect(screen.text('what-if-sentence')).toContain('With the 20 licences that are owned');
    await type('what-if-slider', '18');
    expect(screen.text('what-if-sentence')).toContain(
      'With 18 licences instead of 20, 12 of 1,203',
    );
    await screen.advance(200);
    expect(screen.url).toBe('/capacity?product=CAT&seats=18');
    expect(requestFor('/capacity/what-if')[0]?.params.get('seats')).toBe('18');
  });

  it('asks for a number that it does not know yet', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    await type('what-if-number', '5');
    expect(screen.text('what-if-sentence')).toBe('Being computed.');
    await screen.advance(200);
    await answerAll({ whatIf: aWhatIf({ asked: aReplay({ seats: 5, blocked: 900 }), curve: [] }) });
    expect(screen.text('what-if-sentence')).toContain('With 5 licences instead of 20, 900 of');
    await screen.click('what-if-reset');
    expect(screen.url).toBe('/capacity?product=CAT');
  });

  it('takes no number that is none', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    await type('what-if-number', '-3');
    await screen.advance(200);
    expect(screen.url).toBe('/capacity?product=CAT');
  });

  it('names what the replay rests on', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    expect(screen.text('what-if-demand')).toContain('3 lost, 5 delayed');
    expect(screen.text('what-if-demand')).toContain('is assumed');
    const link = screen.find('what-if-demand')?.querySelector('a')?.getAttribute('href');
    expect(link).toMatch(/^\/denials\?product=CAT&from=2026-10-27T13.*&cause=capacity$/);
    expect(screen.text('needed-table')).toContain('21 (90 % between 19 and 22)');
  });

  it('shows the week as a table with one stop for the keyboard', async () => {
    await open('/capacity?product=CAT&zone=Europe/Paris');
    await answerAll();
    const cells = [...screen.element.querySelectorAll<HTMLElement>('[data-testid=week-cell]')];
    expect(cells).toHaveLength(168);
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    expect(cells[11]?.textContent.trim()).toBe('11');
    expect(cells[167]?.textContent.trim()).toBe('not observed');
    expect(screen.text('week-hour')).toContain('Monday 11:00–12:00: peak 11, average 5.5');
  });

  it('moves through the week by arrows, and leads to the use of that hour', async () => {
    await open('/capacity?product=CAT&zone=Europe/Paris');
    await answerAll();
    const cell = screen.find('week-grid')?.querySelector('td[tabindex="0"]');
    cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    await screen.settle();
    expect(screen.text('week-hour')).toContain('Monday 10:00–11:00');
    const link = screen.find('week-hour')?.querySelector('a')?.getAttribute('href');
    expect(link).toContain('/usage?');
    expect(link).toContain('product=CAT');
    expect(link).toContain('from=2026-11-23T09:00:00.000Z');
  });

  it('keeps the measure in the address', async () => {
    await open('/capacity?product=CAT');
    await answerAll();
    const list = screen.find('measure') as HTMLSelectElement;
    list.selectedIndex = 2;
    list.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.url).toBe('/capacity?product=CAT&measure=grants');
    expect(screen.texts('week-cell')[9]).toBe('3');
  });

  it('shows who says how many seats there are, and where sources differ', async () => {
    await open('/capacity?product=CAT');
    const others = [{ source: 'usageCsv', seats: 18 } as const];
    const items = [anEntitlement({ intervals: [anInterval({ others })] })];
    const failure = {
      server: 'lic1',
      source: null,
      origin: 'seats.yaml',
      at: NOW,
      reason: 'invalid',
      text: 'line 3',
    };
    await answerAll({ entitlements: entitlements({ items, failures: [failure] }) });
    expect(screen.text('seats-row')).toMatch(/^file kept by hand ?20.*sources differ: getLicense/);
    expect(screen.text('seat-failures')).toContain('seats.yaml');
  });

  it('says that seats are not known, and never guesses them', async () => {
    await open('/capacity?product=CAT');
    await answerAll({
      entitlements: entitlements({ items: [] }),
      loads: { ...range, items: [aLoad({ entitlements: null })] },
      whatIf: aWhatIf({ owned: null, asked: aReplay({ seats: 2 }) }),
    });
    expect(screen.text('answer')).toContain('how many are owned is not known');
    expect(screen.text('seats-unknown')).toContain('Seats owned are not known for CAT');
    expect(screen.text('what-if-sentence')).toMatch(/^With 2 licences, 12 of/);
  });

  it('says that nothing is known of a product', async () => {
    await open('/capacity?product=NO1');
    await answerAll({ loads: { ...range, items: [] } });
    expect(screen.text('panel-empty')).toContain('Nothing is known of NO1 in this range.');
    expect(screen.find('what-if-slider')).toBeNull();
  });

  it('says that nothing is known at all', async () => {
    await open('/capacity');
    await answerAll({
      overview: anOverview({ products: [] }),
      entitlements: entitlements({ items: [] }),
    });
    expect(screen.text('panel-empty')).toContain('No product has been seen yet');
  });

  it('says that the API does not answer, and asks again', async () => {
    await open('/capacity');
    await screen.fail(503);
    expect(screen.text('panel-error')).toContain('The API answered 503.');
    screen.find('panel-error')?.querySelector('button')?.click();
    await screen.settle();
    await answerAll();
    expect(screen.text('answer')).toMatch(/^CAT:/);
  });
});
