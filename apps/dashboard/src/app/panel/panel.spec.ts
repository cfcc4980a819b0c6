import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { NOW } from '../../testing/samples';
import { Panel } from './panel';
import type { PanelState } from './panel-state';

@Component({
  selector: 'lm-panel-host',
  imports: [Panel],
  template: `<lm-panel
    subject="open sessions"
    [state]="state()"
    (retried)="asked.push('retry')"
    (filtersCleared)="asked.push('clear')"
    ><p>rows</p></lm-panel
  >`,
})
class PanelHost {
  readonly state = signal<PanelState>({ kind: 'loading' });
  readonly asked: string[] = [];
}

describe('Panel', () => {
  const show = (state: PanelState) => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(PanelHost);
    fixture.componentInstance.state.set(state);
    fixture.detectChanges();
    return {
      host: fixture.componentInstance,
      element: fixture.nativeElement as HTMLElement,
      text: (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' '),
    };
  };

  it('shows a skeleton and announces what loads', () => {
    const { element, text } = show({ kind: 'loading' });
    expect(element.querySelector('[role=status]')?.textContent).toBe('Loading open sessions');
    expect(element.querySelector('[aria-busy=true]')).not.toBeNull();
    expect(text).not.toContain('rows');
  });

  it('shows the content when it is ready', () => {
    const { text } = show({ kind: 'ready', isRefreshing: false, stale: null });
    expect(text).toContain('rows');
    expect(text).not.toContain('Stale');
  });

  it('shows old content with the time of its last update', () => {
    const stale = { since: NOW, why: 'The API did not answer.' };
    const { text } = show({ kind: 'ready', isRefreshing: false, stale });
    expect(text).toContain('rows');
    expect(text).toMatch(/Stale\. The API did not answer\. Last update \d\d:\d\d:10\./);
  });

  it('offers to clear the filters when they leave nothing', () => {
    const { element, host, text } = show({ kind: 'emptyByFilter' });
    expect(text).toContain('No open sessions match the filters.');
    element.querySelector('button')?.click();
    expect(host.asked).toEqual(['clear']);
  });

  it('says so when only what is loaded was looked at', () => {
    const { text } = show({ kind: 'emptyByFilter', loaded: 500 });
    expect(text).toContain('None of the 500 open sessions loaded match; there are more.');
  });

  it('says why there is nothing and what to do', () => {
    const { text } = show({
      kind: 'emptyByNature',
      cause: 'No events yet.',
      nextStep: 'Check it.',
    });
    expect(text).toContain('No events yet.');
    expect(text).toContain('Check it.');
  });

  it('says what failed, with its code, and retries', () => {
    const failure = {
      what: 'No database yet',
      code: 'LM_STORE_NOT_READY',
      detail: 'Start it.',
      hints: ['zone: no'],
    };
    const { element, host, text } = show({ kind: 'error', failure });
    expect(element.querySelector('[role=alert]')).not.toBeNull();
    expect(text).toContain('LM_STORE_NOT_READY');
    expect(text).toContain('Start it.');
    expect(text).toContain('zone: no');
    element.querySelector('button')?.click();
    expect(host.asked).toEqual(['retry']);
  });
});
