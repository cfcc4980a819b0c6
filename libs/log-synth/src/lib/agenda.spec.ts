import * as fc from 'fast-check';
import { Agenda } from './agenda';

describe('Agenda', () => {
  it('gives tasks back by instant, and in the order of planning within a millisecond', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (instants) => {
        const agenda = new Agenda();
        const order: [number, number][] = [];
        instants.forEach((at, index) => agenda.plan(at + 0.5, (now) => order.push([now, index])));
        expect(agenda.size).toBe(instants.length);
        for (let next = agenda.takeBefore(51); next !== undefined; next = agenda.takeBefore(51)) {
          next.task(next.at);
        }
        const expected = instants.map((at, index): [number, number] => [at, index]);
        expect(order).toEqual(expected.sort(([one], [other]) => one - other));
        expect(agenda.size).toBe(0);
      }),
    );
  });

  it('keeps what is not before the limit', () => {
    const agenda = new Agenda();
    agenda.plan(10, () => undefined);
    expect(agenda.takeBefore(10)).toBeUndefined();
    expect(agenda.takeBefore(11)?.at).toBe(10);
  });
});
