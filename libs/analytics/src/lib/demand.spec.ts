import { layOutDemand, type DemandRequest } from './demand';

const request = (at: number, lengthMs: number, seat: string, quantity = 1): DemandRequest => ({
  at,
  lengthMs,
  quantity,
  seat,
  person: seat,
});
const requests = [request(20, 5, 'b', 3), request(0, 50, 'a', 2), request(10, 5, 'b', 4)];

describe('layOutDemand', () => {
  it('puts requests in order, and knows the order of their ends', () => {
    const demand = layOutDemand(requests, 'seats');
    expect(demand.requests.map(({ at }) => at)).toEqual([0, 10, 20]);
    expect([...demand.endOf]).toEqual([50, 15, 25]);
    expect([...demand.byEnd]).toEqual([1, 2, 0]);
  });

  it('gives a seat one licence, however many its sessions ask for', () => {
    const { seatOf, weightOf } = layOutDemand(requests, 'seats');
    expect([...seatOf]).toEqual([0, 1, 1]);
    expect([...weightOf]).toEqual([1, 1, 1]);
  });

  it('gives each request its quantity, where these count', () => {
    const { seatOf, weightOf } = layOutDemand(requests, 'quantities');
    expect([...seatOf]).toEqual([0, 1, 2]);
    expect([...weightOf]).toEqual([2, 4, 3]);
  });

  it.each([
    [-1, 1],
    [NaN, 1],
    [1, 0],
    [1, 1.5],
  ])('refuses a length of %f with a quantity of %f', (lengthMs, quantity) => {
    expect(() => layOutDemand([request(0, lengthMs, 'a', quantity)], 'seats')).toThrow(RangeError);
  });
});
