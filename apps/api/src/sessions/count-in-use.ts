import type { ProductInUseDto } from '@license-monitor/api-contract';
import type { SessionRow } from '@license-monitor/db';
import { toProductKey } from '../products/product-key';
import { groupBy } from '../usage/group-by';
import { COUNTING, toSeat } from '../usage/use-interval';
import { toModelDto } from './to-session-dto';

/** What sessions that are open at one instant hold, per product and licence model. */
export function countInUse(open: readonly SessionRow[]): ProductInUseDto[] {
  return [...groupBy(open, toProductKey)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, rows]) => toProductInUse(rows) ?? []);
}

function toProductInUse(rows: readonly SessionRow[]): ProductInUseDto | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { product, editor, model } = first;
  const countOf = (read: (row: SessionRow) => string) => new Set(rows.map(read)).size;
  const quantity = rows.reduce((sum, row) => sum + row.quantity, 0);
  return {
    product,
    editor,
    model: toModelDto(model),
    sessions: rows.length,
    licenses: COUNTING[model] === 'quantities' ? quantity : countOf(toSeat),
    users: countOf(({ user }) => user),
    hosts: countOf(({ host }) => host),
  };
}
