import fc from 'fast-check';
import { appendStep, DAY_MS, readSteps, type UseStepVisitor } from './day-steps';

const step = fc.record({
  afterMs: fc.integer({ min: 0, max: DAY_MS }),
  change: fc.integer({ min: -100_000, max: 100_000 }),
  isGrant: fc.boolean(),
});

describe('the steps of a day as bytes', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(step), fc.nat(), fc.nat(), (written, from, inUse) => {
        const bytes: number[] = [];
        const expected: Parameters<UseStepVisitor>[] = [];
        let [when, level] = [from, inUse];
        for (const one of written) {
          appendStep(bytes, one);
          when += one.afterMs;
          level += one.change;
          expected.push([when, level, one.isGrant]);
        }
        const read: Parameters<UseStepVisitor>[] = [];
        readSteps(Uint8Array.from(bytes), { from, inUse }, (...step) => read.push(step));
        expect(read).toEqual(expected);
      }),
    );
  });

  it('take three bytes for a grant ten seconds after the step before', () => {
    const bytes: number[] = [];
    appendStep(bytes, { afterMs: 10_000, change: 1, isGrant: true });
    expect(bytes).toHaveLength(3);
  });
});
