import { HttpErrorResponse } from '@angular/common/http';
import { toPanelState, type PanelFacts } from './panel-state';

const facts = (patch: Partial<PanelFacts> = {}): PanelFacts => ({
  hasAnswer: true,
  isLoading: false,
  error: undefined,
  emptiness: null,
  staleSince: null,
  ...patch,
});
const down = new HttpErrorResponse({ status: 0 });

describe('toPanelState', () => {
  it('loads before the first answer', () => {
    expect(toPanelState(facts({ hasAnswer: false, isLoading: true }))).toEqual({ kind: 'loading' });
  });

  it('fails when there is no answer at all', () => {
    expect(toPanelState(facts({ hasAnswer: false, error: down }))).toMatchObject({
      kind: 'error',
      failure: { what: 'The API did not answer.' },
    });
  });

  it('is ready, and says when it is refreshed', () => {
    expect(toPanelState(facts({ isLoading: true }))).toEqual({
      kind: 'ready',
      isRefreshing: true,
      stale: null,
    });
  });

  it('keeps old figures over an error, and says so', () => {
    expect(toPanelState(facts({ error: down }))).toMatchObject({
      kind: 'ready',
      stale: { since: null, why: 'The API did not answer.' },
    });
  });

  it('says how old figures are', () => {
    expect(toPanelState(facts({ staleSince: 5 }))).toMatchObject({ stale: { since: 5, why: '' } });
  });

  it('says why there are no rows', () => {
    expect(toPanelState(facts({ emptiness: { kind: 'emptyByFilter' } }))).toEqual({
      kind: 'emptyByFilter',
    });
  });
});
