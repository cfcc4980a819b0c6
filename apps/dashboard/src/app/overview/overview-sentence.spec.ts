import { anOverview, aProduct, NOW } from '../../testing/samples';
import { describeUnknownSeats, toOverviewSentence } from './overview-sentence';

const denials = (patch: object) => ({ ...aProduct().denialsToday, ...patch });

describe('toOverviewSentence', () => {
  it('says what is in use and what was denied while nobody said how many seats are owned', () => {
    const products = [
      aProduct({
        licenses: 96,
        denialsToday: denials({ capacity: 5, lastAt: NOW, lastUser: 'ann' }),
      }),
      aProduct({ product: 'DL1', licenses: 0, sessions: 0 }),
    ];
    expect(toOverviewSentence(anOverview({ products }))).toBe(
      '1 of 2 products in use: 96 licences held by 61 users. 5 capacity denials today, the last at 14:02 (CAT, ann).',
    );
  });

  it('begins with the products that are full', () => {
    const products = [
      aProduct({ licenses: 20, entitlement: 20 }),
      aProduct({ product: 'DL1', licenses: 5, entitlement: 5 }),
    ];
    expect(toOverviewSentence(anOverview({ products }))).toBe(
      '2 products are full: CAT, DL1. 2 of 2 products in use: 25 licences held by 61 users. No denials today.',
    );
  });

  it('says that no product is full when that is known', () => {
    const products = [aProduct({ licenses: 1, entitlement: 20 })];
    expect(toOverviewSentence(anOverview({ products }))).toMatch(/^No product is full\. /);
  });

  it('never adds licences, tokens and named users', () => {
    const products = [
      aProduct({ licenses: 7 }),
      aProduct({ product: 'ABQ', model: 'token', licenses: 120 }),
      aProduct({ product: '3DX', model: 'namedUser', licenses: 1 }),
    ];
    expect(toOverviewSentence(anOverview({ products }))).toContain(
      '3 of 3 products in use: 7 licences, 120 tokens, 1 named-user licence held by 61 users.',
    );
  });

  it('keeps denials for want of seats apart from the others', () => {
    const products = [aProduct({ denialsToday: denials({ capacity: 1, policy: 2, lastAt: NOW }) })];
    expect(toOverviewSentence(anOverview({ products }))).toContain(
      '1 capacity denial and 2 denials for other causes today, the last at 14:02 (CAT).',
    );
  });
});

describe('denials of a code under two licence models', () => {
  it('are counted once', () => {
    const denialsToday = denials({ capacity: 2, lastAt: NOW });
    const products = [aProduct({ denialsToday }), aProduct({ model: 'token', denialsToday })];
    expect(toOverviewSentence(anOverview({ products }))).toContain('2 capacity denials today');
  });
});

describe('describeUnknownSeats', () => {
  it('names the products', () => {
    const known = aProduct({ entitlement: 4 });
    expect(describeUnknownSeats([known])).toBeNull();
    const text = describeUnknownSeats([known, aProduct({ product: 'DL1' })]);
    expect(text).toMatch(/^Seats owned are not known for DL1: bars show/);
  });
});
