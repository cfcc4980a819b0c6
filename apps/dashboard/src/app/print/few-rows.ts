/**
 * Takes a few of many rows, evenly and with the first and the last, for a sheet of paper that has no
 * room for all of them.
 */
export function takeFewRows<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const step = (rows.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => rows[Math.round(index * step)]).filter(
    (row) => row !== undefined,
  );
}
