import { aHealth, anOverview, aProduct, aSession, HOUR, NOW } from '../../testing/samples';
import { Screen } from '../../testing/open-screen';

describe('OverviewPage', () => {
  let screen: Screen;

  beforeEach(async () => {
    screen = await new Screen().open('/?zone=Europe/Paris');
  });

  afterEach(() => screen.element.remove());

  it('asks for the zone of the view and answers in its first line', async () => {
    const request = screen.http.expectOne(({ url }) => url === '/api/v1/overview');
    expect(request.request.params.get('zone')).toBe('Europe/Paris');
    request.flush(anOverview());
    await screen.settle();
    expect(screen.text('answer')).toBe(
      '1 of 1 product in use: 17 licences held by 61 users. No denials today.',
    );
    expect(screen.text('as-of')).toBe('as of 14:02:10');
  });

  it('shows four figures, a meter with its text and the peak of each product', async () => {
    await screen.answer({ overview: anOverview(), health: aHealth() });
    expect(screen.text('product-row')).toMatch(/^CAT ?Dassault Systemes.*17 ?20 ?15 ?16 ?18/);
    const meter = screen.element.querySelector('[role=meter]');
    expect(meter?.getAttribute('aria-label')).toBe('In use of CAT');
    expect(meter?.getAttribute('aria-valuetext')).toBe('17 licences, seats unknown, peak today 18');
    expect(screen.element.querySelector('svg')?.getAttribute('aria-label')).toContain('highest 18');
  });

  it('leads from a product to its page, and to its sessions', async () => {
    await screen.answer({ overview: anOverview(), health: aHealth() });
    const links = [...(screen.find('product-row')?.querySelectorAll('a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/products/CAT?zone=Europe%2FParis',
      '/live?zone=Europe%2FParis&product=CAT',
    ]);
  });

  it('calls products by their names where they are known', async () => {
    const names = { products: [{ code: 'CAT', name: 'Our Modeller' }] };
    await screen.answer({ overview: anOverview(), health: aHealth() });
    await screen.answer({ names });
    expect(screen.text('product-name')).toBe('Our Modeller');
    const link = screen.find('product-row')?.querySelector('a');
    expect(link?.getAttribute('title')).toBe('CAT: Our Modeller');
  });

  it('lists who has held longest', async () => {
    const longestOpen = [aSession({ startedAt: NOW - 76 * HOUR })];
    await screen.answer({ overview: anOverview({ longestOpen }), health: aHealth() });
    expect(screen.text('longest-held')).toMatch(/CAT ?ann ?ws-101 ?3 d 4 h/);
  });

  it('follows the stream at once and asks again for what only the API knows', async () => {
    await screen.answer({ overview: anOverview(), health: aHealth() });
    screen.streams.last.accept();
    screen.streams.last.send('usage', { products: [{ ...aProduct(), licenses: 19 }] }, 100);
    await screen.settle();
    expect(screen.text('licenses')).toBe('19');
    const products = [
      aProduct({ licenses: 19, denialsToday: { ...aProduct().denialsToday, capacity: 1 } }),
    ];
    expect(await screen.answer({ overview: anOverview({ products }) })).toBe(1);
    expect(screen.text('answer')).toContain('1 capacity denial today');
  });

  it('is as of the last sign of life, changed or not', async () => {
    await screen.answer({ overview: anOverview(), health: aHealth() });
    screen.streams.last.send('health', aHealth({ asOf: NOW + 5_000 }), 100);
    await screen.settle();
    expect(screen.text('as-of')).toBe('as of 14:02:15');
  });

  it('stands still while it is paused', async () => {
    await screen.answer({ overview: anOverview(), health: aHealth() });
    await screen.press('p');
    screen.streams.last.send('usage', { products: [{ ...aProduct(), licenses: 19 }] }, 101);
    await screen.settle();
    expect(screen.text('licenses')).toBe('17');
    await screen.press('p');
    expect(screen.text('licenses')).toBe('19');
  });

  it('says what is missing when the API is down, and recovers by itself', async () => {
    await screen.fail(503, {
      title: 'The database could not be read',
      code: 'LM_STORE_FAILED',
      detail: 'Try again.',
    });
    expect(screen.text('panel-error')).toContain('LM_STORE_FAILED');
    await screen.advance(2_000);
    await screen.answer({ overview: anOverview(), health: aHealth() });
    expect(screen.find('panel-error')).toBeNull();
    expect(screen.find('product-table')).not.toBeNull();
  });

  it('keeps old figures when a later answer fails, and says so', async () => {
    await screen.answer({ overview: anOverview(), health: aHealth() });
    screen.streams.last.send('denial', { denials: [] }, 101);
    await screen.settle();
    await screen.fail(500);
    expect(screen.text('panel-stale')).toContain('The API answered 500.');
    expect(screen.find('product-table')).not.toBeNull();
  });
});
