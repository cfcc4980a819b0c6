import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import { toWallClock } from '../view-state/zone';
import { toIsoInstant } from '../wording/instant';
import { exportTable, type ExportCell, type ExportTable } from './export-table';
import { nameFile } from './name-file';

type Column = readonly [name: string, read: (session: SessionDto) => ExportCell];

function toColumns(zone: string): readonly Column[] {
  const iso = (at: EpochMs | null) => (at === null ? null : toIsoInstant(at));
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
    ['startedAt', ({ startedAt }) => iso(startedAt)],
    [`startedAt ${zone}`, ({ startedAt }) => local(startedAt)],
    ['endedAt', ({ endedAt }) => iso(endedAt)],
    [`endedAt ${zone}`, ({ endedAt }) => local(endedAt)],
    [
      'endUncertaintyMs',
      ({ endedAt, endUncertaintyMs }) => (endedAt === null ? null : endUncertaintyMs),
    ],
    ['closedBy', ({ closedBy }) => closedBy],
    ['uncertainSince', ({ uncertainSince }) => iso(uncertainSince)],
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

/** Names the file of an export by what it holds and the instant that it tells about. */
export function nameSessionsFile(kind: 'open' | 'closed', at: EpochMs, zone: string): string {
  return nameFile(`sessions_${kind}`, at, zone);
}
