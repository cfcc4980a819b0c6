import { anEvent, events } from '../../testing/event-samples';
import { aHealth, anOverview, aServer } from '../../testing/samples';
import { Screen } from '../../testing/open-screen';

const nothing = anOverview({ products: [], lastEventId: 0 });
const waiting = aServer({ state: 'waiting', bytesTotal: 0, bytesRead: 0, lastLineAt: null });
const withoutEvents = (server = waiting) => aHealth({ servers: [server], lastEventId: 0 });

describe('Onboarding', () => {
  let screen: Screen;

  beforeEach(async () => {
    screen = await new Screen().open('/?zone=Europe/Paris');
  });

  afterEach(() => screen.element.remove());

  /** The marks of the steps, in their order. */
  const marks = () =>
    [...screen.element.querySelectorAll('[data-testid=onboarding-step]')].map(
      (step) => (step as HTMLElement).dataset['mark'],
    );

  it('stands in the place of the figures while there is no store, and begins with the monitor', async () => {
    const detail = 'The monitor has not made its stores yet. Start it.';
    await screen.fail(503, { title: 'Not ready', code: 'LM_STORE_NOT_READY', detail });
    expect(marks()).toEqual(['next', 'later', 'later', 'later', 'later']);
    expect(screen.text('onboarding-step')).toContain(detail);
    expect(screen.find('panel')?.closest('[hidden]')).not.toBeNull();
  });

  it('says how far it is and what comes next, and reads it out', async () => {
    await screen.answer({ overview: nothing, health: withoutEvents() });
    expect(marks()).toEqual(['done', 'done', 'next', 'later', 'later']);
    expect(screen.text('onboarding-sentence')).toBe(
      'Nothing to show yet: 2 of 5 steps are done. Next: A log file is there.',
    );
    expect(screen.text('announcer')).toBe(screen.text('onboarding-sentence'));
    expect(screen.element.querySelector('[aria-current=step]')?.textContent).toContain(
      'LicenseServer*.log',
    );
  });

  it('follows the stream, step by step, until the first grant', async () => {
    await screen.answer({ overview: nothing, health: withoutEvents() });
    screen.streams.last.accept();
    const following = aServer({ state: 'ok' });
    screen.streams.last.send('health', withoutEvents(following), 0);
    await screen.settle();
    expect(marks()).toEqual(['done', 'done', 'done', 'next', 'later']);

    screen.streams.last.send('health', aHealth({ servers: [following], lastEventId: 1 }), 1);
    await screen.settle();
    const detachment = anEvent({ id: 1, type: 'detachment' });
    await screen.answer({ firstTraced: events(detachment), firstGrant: events() });
    expect(marks()).toEqual(['done', 'done', 'done', 'done', 'next']);

    screen.streams.last.send('usage', { products: [] }, 2);
    screen.streams.last.send('health', aHealth({ servers: [following], lastEventId: 2 }), 2);
    await screen.settle();
    await screen.answer({ firstTraced: events(detachment), firstGrant: events(anEvent()) });
    expect(marks()).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(screen.text('onboarding-sentence')).toContain('Everything is in place');
    await screen.answer({ overview: anOverview() });
    expect(screen.find('product-table')?.closest('[hidden]')).toBeNull();
  });

  it('never shows where there are data, nor asks for them', async () => {
    await screen.answer({ overview: anOverview(), health: aHealth() });
    expect(screen.find('onboarding')).toBeNull();
    screen.http.expectNone(({ url }) => url.endsWith('/events'));
  });

  it('never shows where the grants are older than what the overview tells about', async () => {
    await screen.answer({ overview: anOverview({ products: [] }), health: aHealth() });
    expect(screen.find('onboarding')).toBeNull();
    await screen.answer({ firstTraced: events(anEvent()), firstGrant: events(anEvent()) });
    expect(screen.find('onboarding')).toBeNull();
    expect(screen.text('panel-empty')).toContain('No product has been seen');
  });

  it('shows while the log has only refusals and starts of the server', async () => {
    await screen.answer({ overview: anOverview({ products: [] }), health: aHealth() });
    await screen.answer({ firstTraced: events(), firstGrant: events() });
    expect(marks()).toEqual(['done', 'done', 'done', 'next', 'later']);
  });
});
