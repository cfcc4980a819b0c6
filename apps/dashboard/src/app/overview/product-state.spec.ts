import { aProduct } from '../../testing/samples';
import { sortByShortage, toProductState } from './product-state';

describe('toProductState', () => {
  it.each([
    [17, null, 'unknown'],
    [20, 20, 'full'],
    [21, 20, 'full'],
    [16, 20, 'high'],
    [15, 20, 'free'],
    [0, 0, 'free'],
    [1, 0, 'full'],
  ])('of %p in use and %p owned is %s', (licenses, entitlement, state) => {
    expect(toProductState({ licenses, entitlement })).toBe(state);
  });
});

describe('sortByShortage', () => {
  it('puts full before high before what is used most, and other models last', () => {
    const products = [
      aProduct({ product: 'TOK', model: 'token', licenses: 500 }),
      aProduct({ product: 'B', licenses: 3 }),
      aProduct({ product: 'A', licenses: 3 }),
      aProduct({ product: 'USED', licenses: 9 }),
      aProduct({ product: 'HIGH', licenses: 9, entitlement: 10 }),
      aProduct({ product: 'FULL', licenses: 2, entitlement: 2 }),
    ];
    expect(sortByShortage(products).map(({ product }) => product)).toEqual([
      'FULL',
      'HIGH',
      'USED',
      'A',
      'B',
      'TOK',
    ]);
  });
});
