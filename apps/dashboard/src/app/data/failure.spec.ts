import { HttpErrorResponse } from '@angular/common/http';
import { toFailure } from './failure';

describe('toFailure', () => {
  it('takes over what the API says', () => {
    const error = {
      type: 'about:blank',
      title: 'The question makes no sense',
      status: 400,
      detail: 'from is after to.',
      code: 'LM_QUERY_INVALID',
      errors: [{ parameter: 'from', detail: 'must be before to' }],
    };
    expect(toFailure(new HttpErrorResponse({ status: 400, error }))).toEqual({
      what: 'The request is not understood',
      code: 'LM_QUERY_INVALID',
      language: 'en',
      detail: 'from is after to.',
      hints: ['from: must be before to'],
    });
  });

  it('says that nobody answered, or that somebody else did', () => {
    expect(toFailure(new HttpErrorResponse({ status: 0 })).what).toBe('The API did not answer.');
    const gateway = new HttpErrorResponse({ status: 502, error: '<html>' });
    expect(toFailure(gateway)).toMatchObject({ what: 'The API answered 502.', code: null });
  });

  it('names what was thrown instead of an answer', () => {
    expect(toFailure(new Error('broken'))).toMatchObject({ detail: 'broken' });
    expect(toFailure('odd')).toMatchObject({ detail: 'odd' });
  });
});
