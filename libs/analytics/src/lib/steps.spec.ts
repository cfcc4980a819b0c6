import fc from 'fast-check';
import { levelsAt, type StepSource } from './steps';

const steps = [
  { at: 10, inUse: 1 },
  { at: 20, inUse: 3 },
  { at: 20, inUse: 2 },
];

describe('licences in use at instants', () => {
  it('are those after every step up to the instant, and none before the first', () => {
    expect(levelsAt(steps, [9, 10, 19, 20, 99])).toEqual([0, 1, 1, 2, 2]);
  });

  it('are told by a source itself', () => {
    const source: StepSource = {
      forEachStep: () => undefined,
      levelsAt: (instants) => instants.map((at) => at * 2),
    };
    expect(levelsAt(source, [1, 2])).toEqual([2, 4]);
  });

  it('are what the last of the earlier steps says, for any steps and instants', () => {
    const anyStep = fc.record({ at: fc.integer({ min: 0, max: 50 }), inUse: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(anyStep), fc.array(fc.integer({ min: -1, max: 51 })), (some, any) => {
        const inOrder = some.sort((a, b) => a.at - b.at);
        const instants = any.sort((a, b) => a - b);
        expect(levelsAt(inOrder, instants)).toEqual(
          instants.map((instant) => inOrder.findLast(({ at }) => at <= instant)?.inUse ?? 0),
        );
      }),
    );
  });
});
