import { countActive } from './count-active.js';
import type { EnrolledLicense } from './license-info.js';

const start = Date.UTC(2023, 1, 9, 0, 1);
const end = Date.UTC(2025, 11, 30, 23, 59);
const license = (more: Partial<EnrolledLicense> = {}): EnrolledLicense => ({
  lineNumber: 2,
  status: 'active',
  editor: 'Dassault Systemes V5',
  editorId: '1F2E',
  model: 'ConcurrentUser',
  product: 'MD2',
  seats: 5,
  startsAt: { text: 'start', at: start },
  endsAt: { text: 'end', at: end },
  maxReleaseNumber: null,
  maxReleaseAt: null,
  licenseType: null,
  commercialType: null,
  licenseId: null,
  computerId: null,
  customerId: null,
  enrolledAt: null,
  pricingStructure: null,
  columns: {},
  faults: [],
  ...more,
});
const counted = {
  editor: 'Dassault Systemes V5',
  editorId: '1F2E',
  product: 'MD2',
  model: 'ConcurrentUser',
  seats: 5,
};
const seatsAt = (at: number, ...licenses: EnrolledLicense[]) =>
  countActive(licenses, at).counts.map(({ seats }) => seats);

describe('countActive', () => {
  it('adds the seats of a product up', () => {
    expect(countActive([license(), license({ seats: 3 })], start)).toEqual({
      counts: [{ ...counted, seats: 8 }],
      undecided: [],
    });
  });

  it('holds both ends of the time of a licence', () => {
    expect([start - 1, start, end, end + 1].map((at) => seatsAt(at, license()))).toEqual([
      [],
      [5],
      [5],
      [],
    ]);
  });

  it('finds no bound in a date that is not written', () => {
    expect(seatsAt(-8e15, license({ startsAt: null }))).toEqual([5]);
    expect(seatsAt(8e15, license({ endsAt: null }))).toEqual([5]);
    expect(seatsAt(end + 1, license({ startsAt: null }))).toEqual([]);
    expect(seatsAt(start - 1, license({ endsAt: null }))).toEqual([]);
  });

  it.each([
    ['active', [5]],
    ['Active', [5]],
    ['expired', []],
    ['not yet available', []],
    ['inactive', []],
    [null, []],
  ])('counts a licence whose status is %s: %j', (status, seats) => {
    expect(seatsAt(start, license({ status }))).toEqual(seats);
  });

  it('counts apart by editor id, product and model, in the order of the licences', () => {
    const licenses = [
      license(),
      license({ editorId: '5E75' }),
      license({ product: 'AB3' }),
      license({ model: 'NamedUser' }),
      license({ seats: 1 }),
    ];
    expect(countActive(licenses, start).counts).toEqual([
      { ...counted, seats: 6 },
      { ...counted, editorId: '5E75' },
      { ...counted, product: 'AB3' },
      { ...counted, model: 'NamedUser' },
    ]);
  });

  it('counts by the name of the editor where there is no id', () => {
    const licenses = ['A', 'B', 'A', null].map((editor) => license({ editorId: null, editor }));
    expect(countActive(licenses, start).counts).toEqual([
      { ...counted, editorId: null, editor: 'A', seats: 10 },
      { ...counted, editorId: null, editor: 'B' },
      { ...counted, editorId: null, editor: null },
    ]);
  });

  it('counts no further than no limit', () => {
    expect(seatsAt(start, license({ seats: 'unlimited' }), license())).toEqual(['unlimited']);
    expect(seatsAt(start, license(), license({ seats: 'unlimited' }))).toEqual(['unlimited']);
  });

  it('neither counts nor forgets an active licence with a date that cannot be read', () => {
    const noStart = license({ startsAt: { text: 'soon', at: null } });
    const noEnd = license({ endsAt: { text: 'late', at: null } });
    const expired = license({ ...noEnd, status: 'expired' });
    expect(countActive([noStart, license(), noEnd, expired], start)).toEqual({
      counts: [counted],
      undecided: [noStart, noEnd],
    });
  });
});
