import { drawLength, typicalLengths } from './draw-length';

const sessions = [
  { person: 'ann', lengthMs: 10 },
  { person: 'ann', lengthMs: 500 },
  { person: 'ann', lengthMs: 20 },
  { person: 'bob', lengthMs: 100 },
  { person: 'bob', lengthMs: 300 },
];

describe('drawLength', () => {
  it("is the median of the person's own sessions", () => {
    const lengths = typicalLengths(sessions);
    expect(drawLength(lengths, 'ann')).toBe(20);
    expect(drawLength(lengths, 'bob')).toBe(200);
  });

  it('is that of the product for somebody who never got a licence', () => {
    expect(drawLength(typicalLengths(sessions), 'cem')).toBe(100);
  });

  it('is not known where nobody got one', () => {
    expect(drawLength(typicalLengths([]), 'ann')).toBeUndefined();
  });
});
