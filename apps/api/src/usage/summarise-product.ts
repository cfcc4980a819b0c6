import {
  averageUse,
  boundedCapacity,
  capacitySteps,
  denialRate,
  findPeak,
  findUntraced,
  intersectSpans,
  joinSpans,
  licenseMs,
  licenseTimeBounds,
  observedWithin,
  piecesOf,
  sessionLengths,
  sumSteps,
  sustainedPeak,
  totalMs,
  utilisation,
  type Gap,
  type Span,
  toSteps,
  type Step,
  type Steps,
} from '@license-monitor/analytics';
import type {
  DeniedFiguresDto,
  ProductSummaryDto,
  SessionFiguresDto,
  UtilisationDto,
} from '@license-monitor/api-contract';
import { causeOf } from '../denials/denial-cause';
import { countByCause } from '../denials/count-denials';
import { toModelDto } from '../sessions/to-session-dto';
import { capacityOfProduct, entitlementsWithin, type ProductCapacity } from './capacity-of-product';
import type { Measured, ProductRows, ProductSessions, UsageRange } from './usage-range';

/** The figures of one product over a range, each as docs/definitions.md says. */
export function summariseProduct(rows: ProductSessions, range: UsageRange): ProductSummaryDto {
  const { product, editor, model, sessions } = rows;
  const steps = toSteps(stepsOf(rows.uses));
  const measured = measuredTimes(rows, steps, range);
  const capacity = capacityOfProduct(rows.capacity);
  const { lowMs, highMs } = licenseTimeBounds(sessionsWithStart(rows), range.from, range.to);
  return {
    product,
    editor,
    model: toModelDto(model),
    observedMs: totalMs(measured.observed),
    gaps: measured.gaps,
    sessions: sessionFigures(rows, range),
    users: countDistinct(sessions.map(({ user }) => user)),
    hosts: countDistinct(sessions.map(({ host }) => host)),
    ...peakFigures(steps, measured, range),
    average: averageUse(steps, measured.observed) ?? null,
    licenseMs: licenseMs(steps, range.from, range.to),
    sessionMsLow: lowMs,
    sessionMsHigh: highMs,
    denials: countByCause(rows.denials),
    deniedRequests: deniedFigures(rows, range),
    entitlements: entitlementsWithin(capacity, range),
    utilisation: utilisationOf(steps, capacity, { ...measured, range }),
  };
}

/** U(t) of a product: of several servers their sum, instant by instant. */
export function stepsOf(uses: readonly { readonly steps: Steps }[]): Steps {
  const [only, ...others] = uses.map(({ steps }) => steps);
  if (only === undefined) return [];
  return others.length === 0 ? only : sumSteps([only, ...others].map(toSteps));
}

/** The times for which the use of a product is known. */
export function measuredTimes(rows: ProductRows, steps: Steps, range: UsageRange): Measured {
  const { denials, endsWithoutStart, snapshots, isWhole } = rows;
  const refusals = denials.filter((denial) => causeOf(denial) === 'capacity');
  const usageLines = endsWithoutStart.flatMap(({ endedAt }) => endedAt ?? []);
  const untraced = findUntraced(
    { steps, usageLines },
    [...refusals, ...snapshots.filter(({ inUse }) => inUse > 0)].map(({ at }) => at),
    range,
  );
  const gaps = [...gapsOfProduct(rows, range), ...(isWhole ? untraced : [])];
  gaps.sort((a, b) => a.from - b.from);
  return { gaps, observed: observedWithin(range, gaps) };
}

/** What the servers that give a product do not tell; of others' gaps it knows nothing. */
function gapsOfProduct(rows: ProductRows, { gapsOfServer }: UsageRange): Gap[] {
  const { uses, endsWithoutStart, denials, capacity } = rows;
  const seen = [...uses, ...endsWithoutStart, ...denials].map(({ server }) => server);
  const servers = new Set([...seen, ...capacity.keys()]);
  return [...servers].flatMap((server) => gapsOfServer.get(server) ?? []);
}

function sessionFigures(
  { sessions, endsWithoutStart }: ProductSessions,
  { from, to }: Span,
): SessionFiguresDto {
  const isOpen = (endedAt: number | null) => endedAt === null || endedAt >= to;
  const ended = sessions.filter(({ endedAt }) => !isOpen(endedAt) && (endedAt ?? 0) >= from);
  const endedBy = (end: string) => ended.filter(({ closedBy }) => closedBy === end).length;
  const lengths = sessionLengths(sessions);
  return {
    count: sessions.length,
    openAtEnd: sessions.filter(({ endedAt }) => isOpen(endedAt)).length,
    startUnknown: endsWithoutStart.length,
    timeouts: endedBy('timeout'),
    presumedLost: endedBy('presumedLost'),
    serverRestart: endedBy('serverRestart'),
    meanMs: lengths.meanMs ?? null,
    medianMs: lengths.medianMs ?? null,
  };
}

function peakFigures(steps: readonly Step[], { observed }: Measured, { from, to }: Span) {
  if (observed.length === 0) {
    return { peak: null, peakAt: null, timeAtPeakMs: 0, sustainedPeak: null };
  }
  const peak = findPeak(steps, from, to);
  const atPeak = [...piecesOf(steps, [{ from, to }])].filter(({ value }) => value === peak?.inUse);
  return {
    peak: peak?.inUse ?? null,
    peakAt: peak === undefined || peak.inUse === 0 ? null : peak.at,
    timeAtPeakMs: totalMs(joinSpans(atPeak)),
    sustainedPeak: sustainedPeak(steps, [{ from, to }])?.inUse ?? null,
  };
}

function deniedFigures({ requests, sessions }: ProductSessions, { from }: Span): DeniedFiguresDto {
  const own = requests.filter(({ first }) => causeOf(first) === 'capacity');
  const countOf = (outcome: string) => own.filter((one) => one.outcome === outcome).length;
  const waiting = own.filter(({ outcome }) => outcome === 'delayed' || outcome === 'lost');
  const grants = sessions.filter(({ startedAt }) => (startedAt ?? 0) >= from).length;
  return {
    redirected: countOf('redirected'),
    delayed: countOf('delayed'),
    lost: countOf('lost'),
    pending: countOf('pending'),
    waitingMs: own.reduce((sum, { waitMs }) => sum + (waitMs ?? 0), 0),
    people: countDistinct(waiting.map(({ first }) => first.user)),
    rate: denialRate(own, grants) ?? null,
  };
}

function utilisationOf(
  steps: readonly Step[],
  { total }: ProductCapacity,
  { observed, range }: Measured & { readonly range: Span },
): UtilisationDto | null {
  const known = intersectSpans(observed, boundedCapacity(total, range.to));
  if (known.length === 0) return null;
  const { share, ...figures } = utilisation(steps, capacitySteps(total), known);
  return { knownMs: totalMs(known), ...figures, share: share ?? null };
}

const sessionsWithStart = ({ sessions }: ProductSessions) =>
  sessions.filter(({ startedAt }) => startedAt !== null);

const countDistinct = (values: readonly (string | null)[]): number =>
  new Set(values.filter((value) => value !== null && value !== '')).size;
