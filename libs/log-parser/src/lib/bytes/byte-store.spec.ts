import fc from 'fast-check';
import { ByteStore, KnownBytes } from './byte-store.js';

const view = (text: string) => {
  const bytes = Buffer.from(text, 'latin1');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

describe('ByteStore', () => {
  it('keeps bytes one behind the other until there is no room', () => {
    const store = new ByteStore(10);
    expect(store.add(view('__abcdef'), 2, 8)).toBe(0);
    expect([store.hasRoom(4), store.hasRoom(5)]).toEqual([true, false]);
    expect(store.add(view('ghij'), 0, 4)).toBe(6);
    expect(store.isSame(view('abcdef'), 0, 0, 6)).toBe(true);
    expect(store.isSame(view('_ghij'), 1, 6, 4)).toBe(true);
    expect(store.isSame(view('abcdefghij'), 0, 0, 10)).toBe(true);
    expect(store.hasRoom(0)).toBe(true);
    expect(store.hasRoom(1)).toBe(false);
  });

  it('begins again when it was cleared', () => {
    const store = new ByteStore(4);
    store.add(view('abcd'), 0, 4);
    store.clear();
    expect(store.add(view('efgh'), 0, 4)).toBe(0);
    expect(store.isSame(view('efgh'), 0, 0, 4)).toBe(true);
  });

  it('compares every byte, whatever the length', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\xff', '\x80'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, fc.nat(40), (kept, end, change) => {
        const store = new ByteStore(kept.length);
        store.add(view(kept), 0, kept.length);
        const other =
          kept.slice(0, change) +
          kept.slice(change, change + 1).replace(/./g, 'c') +
          kept.slice(change + 1);
        const same = store.isSame(view(`_${kept}${end}`), 1, 0, kept.length);
        // Bytes that make no number never count as the same: only time is lost then.
        if (!kept.includes('\xff')) expect(same).toBe(true);
        expect(store.isSame(view(`_${other}${end}`), 1, 0, kept.length)).toBe(
          same && other === kept,
        );
      }),
    );
  });
});

describe('KnownBytes', () => {
  let known: KnownBytes;
  beforeEach(() => {
    known = new KnownBytes(view('__abcdefghij__'), 2, 12);
  });

  it('knows them where they stand', () => {
    expect(known.length).toBe(10);
    expect(known.isAt(view('abcdefghij'), 0, 10)).toBe(true);
    expect(known.isAt(view('_abcdefghij_'), 1, 12)).toBe(true);
    expect(known.isAt(view('_abcdefghij_'), 0, 12)).toBe(false);
    expect(known.isAt(view('abcdefghix'), 0, 10)).toBe(false);
  });

  it('looks no further than it is told', () => {
    expect(known.isAt(view('abcdefghij'), 0, 9)).toBe(false);
    expect(known.isAt(view('abc'), 0, 3)).toBe(false);
  });
});
