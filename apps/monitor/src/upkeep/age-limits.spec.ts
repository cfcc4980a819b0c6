import { ageLimitOf, readHoursByProduct } from './age-limits';

const HOUR_MS = 3_600_000;

describe('age limits by product', () => {
  it('hold for the products they name, and the common one for all others', () => {
    const hours = { all: 720, byProduct: readHoursByProduct('MD2=24, XM2-FTA = 1.5') };
    expect(ageLimitOf(hours, 'MD2')).toBe(24 * HOUR_MS);
    expect(ageLimitOf(hours, 'XM2-FTA')).toBe(1.5 * HOUR_MS);
    expect(ageLimitOf(hours, 'KIN')).toBe(720 * HOUR_MS);
  });

  it('may be none at all', () => {
    expect(readHoursByProduct('').size).toBe(0);
    expect(readHoursByProduct(' , ').size).toBe(0);
  });

  it.each(['MD2', 'MD2=', 'MD2=day', '=24', 'MD2=0', 'MD2=-1', 'MD2=9000', 'MD 2=24'])(
    'are refused where a part reads %s, and the part is named',
    (part) => {
      expect(() => readHoursByProduct(`KIN=8, ${part}`)).toThrow(`"${part}" is not CODE=HOURS`);
    },
  );
});
