import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import { toWallClock } from '../view-state/zone';
import { exportTable, instantCell, type ExportCell, type ExportTable } from './export-table';

type Column = readonly [name: string, read: (session: SessionDto) => ExportCell];

function toColumns(zone: string): readonly Column[] {
  const local = (at: EpochMs | null) => (at === null ? null : toWallClock(at, zone));
  return [
    ['id', ({ id }) => id],
    ['server', ({ server }) => server],
    ['product', ({ product }) => product],
    ['editor', ({ editor }) => editor],
    ['user', ({ user }) => user],
    ['host', ({ host }) => host],
    ['display', ({ display }) => display],
    ['model', ({ model }) => model],
    ['quantity', ({ quantity }) => quantity],
    ['startedAt', ({ startedAt }) => instantCell(startedAt)],
    [`startedAt ${zone}`, ({ startedAt }) => local(startedAt)],
    ['endedAt', ({ endedAt }) => instantCell(endedAt)],
    [`endedAt ${zone}`, ({ endedAt }) => local(endedAt)],
    [
      'endUncertaintyMs',
      ({ endedAt, endUncertaintyMs }) => (endedAt === null ? null : endUncertaintyMs),
    ],
    ['closedBy', ({ closedBy }) => closedBy],
    ['uncertainSince', ({ uncertainSince }) => instantCell(uncertainSince)],
    ['isNegative', ({ isNegative }) => String(isNegative)],
    ['isPossiblyOffline', ({ isPossiblyOffline }) => String(isPossiblyOffline)],
  ];
}

/** Puts sessions into a table for export: names of the contract, instants also in the zone. */
export function toSessionsExport(sessions: readonly SessionDto[], zone: string): ExportTable {
  const columns = toColumns(zone);
  return exportTable(
    columns.map(([name]) => name),
    sessions.map((session) => columns.map(([, read]) => read(session))),
  );
}
