import { once } from 'node:events';
import { plain } from './column';
import { tableFile } from './table-file';

interface Row {
  readonly id: number;
}

/** Rows without end, which count how many of them were taken. */
class EndlessRows implements AsyncIterable<Row> {
  taken = 0;
  isClosed = false;

  async *[Symbol.asyncIterator](): AsyncGenerator<Row> {
    try {
      for (;;) yield { id: ++this.taken };
    } finally {
      this.isClosed = true;
    }
  }
}

describe.each(['csv', 'ndjson'] as const)('a file of %s', (format) => {
  const make = async () => {
    const rows = new EndlessRows();
    const file = await tableFile({ name: 'rows', columns: plain<Row>('id'), rows }, format);
    return { rows, stream: file.getStream() };
  };

  it('takes no more rows than its receiver, but for what its buffers hold', async () => {
    const { rows, stream } = await make();
    const ticks = async () => {
      for (let nth = 0; nth < 1_000; nth++) await new Promise(setImmediate);
    };
    await ticks();
    const before = rows.taken;
    await ticks();
    expect([rows.taken, before < 5_000]).toEqual([before, true]);
    for (let nth = 0; nth < 3; nth++) {
      stream.read();
      await ticks();
    }
    expect(rows.taken).toBeGreaterThan(before);
    expect(rows.taken).toBeLessThan(20_000);
    stream.destroy();
  });

  it('lets go of its rows when the receiver leaves', async () => {
    const { rows, stream } = await make();
    await once(stream, 'readable');
    stream.read();
    while (rows.taken < 2) await new Promise(setImmediate);
    stream.destroy();
    while (!rows.isClosed) await new Promise(setImmediate);
    expect(rows.isClosed).toBe(true);
  });
});

describe('a workbook', () => {
  it('with more rows than it can hold is refused with the way out', async () => {
    const table = { name: 'rows', columns: plain<Row>('id'), rows: new EndlessRows() };
    await expect(tableFile(table, 'xlsx')).rejects.toMatchObject({
      code: 'LM_EXPORT_TOO_LARGE',
      message: expect.stringContaining('format=csv'),
    });
    expect(table.rows.isClosed).toBe(true);
  });
});
