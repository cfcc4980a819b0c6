import { aProduct } from '../../testing/samples';
import { chooseProduct } from './choose-product';

describe('chooseProduct', () => {
  it('takes the product with the highest peak today', () => {
    const products = [
      aProduct({ product: 'CAT', peakToday: 18 }),
      aProduct({ product: 'DL1', peakToday: 20 }),
    ];
    expect(chooseProduct({ products })).toBe('DL1');
  });

  it('takes what is in use where no peak was observed, and the first code of equals', () => {
    const products = [
      aProduct({ product: 'KIN', peakToday: null, licenses: 3 }),
      aProduct({ product: 'DL1', peakToday: 3 }),
      aProduct({ product: 'CAT', peakToday: null, licenses: 0 }),
    ];
    expect(chooseProduct({ products })).toBe('DL1');
  });

  it('takes none where there is none', () => {
    expect(chooseProduct({ products: [] })).toBeNull();
  });
});
