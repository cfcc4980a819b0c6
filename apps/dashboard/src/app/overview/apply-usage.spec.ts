import { anOverview, aProduct, NOW } from '../../testing/samples';
import { applyUsage } from './apply-usage';

const inUse = (licenses: number, editor = 'Dassault Systemes') => ({
  product: 'CAT',
  editor,
  model: 'concurrentUser' as const,
  sessions: licenses,
  licenses,
  users: licenses,
  hosts: licenses,
});

describe('applyUsage', () => {
  const overview = anOverview({ products: [aProduct(), aProduct({ product: 'DL1' })] });

  it('puts the figures in and leaves the rest', () => {
    const [cat, dl1] = applyUsage(overview, [inUse(5)], NOW + 1).products;
    expect(cat).toMatchObject({ licenses: 5, users: 5, peakToday: 18 });
    expect(dl1).toBe(overview.products[1]);
  });

  it('raises the peak of today', () => {
    const applied = applyUsage(overview, [inUse(19)], NOW + 1);
    expect(applied.products[0]).toMatchObject({ peakToday: 19, peakTodayAt: NOW + 1 });
    expect(applied.asOf).toBe(NOW + 1);
  });

  it('leaves a peak unknown that the API does not know', () => {
    const unknown = anOverview({ products: [aProduct({ peakToday: null, peakTodayAt: null })] });
    expect(applyUsage(unknown, [inUse(19)], NOW).products[0]).toMatchObject({
      licenses: 19,
      peakToday: null,
      peakTodayAt: null,
    });
  });

  it('does not take one licence model for another', () => {
    const tokens = { ...inUse(5), model: 'token' as const };
    expect(applyUsage(overview, [tokens], NOW).products[0]?.licenses).toBe(17);
  });

  it('does not take one publisher for another', () => {
    expect(applyUsage(overview, [inUse(5, 'Other')], NOW).products[0]?.licenses).toBe(17);
  });
});
