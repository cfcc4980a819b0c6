import { aProduct } from '../../testing/samples';
import { toProductKey } from '../data/product-key';
import { toEntitlements } from './entitlements';

describe('toEntitlements', () => {
  it('knows what is owned of each product, as far as anybody said', () => {
    const cat = aProduct({ entitlement: 20 });
    const owned = toEntitlements([cat, aProduct({ product: 'DL1' })]);
    expect([...owned]).toEqual([[toProductKey(cat), 20]]);
  });

  it('does not guess which licence model a number means', () => {
    const models = [aProduct({ entitlement: 20 }), aProduct({ model: 'token', entitlement: 500 })];
    expect(toEntitlements(models).size).toBe(0);
  });
});
