import { anEntitlement, anInterval } from '../../testing/capacity-samples';
import { aProduct, NOW } from '../../testing/samples';
import { chooseNamed, chooseTightest, listProducts } from './chosen-product';

const owning = (product: string, seats: number | null) =>
  anEntitlement({
    product,
    intervals: [anInterval({ from: NOW - 1, seats })],
  });

describe('chooseTightest', () => {
  const products = [
    aProduct({ product: 'AAA', licenses: 30 }),
    aProduct({ product: 'BBB', licenses: 9 }),
    aProduct({ product: 'CCC', licenses: 50 }),
  ];

  it('takes the highest share in use, not the most in use', () => {
    const entitlements = [owning('AAA', 40), owning('BBB', 10), owning('CCC', null)];
    expect(chooseTightest({ products, entitlements, at: NOW })).toEqual({
      product: 'BBB',
      why: 'No product is chosen: BBB has the highest share in use now, 9 of 10 licences.',
    });
  });

  it('takes the most in use where no number of seats is known, and says so', () => {
    expect(chooseTightest({ products, entitlements: [], at: NOW })).toEqual({
      product: 'CCC',
      why: 'No product is chosen: CCC has the most in use now, 50 licences, as no number of seats is known.',
    });
  });

  it('does not count seats that are owned at another time', () => {
    const entitlements = [owning('AAA', 40)];
    const chosen = chooseTightest({ products, entitlements, at: NOW - 10 });
    expect(chosen?.product).toBe('CCC');
  });

  it('takes what is owned where nothing was ever used', () => {
    const chosen = chooseTightest({ products: [], entitlements: [owning('AAA', 4)], at: NOW });
    expect(chosen?.product).toBe('AAA');
  });

  it('chooses nothing where nothing is known', () => {
    expect(chooseTightest({ products: [], entitlements: [], at: NOW })).toBeNull();
  });
});

describe('chooseNamed', () => {
  it('takes the first of several and says that there are more', () => {
    expect(chooseNamed(['CAT'])).toEqual({ product: 'CAT', why: null });
    expect(chooseNamed(['CAT', 'DL1'])?.why).toContain('the first of the 2');
    expect(chooseNamed([])).toBeNull();
  });
});

describe('listProducts', () => {
  it('lists what is used or owned, each code once', () => {
    const products = [aProduct({ product: 'DL1' }), aProduct({ product: 'CAT' })];
    const entitlements = [owning('CAT', 4), owning('ABC', 4)];
    expect(listProducts({ products, entitlements })).toEqual(['ABC', 'CAT', 'DL1']);
  });
});
