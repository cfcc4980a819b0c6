import { provideHttpClient, type HttpRequest } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { App } from '../app/app';
import { routes } from '../app/app.routes';
import { Clock } from '../app/data/clock';
import { OPEN_EVENT_SOURCE } from '../app/data/live-feed';
import { FakeClock } from './fake-clock';
import { FakeStreams } from './fake-event-source';

/** What the fake API answers, by the end of the path and the `status` asked for. */
export interface Answers {
  readonly health?: unknown;
  readonly overview?: unknown;
  readonly open?: unknown;
  readonly past?: unknown;
  readonly subject?: unknown;
  readonly search?: unknown;
  readonly timeline?: unknown;
  readonly names?: unknown;
  readonly closed?: unknown;
  readonly loads?: unknown;
  readonly week?: unknown;
  readonly whatIf?: unknown;
  readonly entitlements?: unknown;
  readonly coverage?: unknown;
  readonly findings?: unknown;
  readonly definitions?: unknown;
  readonly series?: unknown;
  readonly summary?: unknown;
  readonly denials?: unknown;
  readonly explanation?: unknown;
  readonly denialSeries?: unknown;
  readonly firstTraced?: unknown;
  readonly firstGrant?: unknown;
}

/** The ends of paths that are one answer each. */
const endings: readonly (readonly [string, keyof Answers])[] = [
  ['/health', 'health'],
  ['/overview', 'overview'],
  ['/usage/load-duration', 'loads'],
  ['/usage/hour-of-week', 'week'],
  ['/capacity/what-if', 'whatIf'],
  ['/entitlements', 'entitlements'],
  ['/coverage', 'coverage'],
  ['/findings', 'findings'],
  ['definitions.md', 'definitions'],
  ['product-names.json', 'names'],
  ['/usage/series', 'series'],
  ['/usage/summary', 'summary'],
  ['/denials', 'denials'],
  ['/denials/series', 'denialSeries'],
  ['/explain', 'explanation'],
  ['/search', 'search'],
  ['/timeline', 'timeline'],
];

function toKey({ url, params }: HttpRequest<unknown>): keyof Answers {
  const ending = endings.find(([end]) => url.endsWith(end));
  if (ending !== undefined) return ending[1];
  if (url.includes('/subjects/')) return 'subject';
  if (url.endsWith('/events')) {
    return params.getAll('type')?.length === 1 ? 'firstGrant' : 'firstTraced';
  }
  if (params.get('status') !== 'open') return 'closed';
  return params.has('at') ? 'past' : 'open';
}

/** The whole application in a test's document, at one address. */
export class Screen {
  readonly clock = new FakeClock();
  readonly streams = new FakeStreams();
  private fixture!: ComponentFixture<App>;

  /** Opens an address; nothing is answered yet. */
  async open(url: string): Promise<this> {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(routes),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Clock, useValue: this.clock },
        { provide: OPEN_EVENT_SOURCE, useValue: this.streams.open },
      ],
    });
    this.fixture = TestBed.createComponent(App);
    document.body.append(this.fixture.nativeElement);
    await this.visit(url);
    return this;
  }

  /** Goes to another address of the application. */
  async visit(url: string): Promise<void> {
    await TestBed.inject(Router).navigateByUrl(url);
    await this.settle();
  }

  get http(): HttpTestingController {
    return TestBed.inject(HttpTestingController);
  }

  get url(): string {
    return TestBed.inject(Router).url;
  }

  get element(): HTMLElement {
    return this.fixture.nativeElement;
  }

  /** Lets everything that is due happen. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** Answers every request that waits and has an answer; returns how many. */
  async answer(answers: Answers): Promise<number> {
    const requests = this.http.match((request) => answers[toKey(request)] !== undefined);
    for (const request of requests) request.flush(answers[toKey(request.request)] as object);
    await this.settle();
    return requests.length;
  }

  /** Fails every request that waits. */
  async fail(status: number, body: object | null = null): Promise<void> {
    const waiting = this.http.match(() => true).filter(({ cancelled }) => !cancelled);
    for (const request of waiting) {
      request.flush(body, { status, statusText: 'failed' });
    }
    await this.settle();
  }

  /** Lets time pass. */
  async advance(durationMs: number): Promise<void> {
    this.clock.advance(durationMs);
    await this.settle();
  }

  /** Finds one element by its test id, or none. */
  find(testId: string): HTMLElement | null {
    return this.element.querySelector(`[data-testid="${testId}"]`);
  }

  /** Returns the texts of all elements of a test id. */
  texts(testId: string): readonly string[] {
    const found = this.element.querySelectorAll(`[data-testid="${testId}"]`);
    return [...found].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  /** Returns the text of one element of a test id. */
  text(testId: string): string {
    return this.texts(testId)[0] ?? '';
  }

  /** Presses a key, with nothing focused. */
  async press(key: string): Promise<void> {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await this.settle();
  }

  /** Clicks the element of a test id. */
  async click(testId: string): Promise<void> {
    const element = this.find(testId);
    if (element === null) throw new Error(`nothing has the test id ${testId}`);
    element.click();
    await this.settle();
  }
}
