import { HOUR, NOW } from '../../testing/samples';
import { toFindingRows } from './finding-rows';

const range = { from: NOW - HOUR, to: NOW };
const iso = { from: '2026-11-24T12:02:10.000Z', to: '2026-11-24T13:02:10.000Z' };

describe('toFindingRows', () => {
  it('leads to a screen where one shows the rows, over the same range', () => {
    expect(toFindingRows({ rows: '/api/v1/denials?product=CAT&cause=capacity' }, range)).toEqual({
      kind: 'screen',
      path: '/denials',
      parameters: { product: ['CAT'], cause: ['capacity'], ...iso },
    });
    expect(toFindingRows({ rows: '/api/v1/entitlements?product=A%26B' }, range)).toMatchObject({
      path: '/capacity',
      parameters: { product: ['A&B'] },
    });
  });

  it('leads to the answer of the API where no screen does', () => {
    const rows = '/api/v1/sessions?status=closed&mark=negative&product=CAT&from=1&to=2';
    expect(toFindingRows({ rows }, range)).toEqual({ kind: 'answer', href: rows });
  });

  it('gives the answer the range that it was found in', () => {
    expect(toFindingRows({ rows: '/api/v1/usage/reconciliation?product=CAT' }, range)).toEqual({
      kind: 'answer',
      href: `/api/v1/usage/reconciliation?product=CAT&from=${NOW - HOUR}&to=${NOW}`,
    });
  });

  it('never leads elsewhere', () => {
    const rows = toFindingRows({ rows: 'https://example.com/rows' }, range);
    expect(rows).toMatchObject({ kind: 'answer', href: expect.stringMatching(/^\/rows\?/) });
  });

  it('leads nowhere where there are no rows', () => {
    expect(toFindingRows({ rows: null }, range)).toBeNull();
  });
});
