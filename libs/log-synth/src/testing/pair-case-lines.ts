import type { ConformanceSettings, ConformanceModel } from '../lib/conformance/conformance-case';
import type { CaseLine } from './read-case-lines';

/** A session as the lines tell of it. */
export interface FoundSession {
  readonly key: string;
  readonly product: string;
  readonly editor: string;
  readonly model: ConformanceModel;
  readonly quantity: number;
  readonly user: string;
  readonly host: string;
  /** Who shares a floating licence. */
  readonly seat: string;
  readonly start: number;
  /** Infinite while open. */
  end: number;
  /** Places in the order of all lines. */
  readonly startLine: number;
  endLine: number;
  by: string;
  uncertaintyMs: number;
  restartedAt: number | null;
  restartLine: number;
}

/** An end that no grant belongs to. */
export type FoundOrphan = Pick<FoundSession, 'key' | 'product' | 'editor' | 'model'> & {
  readonly at: number;
};

const MINUTE_MS = 60_000;
const REPEAT_MS = 5_000;

/** Pairs grants and ends, first in, first out, and ends what is lost by the rules of the kit. */
export function pairCaseLines(
  lines: readonly CaseLine[],
  settings: ConformanceSettings,
): { sessions: FoundSession[]; orphans: FoundOrphan[] } {
  const sessions: FoundSession[] = [];
  const orphans: FoundOrphan[] = [];
  lines.forEach((line, place) => {
    const { message, at, category } = line;
    if (/^(?:Server version|License server stopped)/.test(message)) {
      if (settings.cluster) return;
      for (const session of sessions.filter(({ end }) => end === Infinity)) {
        if (session.restartedAt !== null) continue;
        session.restartedAt = at;
        session.restartLine = place;
      }
    }
    if (category !== 'USGTRACING' || isRepeat(lines, place)) return;
    const found = toSession(line, place);
    const open = sessions.filter(({ key, end }) => key === found.key && end === Infinity);
    if (message.startsWith('Grant')) {
      open.forEach((session) => (session.restartedAt = null));
      sessions.push(found);
    } else if (open[0] === undefined) {
      orphans.push({ ...found, at });
    } else {
      const isTimeout = message.startsWith('TimeOut');
      const heartbeatMs = settings.heartbeatMinutes * MINUTE_MS;
      const uncertaintyMs = isTimeout ? Math.min(heartbeatMs, at - open[0].start) : 0;
      const by = isTimeout ? 'timeout' : 'detachment';
      Object.assign(open[0], { end: at, endLine: place, by, uncertaintyMs });
    }
  });
  sessions.filter(({ end }) => end === Infinity).forEach((session) => endLost(session, settings));
  return { sessions, orphans };
}

/** In a cluster, the same words from another member within seconds. */
function isRepeat(lines: readonly CaseLine[], place: number): boolean {
  const { at, folder, message } = lines[place]!;
  return lines
    .slice(0, place)
    .some((one) => one.folder !== folder && one.message === message && at - one.at <= REPEAT_MS);
}

function toSession({ message, at }: CaseLine, place: number): FoundSession {
  const fields = message.split('!');
  // With a customer there is one field more after the product.
  const [id, editor, model, quantity, , client, , user] = fields.slice(fields.length - 12);
  const product = fields[2]!;
  const [host] = client!.split(' ');
  const person = user!.toLowerCase();
  return {
    key: `${product}!${editor}!${id}`,
    product,
    editor: editor!,
    model: model as ConformanceModel,
    quantity: Number(quantity),
    user: person,
    host: host!,
    seat: `${person} ${client}`,
    start: at,
    end: Infinity,
    startLine: place,
    endLine: Infinity,
    by: 'open',
    uncertaintyMs: 0,
    restartedAt: null,
    restartLine: Infinity,
  };
}

function endLost(session: FoundSession, settings: ConformanceSettings): void {
  const { readUntil, restartGraceMinutes, sessionTimeoutHours } = settings;
  const hours = sessionTimeoutHours[session.product] ?? sessionTimeoutHours['*']!;
  const oldest = session.start + hours * 60 * MINUTE_MS;
  const { start, restartedAt, restartLine } = session;
  if (restartedAt !== null && restartedAt + restartGraceMinutes * MINUTE_MS <= readUntil) {
    const end = Math.min(restartedAt, oldest);
    const uncertaintyMs = end - start;
    Object.assign(session, { end, endLine: restartLine, by: 'serverRestart', uncertaintyMs });
  } else if (oldest <= readUntil) {
    Object.assign(session, { end: oldest, by: 'presumedLost', uncertaintyMs: oldest - start });
  }
}
