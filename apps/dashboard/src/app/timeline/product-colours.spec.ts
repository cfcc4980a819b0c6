import { HOUR, NOW } from '../../testing/samples';
import { aBar } from '../../testing/timeline-samples';
import { toProductColours } from './product-colours';

const lane = (...products: readonly (readonly [string, number])[]) => ({
  key: 'ann',
  sessionMs: 0,
  bars: products.map(([product, hours], id) =>
    aBar({ id, product, startedAt: NOW - hours * HOUR, endedAt: NOW }),
  ),
});

describe('toProductColours', () => {
  it('gives what is held longest the first colours, over all lanes', () => {
    expect(toProductColours([lane(['CAT', 2], ['DL1', 3]), lane(['CAT', 2])], NOW)).toEqual([
      { product: 'CAT', colour: 1 },
      { product: 'DL1', colour: 2 },
    ]);
  });

  it('leaves all but six without a colour of their own', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((code) => [code, 1] as const);
    const colours = toProductColours([lane(...codes)], NOW);
    expect(colours.at(5)).toEqual({ product: 'F', colour: 6 });
    expect(colours.at(6)).toEqual({ product: 'G', colour: null });
  });
});
