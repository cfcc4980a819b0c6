import type { Chunk, LogStream } from '@license-monitor/db';
import type { LogFile } from '../tailing/file-system';
import { Occurrences } from './occurrences';
import { ReadAhead, type PreparedChunk } from './read-ahead';

const file = { close: async () => undefined } as unknown as LogFile;
const otherFile = { close: async () => undefined } as unknown as LogFile;

/** A chunk of an unstored stream that ends at `byteOffset`. */
function chunkTo(byteOffset: number): PreparedChunk {
  const stream = { id: 0, byteOffset: 0 } as LogStream;
  const chunk = { stream, byteOffset, lines: 1 } as Chunk;
  return { chunk, occurrences: new Occurrences(), byteLength: byteOffset };
}

const storedAt = (byteOffset: number) => ({ id: 7, byteOffset }) as LogStream;

describe('a chunk that is made while the one before it is committed', () => {
  it('begins where the one before it ends, and is of the stream as it was stored', async () => {
    const ahead = new ReadAhead();
    const begunAt: number[] = [];
    ahead.begin(file, chunkTo(100), async ({ byteOffset }) => {
      begunAt.push(byteOffset);
      return chunkTo(200);
    });
    const taken = await ahead.take(file, storedAt(100));
    expect(begunAt).toEqual([100]);
    expect(taken?.chunk.byteOffset).toBe(200);
    expect(taken?.chunk.stream).toEqual(storedAt(100));
  });

  it('is given once', async () => {
    const ahead = new ReadAhead();
    ahead.begin(file, chunkTo(100), async () => chunkTo(200));
    await ahead.take(file, storedAt(100));
    expect(await ahead.take(file, storedAt(100))).toBeUndefined();
  });

  it('is dropped where the stream stands elsewhere, or another file is read', async () => {
    const ahead = new ReadAhead();
    ahead.begin(file, chunkTo(100), async () => chunkTo(200));
    expect(await ahead.take(file, storedAt(50))).toBeUndefined();
    ahead.begin(file, chunkTo(100), async () => chunkTo(200));
    expect(await ahead.take(otherFile, storedAt(100))).toBeUndefined();
  });

  it('is dropped after a failed commit', async () => {
    const ahead = new ReadAhead();
    ahead.begin(file, chunkTo(100), async () => chunkTo(200));
    ahead.forget();
    expect(await ahead.take(file, storedAt(100))).toBeUndefined();
  });

  it.each(['end', 'changed'] as const)('is read anew where the file said "%s"', async (outcome) => {
    const ahead = new ReadAhead();
    ahead.begin(file, chunkTo(100), async () => outcome);
    expect(await ahead.take(file, storedAt(100))).toBeUndefined();
  });

  it('is read anew where reading it failed, so that the fault shows in its turn', async () => {
    const ahead = new ReadAhead();
    ahead.begin(file, chunkTo(100), () => Promise.reject(new Error('EIO')));
    expect(await ahead.take(file, storedAt(100))).toBeUndefined();
  });
});
