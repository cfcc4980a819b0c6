import { Screen } from '../../testing/open-screen';
import { aHealth } from '../../testing/samples';
import { anExplanation } from '../../testing/usage-samples';

describe('ExplainPage', () => {
  let screen: Screen;

  const open = async (url: string) => {
    screen = await new Screen().open(url);
  };

  afterEach(() => screen.element.remove());

  it('asks for the refusal of the address with the window of the view', async () => {
    await open('/denials/7?retryMinutes=60');
    const { request } = screen.http.expectOne(({ url }) => url === '/api/v1/denials/7/explain');
    expect(request.params.get('retryMinutes')).toBe('60');
  });

  it('says why, who held the pool then, and what came next', async () => {
    await open('/denials/7?zone=Europe/Paris');
    await screen.answer({ explanation: anExplanation(), health: aHealth() });
    expect(screen.text('answer')).toBe(
      'ann was refused CAT on Tue 13:02: no seat was free, 2 of 2 seats in use.',
    );
    expect(screen.text('seats')).toBe('2 / 2');
    expect(screen.text('next')).toContain('A licence was granted after 12 min.');
    expect(screen.text('holders')).toBe('2 sessions of 2 people.');
    const rows = [...screen.element.querySelectorAll('[data-testid=holder-row]')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    );
    expect(rows).toEqual([
      ['bob', 'ws-101', '1', 'Tue 11:02', '2 h 00 min', 'still open', '–'],
      ['eve', 'ws-101', '1', 'Tue 12:02', '1 h 00 min', 'Tue 13:07', 'detachment'],
    ]);
  });

  it('names nobody while names are masked', async () => {
    localStorage.setItem('license-monitor.names', 'masked');
    await open('/denials/7');
    await screen.answer({ explanation: anExplanation(), health: aHealth() });
    localStorage.clear();
    const main = screen.element.querySelector('main')?.textContent ?? '';
    expect(main).not.toMatch(/\bann\b|bob|eve\b|ws-101/);
    expect(screen.text('answer')).toMatch(/^user \d was refused CAT/);
  });

  it('leads to all that was held at that instant', async () => {
    await open('/denials/7?zone=Europe/Paris');
    await screen.answer({ explanation: anExplanation(), health: aHealth() });
    await screen.click('held-then');
    expect(screen.url).toBe('/live?product=CAT&at=2026-11-24T12:02:10Z&zone=Europe%2FParis');
  });

  it('does not call what was not observed a number', async () => {
    await open('/denials/7');
    const explanation = anExplanation({
      verdict: 'unknown',
      isObserved: false,
      entitlement: null,
      inUse: 0,
      holders: [],
    });
    await screen.answer({ explanation, health: aHealth() });
    expect(screen.text('seats')).toBe('not observed / unknown');
    expect(screen.text('holders')).toContain('Nobody, as far as the log tells');
    expect(screen.find('holders-table')).toBeNull();
  });

  it('says that there is no such refusal', async () => {
    await open('/denials/9');
    await screen.fail(404, {
      title: 'Not found',
      code: 'LM_NOT_FOUND',
      detail: 'event 9 is no refusal',
    });
    expect(screen.text('panel-error')).toContain('event 9 is no refusal');
  });
});
