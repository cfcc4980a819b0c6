import { Screen } from '../../testing/open-screen';
import { aHealth, NOW } from '../../testing/samples';
import {
  aDenialSeries,
  aDeniedRequest,
  anExplanation,
  deniedRequests,
} from '../../testing/usage-samples';

const refused = (id: number, minutesAgo: number, patch = {}) =>
  aDeniedRequest({ id, user: `u${id}`, at: NOW - minutesAgo * 60_000, ...patch });

describe('DenialsPage', () => {
  let screen: Screen;

  const open = async (url: string) => {
    screen = await new Screen().open(url);
  };

  const users = () =>
    [...screen.element.querySelectorAll('[data-testid=denial-row] [data-label=User]')].map((cell) =>
      cell.textContent.trim(),
    );

  const tellDenial = async (product: string) => {
    const denial = {
      id: 101,
      type: 'denial',
      at: NOW,
      timeFlag: null,
      server: 'lic1',
      product,
      editor: null,
      user: 'eve',
      host: 'ws-9',
      quantity: null,
      reason: null,
      source: null,
    } as const;
    screen.streams.last.send('denial', { denials: [denial] }, 101);
    await screen.settle();
  };

  afterEach(() => screen.element.remove());

  it('asks for what the address says', async () => {
    await open('/denials?product=CAT&cause=capacity&outcome=lost&retryMinutes=60&from=now-24h');
    const { request } = screen.http.expectOne(({ url }) => url === '/api/v1/denials');
    expect(request.params.getAll('product')).toEqual(['CAT']);
    expect(request.params.getAll('cause')).toEqual(['capacity']);
    expect(request.params.getAll('outcome')).toEqual(['lost']);
    expect(request.params.get('retryMinutes')).toBe('60');
    expect(request.params.has('from')).toBe(true);
    expect(request.params.has('to')).toBe(false);
    expect(request.params.has('cursor')).toBe(false);
  });

  it('answers in a sentence and shows why each was refused and what became of it', async () => {
    await open('/denials?zone=Europe/Paris');
    const denials = deniedRequests([
      refused(2, 60),
      refused(1, 90, { outcome: 'lost', waitMs: null }),
    ]);
    await screen.answer({ denials, health: aHealth() });
    expect(screen.text('answer')).toBe(
      '2 denied requests in the last 7 days of the log: 2 for want of seats (CAT; 1 delayed, 1 lost).',
    );
    const cells = [...(screen.find('denial-row')?.children ?? [])].map((cell) =>
      cell.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(cells).toEqual([
      'Tue 13:02, explain',
      'CAT',
      'u2',
      'ws-101',
      '3',
      'capacity',
      '▲ delayed 12 min',
      'no more available license',
    ]);
    expect(screen.text('outcomes')).toContain('Lost: not granted within 15 min.');
  });

  it('shows lanes of the whole range, also of what is not listed, and says what a text does', async () => {
    await open('/denials?cause=capacity&from=now-24h&q=u1');
    const [request] = screen.http.match(({ url }) => url.endsWith('/denials/series'));
    expect(request?.request.params.getAll('cause')).toEqual(['capacity']);
    expect(request?.request.params.has('from')).toBe(true);
    expect(request?.request.params.get('retryMinutes')).toBe('15');
    request?.flush(aDenialSeries());
    await screen.answer({ denials: deniedRequests([refused(1, 1)], 'older'), health: aHealth() });
    expect(screen.texts('denial-lane')[0]).toContain('2 capacity · 1 rule');
    expect(screen.element.querySelectorAll('[data-testid=denial-lane] [data-cause]')).toHaveLength(
      2,
    );
    expect(screen.text('lanes-whole')).toContain('The lanes show all denied requests');
  });

  it('shows no lanes of another filter', async () => {
    await open('/denials');
    const denials = deniedRequests([refused(1, 1)]);
    await screen.answer({ denials, health: aHealth(), denialSeries: aDenialSeries() });
    expect(screen.find('denial-lanes')).not.toBeNull();
    await screen.visit('/denials?user=bob');
    await screen.answer({ denials });
    expect(screen.find('denial-lanes')).toBeNull();
  });

  it('narrows by cause and outcome, and chooses the window, through the address', async () => {
    await open('/denials');
    await screen.answer({ denials: deniedRequests([refused(1, 1)]), health: aHealth() });
    await screen.click('cause-policy');
    await screen.click('outcome-lost');
    const retry = screen.find('retry') as HTMLSelectElement;
    retry.selectedIndex = 2;
    retry.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.url).toBe('/denials?cause=policy&outcome=lost&retryMinutes=60');
    expect(screen.find('cause-policy')?.getAttribute('aria-pressed')).toBe('true');
    await screen.click('cause-policy');
    expect(screen.url).toBe('/denials?outcome=lost&retryMinutes=60');
  });

  it('loads older pages by cursor and says that there are more', async () => {
    await open('/denials');
    await screen.answer({ denials: deniedRequests([refused(2, 1)], 'older'), health: aHealth() });
    expect(screen.text('answer')).toContain('The last 1 denied request loaded');
    await screen.click('load-more');
    await screen.answer({ denials: deniedRequests([refused(1, 3)]) });
    expect(users()).toEqual(['u2', 'u1']);
    expect(screen.find('load-more')).toBeNull();
  });

  it('fetches anew when somebody is refused, and waits while it is paused', async () => {
    await open('/denials?product=CAT');
    await screen.answer({ denials: deniedRequests([refused(1, 1)]), health: aHealth() });
    // The stream has begun behind the rows, so they are fetched once more.
    await tellDenial('KIN');
    await screen.answer({ denials: deniedRequests([refused(1, 1)]) });
    await tellDenial('KIN');
    expect(await screen.answer({ denials: deniedRequests([]) })).toBe(0);
    await tellDenial('CAT');
    expect(await screen.answer({ denials: deniedRequests([refused(2, 0), refused(1, 1)]) })).toBe(
      1,
    );
    expect(users()).toEqual(['u2', 'u1']);
    await screen.press('p');
    await tellDenial('CAT');
    expect(screen.text('changes-pill')).toContain('1 change');
    await screen.press('.');
    expect(await screen.answer({ denials: deniedRequests([refused(3, 0)]) })).toBe(1);
    expect(users()).toEqual(['u3']);
  });

  it('says that nobody was refused, or that the filters leave nothing', async () => {
    await open('/denials');
    await screen.answer({ denials: deniedRequests([]), health: aHealth() });
    expect(screen.text('panel-empty')).toContain('Nobody was refused');
    await screen.visit('/denials?cause=policy');
    await screen.answer({ denials: deniedRequests([]) });
    screen.find('panel-empty-by-filter')?.querySelector('button')?.click();
    await screen.settle();
    expect(screen.url).toBe('/denials');
  });

  it('does not show rows of other filters when the answer fails', async () => {
    await open('/denials');
    await screen.answer({ denials: deniedRequests([refused(1, 1)]), health: aHealth() });
    await screen.visit('/denials?user=bob');
    await screen.fail(500);
    expect(screen.find('panel-error')).not.toBeNull();
  });

  it('opens the explanation of a row and comes back to the same view', async () => {
    await open('/denials?product=CAT');
    await screen.answer({ denials: deniedRequests([refused(7, 1)]), health: aHealth() });
    screen.find('denial-row')?.querySelector('a')?.click();
    await screen.settle();
    expect(screen.url).toBe('/denials/7?product=CAT');
    await screen.answer({ explanation: anExplanation() });
    await screen.click('back');
    expect(screen.url).toBe('/denials?product=CAT');
  });
});
