import { keepTogether } from './keep-together';

describe('keepTogether', () => {
  it.each([
    ['enough for 99 % of the time', 'enough for 99\u00A0% of the time'],
    ['full for 1 h 18 min (0.8 %)', 'full for 1\u00A0h 18\u00A0min (0.8\u00A0%)'],
    ['over 6 d 23 h of 7 days', 'over 6\u00A0d 23\u00A0h of 7 days'],
    ['0 B behind, 1.2 of 3.4 GB', '0\u00A0B behind, 1.2 of 3.4\u00A0GB'],
  ])('joins numbers and units of "%s"', (text, expected) => {
    expect(keepTogether(text)).toBe(expected);
  });

  it.each(['24 licences, 96 users', '12 hosts', '3 seats, 2 days', 'MD2 held'])(
    'leaves "%s" as it is',
    (text) => {
      expect(keepTogether(text)).toBe(text);
    },
  );
});
