import { parseProgram } from '../lines/parse-program.js';
import { alignUsageFields } from './align-usage-fields.js';
import type { UnreadableReason } from './capacity-fault.js';
import type { LicenseUse, PoolColumns, QueuedRequest } from './license-usage.js';
import { parseCsvLine } from './parse-csv-line.js';
import { parseMachine } from './parse-machine.js';
import { parseModel, parseWholeNumber } from '../lines/parse-values.js';
import { parseSeats } from './parse-seats.js';
import { type PoolRow, toPoolKey } from './pool-table.js';
import type { AdminLine } from './transcript.js';
import { UsageCells } from './usage-cells.js';
import { USE_COLUMNS, type UsageHeader, withoutEmptyEnd } from './usage-header.js';

/** What one row of `getLicenseUsage -csv` says: of its pool, and of at most one holder. */
export interface UsageRow extends PoolRow {
  readonly use: LicenseUse | null;
  readonly waiting: QueuedRequest | null;
}

/** Reads one row. Never throws; what cannot be read gives the reason. */
export function readUsageRow(line: AdminLine, header: UsageHeader): UsageRow | UnreadableReason {
  if (!line.isTerminated) return 'unterminated';
  if (!line.text.includes(',')) return 'notUnderstood';
  if (!header.isComplete) return 'columnsMissing';
  const fields = parseCsvLine(line.text);
  if (fields === undefined) return 'quoteUnclosed';
  const aligned = alignUsageFields(withoutEmptyEnd(fields), header);
  if (aligned === undefined) return 'tooManyFields';
  const poolCells = new UsageCells(line.lineNumber, aligned, header);
  const columns = readPool(poolCells);
  if (typeof columns === 'string') return columns;
  const holderCells = new UsageCells(line.lineNumber, aligned, header);
  const isBare = USE_COLUMNS.every((column) => !holderCells.has(column));
  const isWaiting = holderCells.has('Queue Position');
  return {
    lineNumber: line.lineNumber,
    key: toPoolKey(columns, poolCells.readText('Model')),
    columns,
    faults: poolCells.faults,
    isBare,
    use: isBare || isWaiting ? null : readUse(holderCells),
    waiting: isWaiting ? readQueuedRequest(holderCells) : null,
  };
}

function readPool(cells: UsageCells): PoolColumns | UnreadableReason {
  const product = cells.readText('Feature');
  const seats = parseSeats(cells.readText('Count'));
  const inUse = parseWholeNumber(cells.readText('Inuse'));
  if (product === null) return 'productMissing';
  if (seats === null || inUse === null) return 'seatsUnreadable';
  const modelText = cells.readText('Model');
  const model = parseModel(modelText);
  if (model === 'unknown') cells.addFault('modelUnknown', modelText ?? '');
  return {
    editor: cells.readText('Editor'),
    editorId: cells.readText('EditorId'),
    product,
    model,
    commercialType: cells.readText('Commercial Type'),
    maxReleaseNumber: cells.readText('Max Release Number'),
    maxReleaseAt: cells.readDate('Max Release Date'),
    pricingStructure: cells.readText('Pricing Structure'),
    maxCasualDuration: cells.readText('Max Casual Duration'),
    expiresAt: cells.readDate('Expiration Date'),
    customerId: cells.readText('Customer ID'),
    seats,
    inUse,
  };
}

function readQueuedRequest(cells: UsageCells): QueuedRequest {
  const queuePosition = cells.readWholeNumber('Queue Position');
  return { ...readUse(cells), queuePosition };
}

function readUse(cells: UsageCells): LicenseUse {
  const { client, ip } = parseMachine(cells.readText('Host') ?? '');
  const user = cells.readText('User');
  const internalId = cells.readText('Internal ID');
  if (client === null && user === null && internalId === null) cells.addFault('holderMissing', '');
  return {
    client,
    ip,
    user,
    internalId,
    ...parseProgram(cells.readText('Active Process')),
    clientVersion: cells.readText('Client Code Version'),
    sessionId: cells.readText('Session ID'),
    quantity: cells.readWholeNumber('Tokens'),
    casualMinutes: cells.readWholeNumber('Casual Usage (mn)'),
    grantedSince: cells.readDate('Granted Since'),
    lastUsedAt: cells.readDate('Last Used At'),
    grantedAt: cells.readDate('Granted At'),
    faults: cells.faults,
  };
}
