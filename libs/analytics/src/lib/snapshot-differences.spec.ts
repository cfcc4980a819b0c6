import fc from 'fast-check';
import { anySteps, valueAt } from '../testing/any-steps';
import { snapshotDifferences } from './snapshot-differences';

describe('snapshotDifferences', () => {
  it('tell where the log has more in use than the server says, or less', () => {
    const steps = [
      { at: 10, inUse: 3 },
      { at: 20, inUse: 1 },
    ];
    const snapshots = [
      { at: 20, inUse: 2 },
      { at: 15, inUse: 2 },
      { at: 30, inUse: 1 },
    ];
    expect(snapshotDifferences(steps, snapshots)).toEqual([
      { at: 15, fromLog: 3, fromSnapshot: 2, difference: 1 },
      { at: 20, fromLog: 1, fromSnapshot: 2, difference: -1 },
      { at: 30, fromLog: 1, fromSnapshot: 1, difference: 0 },
    ]);
  });

  it('are none where the snapshots are the function itself', () => {
    fc.assert(
      fc.property(anySteps, fc.array(fc.nat(130)), (steps, instants) => {
        const snapshots = instants.map((at) => ({ at, inUse: valueAt(steps, at) }));
        for (const { difference } of snapshotDifferences(steps, snapshots)) {
          expect(difference).toBe(0);
        }
      }),
    );
  });
});
