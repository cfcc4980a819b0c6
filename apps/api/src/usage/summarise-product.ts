import {
  averageUse,
  boundedCapacity,
  capacitySteps,
  denialRate,
  findPeak,
  findUntraced,
  intersectSpans,
  licenseMs,
  observedWithin,
  sumSteps,
  sustainedPeak,
  timeAtLevels,
  totalMs,
  typicalLength,
  utilisation,
  type Gap,
  type Span,
  toSteps,
  type Steps,
} from '@license-monitor/analytics';
import type {
  DeniedFiguresDto,
  ProductSummaryDto,
  SessionFiguresDto,
  UtilisationDto,
} from '@license-monitor/api-contract';
import { causeOf } from '../denials/denial-cause';
import { capacityTimes, countTimes } from '../denials/count-denials';
import { toModelDto } from '../sessions/to-session-dto';
import { capacityOfProduct, entitlementsWithin, type ProductCapacity } from './capacity-of-product';
import type { Measured, ProductFigures, ProductRows, UsageRange } from './usage-range';

/** The figures of one product over a range, each as docs/definitions.md says. */
export function summariseProduct(rows: ProductFigures, range: UsageRange): ProductSummaryDto {
  const { product, editor, model, figures } = rows;
  const steps = stepsOf(rows.uses);
  const measured = measuredTimes(rows, steps, range);
  const capacity = capacityOfProduct(rows.capacity);
  return {
    product,
    editor,
    model: toModelDto(model),
    observedMs: totalMs(measured.observed),
    gaps: measured.gaps,
    sessions: sessionFigures(rows),
    users: figures?.users ?? 0,
    hosts: figures?.hosts ?? 0,
    ...peakFigures(steps, measured, range),
    average: averageUse(steps, measured.observed) ?? null,
    licenseMs: licenseMs(steps, range.from, range.to),
    sessionMsLow: figures?.lowMs ?? 0,
    sessionMsHigh: figures?.highMs ?? 0,
    denials: countTimes(rows.denials),
    deniedRequests: deniedFigures(rows),
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
  const usageLines = endsWithoutStart.flatMap(({ endedAt }) => endedAt ?? []);
  const inUse = snapshots.flatMap(({ at, inUse }) => (inUse > 0 ? at : []));
  const untraced = findUntraced(
    { steps, usageLines },
    [...capacityTimes(denials), ...inUse],
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

/** Of a product that nobody used. */
const NO_SESSIONS = {
  count: 0,
  openAtEnd: 0,
  timeouts: 0,
  presumedLost: 0,
  serverRestart: 0,
  lengths: [],
};

function sessionFigures({ figures, endsWithoutStart }: ProductFigures): SessionFiguresDto {
  const { count, openAtEnd, timeouts, presumedLost, serverRestart, lengths } =
    figures ?? NO_SESSIONS;
  const { meanMs = null, medianMs = null } = typicalLength(lengths);
  const ends = { timeouts, presumedLost, serverRestart };
  return { count, openAtEnd, startUnknown: endsWithoutStart.length, ...ends, meanMs, medianMs };
}

function peakFigures(steps: Steps, { observed }: Measured, { from, to }: Span) {
  const peak = findPeak(steps, from, to);
  if (observed.length === 0 || peak === undefined) {
    return { peak: null, peakAt: null, timeAtPeakMs: 0, sustainedPeak: null };
  }
  return {
    peak: peak.inUse,
    peakAt: peak.inUse === 0 ? null : peak.at,
    timeAtPeakMs: timeAtLevels(steps, [{ from, to }]).get(peak.inUse) ?? 0,
    sustainedPeak: sustainedPeak(steps, [{ from, to }])?.inUse ?? null,
  };
}

function deniedFigures({ requests, figures }: ProductFigures): DeniedFiguresDto {
  const own = requests.filter(({ first }) => causeOf(first) === 'capacity');
  const countOf = (outcome: string) => own.filter((one) => one.outcome === outcome).length;
  const waiting = own.filter(({ outcome }) => outcome === 'delayed' || outcome === 'lost');
  return {
    redirected: countOf('redirected'),
    delayed: countOf('delayed'),
    lost: countOf('lost'),
    pending: countOf('pending'),
    waitingMs: own.reduce((sum, { waitMs }) => sum + (waitMs ?? 0), 0),
    people: countDistinct(waiting.map(({ first }) => first.user)),
    rate: denialRate(own, figures?.grants ?? 0) ?? null,
  };
}

function utilisationOf(
  steps: Steps,
  { total }: ProductCapacity,
  { observed, range }: Measured & { readonly range: Span },
): UtilisationDto | null {
  const known = intersectSpans(observed, boundedCapacity(total, range.to));
  if (known.length === 0) return null;
  const { share, ...figures } = utilisation(steps, capacitySteps(total), known);
  return { knownMs: totalMs(known), ...figures, share: share ?? null };
}

const countDistinct = (values: readonly (string | null)[]): number =>
  new Set(values.filter((value) => value !== null && value !== '')).size;
