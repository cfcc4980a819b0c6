import type { CaseFacts, CaseProduct, CaseRefusal } from './case-facts';
import type { ConformanceAnswers, ConformanceSettings, ProductAnswers } from './conformance-case';
import { seatPieces, toEntitlements, utilise } from './count-seats';
import {
  integrate,
  peakOf,
  personOf,
  sustainedPeakOf,
  usePieces,
  type CaseRange,
} from './count-use';
import { countRefusals, judgeRequests } from './judge-requests';
import { settle, type SettledSession } from './settle-sessions';

/** Counts what a script wrote: the truth of a scenario. */
export function answerCase(
  facts: CaseFacts,
  settings: ConformanceSettings,
  range: CaseRange,
): ConformanceAnswers {
  const { from, to } = range;
  const used = [...new Set([...facts.sessions, ...facts.orphans].map(({ product }) => product))];
  const refusals = facts.refusals.filter(({ at }) => at >= from && at < to);
  const owned = used.map((product) => {
    const isOnly = used.every((other) => other === product || other.code !== product.code);
    const own = refusals.filter(({ code }) => code === product.code);
    if (own.length > 0 && !isOnly) {
      throw new RangeError(`Refusals of ${product.code} may be of two products.`);
    }
    return answerProduct(product, { ...facts, refusals: own }, settings, range);
  });
  const codes = new Set(refusals.map(({ code }) => code));
  const refused = [...codes]
    .filter((code) => used.every((product) => product.code !== code))
    .map((code) =>
      answerRefusedOnly(
        refusals.filter((refusal) => refusal.code === code),
        settings,
      ),
    );
  return { from, to, products: [...owned, ...refused].sort(compareProducts) };
}

function answerProduct(
  product: CaseProduct,
  { sessions, orphans, refusals, reports }: CaseFacts,
  settings: ConformanceSettings,
  range: CaseRange,
): ProductAnswers {
  const { from, to } = range;
  const own = sessions.filter((session) => session.product === product);
  const settled = own.map((session) => settle(session, settings));
  const touching = settled.filter((one) => isTouching(one, range));
  const pieces = usePieces(settled, range);
  const seats = seatPieces(reports, product, range);
  return {
    product: product.code,
    editor: product.editor,
    model: product.model,
    ...countSessions(touching, to),
    startUnknown: orphans.filter(
      (orphan) => orphan.product === product && orphan.at >= from && orphan.at < to,
    ).length,
    ...peakOf(pieces),
    sustainedPeak: sustainedPeakOf(pieces, range),
    licenseMs: integrate(pieces),
    sessionMsLow: sumLengths(settled, range, 'low'),
    sessionMsHigh: sumLengths(settled, range, 'high'),
    users: new Set(touching.map(({ session }) => personOf(session.workplace))).size,
    hosts: new Set(touching.map(({ session }) => session.workplace.host)).size,
    denials: countRefusals(refusals),
    deniedRequests: judgeRequests(refusals, own, settings),
    entitlements: seats && toEntitlements(seats, to),
    utilisation: seats && utilise(pieces, seats),
  };
}

/** A product that nobody was ever granted: only its code is known. */
function answerRefusedOnly(
  refusals: readonly CaseRefusal[],
  settings: ConformanceSettings,
): ProductAnswers {
  const denials = countRefusals(refusals);
  // Somebody must have held what was no more available: the log does not trace the product.
  const inUse = denials.capacity > 0 ? null : 0;
  return {
    product: refusals[0]?.code ?? '',
    editor: '',
    model: 'unknown',
    sessions: 0,
    openAtEnd: 0,
    startUnknown: 0,
    assumedEnds: { presumedLost: 0, serverRestart: 0 },
    timeouts: 0,
    peak: inUse,
    peakAt: null,
    sustainedPeak: inUse,
    licenseMs: 0,
    sessionMsLow: 0,
    sessionMsHigh: 0,
    users: 0,
    hosts: 0,
    denials,
    deniedRequests: judgeRequests(refusals, [], settings),
    entitlements: null,
    utilisation: null,
  };
}

function countSessions(
  touching: readonly SettledSession[],
  to: number,
): Pick<ProductAnswers, 'sessions' | 'openAtEnd' | 'assumedEnds' | 'timeouts'> {
  const countBy = (by: SettledSession['by']) =>
    touching.filter((one) => one.by === by && one.end !== null && one.end.at < to).length;
  return {
    sessions: touching.length,
    openAtEnd: touching.filter(({ end }) => end === null || end.at >= to).length,
    assumedEnds: {
      presumedLost: countBy('presumedLost'),
      serverRestart: countBy('serverRestart'),
    },
    timeouts: countBy('timeout'),
  };
}

/** A session of no length touches the range where it lies in it. */
function isTouching({ session, end }: SettledSession, { from, to }: CaseRange): boolean {
  const { at } = session.start;
  return at < to && (end === null || end.at > from || at >= from);
}

function sumLengths(
  sessions: readonly SettledSession[],
  { from, to }: CaseRange,
  bound: 'low' | 'high',
): number {
  return sessions.reduce((sum, { session, end, uncertaintyMs }) => {
    const stated = end?.at ?? to;
    const until = bound === 'high' ? stated : stated - uncertaintyMs;
    const ms = Math.max(0, Math.min(to, until) - Math.max(from, session.start.at));
    return sum + ms * session.quantity;
  }, 0);
}

function compareProducts(one: ProductAnswers, other: ProductAnswers): number {
  const keyOf = ({ product, editor, model }: ProductAnswers) => `${product}\0${editor}\0${model}`;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}
