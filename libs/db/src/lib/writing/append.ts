import type { SessionEvent } from '@license-monitor/sessions';
import type { Cell, InsertTarget, QueryRunner } from '../engine/query-runner';
import { DENIAL_REASON, EVENT_TYPE, MODEL, TIME_FLAG } from '../codes';
import type { LinePlace, NewEvent, NewMessage, NewQuarantine } from './chunk';
import { toHex } from './to-hex';
import { toSessionEvent, type EventSource } from './to-session-event';

/** Where rows go, and the number of the first. */
export interface AppendTarget {
  readonly runner: QueryRunner;
  readonly serverId: number;
  readonly streamId: number;
  readonly firstId: number;
}

/** An event that is in the history now. */
export interface StoredEvent {
  readonly id: number;
  toSessionEvent(source: EventSource): SessionEvent | undefined;
}

/** What became of lines: those that were there already are refused and counted. */
export interface Appended<Stored> {
  readonly stored: readonly Stored[];
  readonly storedBytes: number;
  readonly refused: number;
  readonly refusedBytes: number;
  readonly nextId: number;
}

const PLACE_COLUMNS = [
  'id',
  'server_id',
  'stream_id',
  'byte_offset',
  'byte_length',
  'wall_at',
  'at',
  'line_hash',
  'occurrence',
];

/** The line itself is the key: the same line is refused, whatever file brings it. */
const REFUSE_KNOWN_LINES = '(server_id, wall_at, line_hash, occurrence) DO NOTHING';

const EVENTS: InsertTarget = {
  table: 'license_events',
  columns: [
    ...PLACE_COLUMNS,
    'time_flag',
    'type',
    'product_id',
    'user_id',
    'client_id',
    'session_id',
    'model',
    'quantity',
    'terms_id',
    'internal_id',
    'program_id',
    'process_id',
    'reason',
    'text_id',
    'faults',
  ],
  onConflict: REFUSE_KNOWN_LINES,
};

const MESSAGES: InsertTarget = {
  table: 'server_messages',
  columns: [...PLACE_COLUMNS, 'level', 'category', 'text'],
  onConflict: REFUSE_KNOWN_LINES,
};

const QUARANTINE: InsertTarget = {
  table: 'quarantined_lines',
  columns: [
    'id',
    'server_id',
    'stream_id',
    'byte_offset',
    'byte_length',
    'reason',
    'bytes',
    'seen_at',
  ],
  blobs: ['bytes'],
};

function placeCells(target: AppendTarget, line: LinePlace, index: number): Cell[] {
  return [
    target.firstId + index,
    target.serverId,
    target.streamId,
    line.byteOffset,
    line.byteLength,
    line.wallAt,
    line.at,
    line.lineHash,
    line.occurrence,
  ];
}

const codeOf = <Name extends string>(code: { toNumber(name: Name): number }, name: Name | null) =>
  name === null ? null : code.toNumber(name);

export async function appendEvents(
  target: AppendTarget,
  events: readonly NewEvent[],
): Promise<Appended<StoredEvent>> {
  // Written out, like its columns: a list put into another takes as long again as the rest.
  const rows = events.map((event, index): Cell[] => [
    target.firstId + index,
    target.serverId,
    target.streamId,
    event.byteOffset,
    event.byteLength,
    event.wallAt,
    event.at,
    event.lineHash,
    event.occurrence,
    codeOf(TIME_FLAG, event.timeFlag),
    EVENT_TYPE.toNumber(event.type),
    event.productId,
    event.userId,
    event.clientId,
    event.sessionId,
    codeOf(MODEL, event.model),
    event.quantity,
    event.termsId,
    event.internalId,
    event.programId,
    event.processId,
    codeOf(DENIAL_REASON, event.reason),
    event.textId,
    event.faults,
  ]);
  const inserted = await target.runner.insert(EVENTS, rows);
  return sortOut(target, { table: EVENTS.table, lines: events, inserted }, (event, id) => ({
    id,
    toSessionEvent: (source) => toSessionEvent(event, id, source),
  }));
}

export async function appendMessages(
  target: AppendTarget,
  messages: readonly NewMessage[],
): Promise<Appended<number>> {
  const rows = messages.map((message, index): Cell[] => [
    ...placeCells(target, message, index),
    message.level,
    message.category,
    message.text,
  ]);
  const inserted = await target.runner.insert(MESSAGES, rows);
  return sortOut(target, { table: MESSAGES.table, lines: messages, inserted }, (_, id) => id);
}

export async function appendQuarantine(
  target: AppendTarget,
  lines: readonly NewQuarantine[],
  seenAt: number,
): Promise<void> {
  const rows = lines.map((line, index): Cell[] => [
    target.firstId + index,
    target.serverId,
    target.streamId,
    line.byteOffset,
    line.byteLength,
    line.reason,
    toHex(line.bytes),
    seenAt,
  ]);
  await target.runner.insert(QUARANTINE, rows);
}

interface Attempt<Line> {
  readonly table: string;
  readonly lines: readonly Line[];
  /** How many of the lines the database took. */
  readonly inserted: number;
}

/** Tells stored lines from refused ones; asks the database only where some were refused. */
async function sortOut<Line extends LinePlace, Stored>(
  target: AppendTarget,
  { table, lines, inserted }: Attempt<Line>,
  toStored: (line: Line, id: number) => Stored,
): Promise<Appended<Stored>> {
  const nextId = target.firstId + lines.length;
  const isStored = inserted === lines.length ? () => true : await findStored(target, table, nextId);
  const stored: Stored[] = [];
  let storedBytes = 0;
  let refusedBytes = 0;
  lines.forEach((line, index) => {
    const id = target.firstId + index;
    if (isStored(id)) {
      stored.push(toStored(line, id));
      storedBytes += line.byteLength;
    } else {
      refusedBytes += line.byteLength;
    }
  });
  return { stored, storedBytes, refused: lines.length - stored.length, refusedBytes, nextId };
}

async function findStored(target: AppendTarget, table: string, nextId: number) {
  const rows = (await target.runner.query(`SELECT id FROM "${table}" WHERE id >= ? AND id < ?`, [
    target.firstId,
    nextId,
  ])) as { id: number }[];
  const ids = new Set(rows.map(({ id }) => id));
  return (id: number) => ids.has(id);
}
