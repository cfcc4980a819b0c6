import type { LineHeader, MessageTopic, ServerEvent, ServerMessage } from './parsed-line.js';

/** What the server says of itself and the monitor acts on: category as a guard, text as *contains*. */
const SERVER_EVENTS: readonly (readonly [
  category: string,
  text: string,
  type: ServerEvent['type'],
])[] = [
  ['STARTSERVER', 'Server version', 'serverStart'],
  ['STOPSERVER', 'License server stopped', 'serverStop'],
  ['RUNTIMEDATA', 'System has been suspended', 'suspend'],
  ['RUNTIMEDATA', 'System has been resumed', 'resume'],
];

interface KnownText {
  readonly topic: MessageTopic;
  /** The only category the text stands in; undefined where any will do. */
  readonly category?: string;
  readonly level?: string;
  readonly text: string;
  /** Where the telling part stands. */
  readonly detail?: 'behind' | 'before';
  /** What ends the telling part; the end of the text where undefined. */
  readonly until?: string;
}

/** Known texts (log-format.md §4). The first that fits wins. */
const KNOWN_TEXTS: readonly KnownText[] = [
  {
    topic: 'serverVersion',
    category: 'INITSERVER',
    text: 'Server version ',
    detail: 'behind',
    until: ' ',
  },
  {
    topic: 'initialising',
    category: 'INITSERVER',
    text: 'Initializing license server on ',
    detail: 'behind',
    until: ' args ',
  },
  { topic: 'serverId', category: 'INITSERVER', text: 'ComputerId ', detail: 'behind', until: ' ' },
  { topic: 'initialised', category: 'INITSERVER', text: 'Server successfully initialized' },
  {
    topic: 'initialised',
    category: 'INITSERVER',
    text: 'License server already initialized on ',
    detail: 'behind',
  },
  { topic: 'initialised', category: 'INITSERVER', text: 'Use -force option for reinitialization' },
  { topic: 'initialisationFailed', category: 'INITSERVER', level: 'E', text: '' },
  { topic: 'serverReady', text: 'Licensing service started' },
  {
    topic: 'administrationStarted',
    category: 'ADMINSERVER',
    text: 'Administration connection started',
  },
  {
    topic: 'administrationEnded',
    category: 'ADMINSERVER',
    text: 'Administration connection ended',
  },
  {
    topic: 'administrationCommand',
    category: 'ADMINSERVER',
    text: ' command issued',
    detail: 'before',
  },
  { topic: 'uploadFailed', text: 'Fail to upload file', detail: 'behind' },
];

/** Reads what the server says of itself; text that is not known keeps its header. */
export function parseMessage(header: LineHeader, text: string): ServerEvent | ServerMessage {
  for (const [category, part, type] of SERVER_EVENTS) {
    if (header.category === category && text.includes(part)) {
      return { ...header, type, version: findVersion(text), text };
    }
  }
  const known = KNOWN_TEXTS.find((one) => fits(one, header, text));
  if (known === undefined) return toMessage(header, null, text);
  return { ...toMessage(header, known.topic, text), detail: findDetail(known, text) };
}

/** Makes a message of a text that is kept as it is. */
export function toMessage(
  { wallAt, level, category }: LineHeader,
  topic: MessageTopic | null,
  text: string,
): ServerMessage {
  return { wallAt, level, category, type: 'message', topic, detail: null, text };
}

function fits(known: KnownText, header: LineHeader, text: string): boolean {
  return (
    (known.category === undefined || known.category === header.category) &&
    (known.level === undefined || known.level === header.level) &&
    text.includes(known.text)
  );
}

function findDetail({ text: part, detail, until }: KnownText, text: string): string | null {
  const at = text.indexOf(part);
  if (detail === undefined) return null;
  if (detail === 'before') return text.slice(0, at).trim() || null;
  const from = at + part.length;
  const end = until === undefined ? -1 : text.indexOf(until, from);
  return text.slice(from, end < 0 ? undefined : end).trim() || null;
}

/** `6.425.4` of `Server version 6.425.4 built on 230502184536`. */
function findVersion(text: string): string | null {
  return /\bversion (\d[\w.]*)/.exec(text)?.[1] ?? null;
}
