import * as fc from 'fast-check';
import { conformanceCases } from './conformance-cases';
import type { ConformanceAnswers } from './conformance-case';
import { scoreAnswers } from './score-answers';

const { truth } = conformanceCases().find(({ name }) => name === 'pool-renewal')!;
const MD2 = 'MD2 / Dassault Systemes V5 / ConcurrentUser';

const copy = (): ConformanceAnswers => JSON.parse(JSON.stringify(truth)) as ConformanceAnswers;
const asked = scoreAnswers(truth, truth).asked;

/** The truth with some figures of its first product of a code replaced. */
function withFigures(product: string, figures: object): ConformanceAnswers {
  const { products, ...range } = copy();
  return {
    ...range,
    products: products.map((one) => (one.product === product ? { ...one, ...figures } : one)),
  };
}

describe('answers', () => {
  it.each(conformanceCases().map((one) => [one.name, one] as const))(
    'that are the truth are all right: %s',
    (_, one) => {
      const score = scoreAnswers(one.truth, JSON.parse(JSON.stringify(one.truth)));
      expect(score).toEqual({ right: score.asked, asked: score.asked, wrong: [] });
      expect(score.asked).toBeGreaterThan(20);
    },
  );

  it('may list their products in any order, and say more than is asked', () => {
    const { products, ...range } = copy();
    const answers = { ...range, tool: 'x', products: products.toReversed() };
    expect(scoreAnswers(truth, answers)).toMatchObject({ right: asked, wrong: [] });
  });

  it('are wrong where a figure differs, and only there', () => {
    expect(scoreAnswers(truth, withFigures('MD2', { peak: 5 }))).toEqual({
      right: asked - 1,
      asked,
      wrong: [{ path: `${MD2}: peak`, expected: 4, got: 5 }],
    });
  });

  it('are wrong where a figure within a figure differs, is null, or is of another type', () => {
    const denials = { capacity: '1', policy: 0, notEnrolled: null, other: 0 };
    expect(scoreAnswers(truth, withFigures('MD2', { denials })).wrong).toEqual([
      { path: `${MD2}: denials.capacity`, expected: 1, got: '1' },
      { path: `${MD2}: denials.notEnrolled`, expected: 0, got: null },
    ]);
  });

  it('are wrong in all of a figure that is null where it is known', () => {
    expect(scoreAnswers(truth, withFigures('MD2', { utilisation: null })).wrong).toHaveLength(3);
  });

  it('are wrong in the length of a list that is too long', () => {
    const { entitlements } = truth.products.find(({ product }) => product === 'MD2')!;
    const longer = [...(entitlements ?? []), { from: 0, to: null, seats: 9 }];
    expect(scoreAnswers(truth, withFigures('MD2', { entitlements: longer })).wrong).toEqual([
      { path: `${MD2}: entitlements.length`, expected: 3, got: 4 },
    ]);
  });

  it('are wrong in every figure of a product that is missing', () => {
    const { products, ...range } = copy();
    const score = scoreAnswers(truth, { ...range, products: products.slice(1) });
    expect(score.right + score.wrong.length).toBe(asked);
    expect(score.wrong.every(({ path, got }) => path.startsWith('GSD') && got === undefined)).toBe(
      true,
    );
    expect(score.wrong.length).toBeGreaterThan(20);
  });

  it('are wrong once for each product that there is not, or that is given twice', () => {
    const { products, ...range } = copy();
    const invented = { ...products[0]!, editor: 'Nobody' };
    const score = scoreAnswers(truth, { ...range, products: [...products, invented, products[0]] });
    expect(score).toMatchObject({ right: asked, asked: asked + 2 });
    expect(score.wrong.map(({ path }) => path)).toEqual([
      'GSD / Nobody / ConcurrentUser',
      'GSD / Dassault Systemes V5 / ConcurrentUser',
    ]);
  });

  it('never have more right than what is asked, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answers) => {
        const score = scoreAnswers(truth, answers);
        expect(score.right + score.wrong.length).toBe(score.asked);
        expect(score.right).toBe(0);
      }),
    );
  });
});
