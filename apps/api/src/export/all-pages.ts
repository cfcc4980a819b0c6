/** Rows read at once for a file. */
const PAGE_ROWS = 1000;

/**
 * All rows of a list, page after page: the next one is read when the rows of the last are taken.
 *
 * @param readPage reads the rows after another one, or the first ones.
 */
export async function* allPages<Row>(
  readPage: (after: Row | undefined, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let after: Row | undefined; ;) {
    const rows = await readPage(after, PAGE_ROWS);
    yield* rows;
    after = rows.at(-1);
    if (after === undefined || rows.length < PAGE_ROWS) return;
  }
}
