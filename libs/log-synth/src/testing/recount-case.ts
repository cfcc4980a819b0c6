import type {
  ConformanceAnswers,
  ConformanceCase,
  ProductAnswers,
} from '../lib/conformance/conformance-case';
import { pairCaseLines, type FoundOrphan, type FoundSession } from './pair-case-lines';
import { readCaseLines } from './read-case-lines';
import { readPools, recountCapacity } from './recount-capacity';
import { countCauses, findRefusals, recountRequests } from './recount-denials';
import { recountLicenseMs, recountPeak, recountSustained } from './recount-use';

/**
 * Comes to the answers of a scenario from its files and settings alone, as a vendor's tool does, with
 * no code of the kit: other formulas, and the text for the facts.
 */
export function recountCase(one: ConformanceCase): ConformanceAnswers {
  const { from, to } = one.truth;
  const lines = readCaseLines(one);
  const { sessions, orphans } = pairCaseLines(lines, one.settings);
  const refusals = findRefusals(lines);
  const pools = readPools(one);
  const names = new Set([...sessions, ...orphans].map(nameOf));
  const known = [...sessions, ...orphans].map(({ product }) => product);
  const unknown = refusals.filter(({ product }) => !known.includes(product));
  for (const { product } of unknown) names.add(`${product}\0\0unknown`);
  const products = [...names].sort().map((name): ProductAnswers => {
    const [product, editor, model] = name.split('\0') as [string, string, 'unknown'];
    const own = sessions.filter((session) => nameOf(session) === name);
    const refused = refusals.filter((refusal) => refusal.product === product);
    const causes = countCauses(refused);
    const isTraced = own.length > 0 || causes.capacity === 0;
    return {
      product,
      editor,
      model,
      ...countSessions(own, { from, to }),
      startUnknown: orphans.filter((orphan) => nameOf(orphan) === name).length,
      ...(isTraced ? recountPeak(own, { from, to }) : { peak: null, peakAt: null }),
      sustainedPeak: isTraced ? recountSustained(own, { from, to }) : null,
      licenseMs: recountLicenseMs(own, { from, to }),
      denials: causes,
      deniedRequests: recountRequests(refused, own, one.settings),
      ...recountCapacity(pools, product, own, { from, to }),
    };
  });
  return { from, to, products };
}

const nameOf = ({ product, editor, model }: FoundSession | FoundOrphan) =>
  `${product}\0${editor}\0${model}`;

function countSessions(all: readonly FoundSession[], { from, to }: { from: number; to: number }) {
  const sessions = all.filter(({ start, end }) => start < to && end > from);
  const count = (by: string) => sessions.filter((session) => session.by === by).length;
  const sum = (endOf: (session: FoundSession) => number) =>
    sessions.reduce((total, session) => {
      const ms = Math.min(to, endOf(session)) - Math.max(from, session.start);
      return total + Math.max(0, ms) * session.quantity;
    }, 0);
  return {
    sessions: sessions.length,
    openAtEnd: count('open'),
    assumedEnds: { presumedLost: count('presumedLost'), serverRestart: count('serverRestart') },
    timeouts: count('timeout'),
    sessionMsLow: sum(({ end, uncertaintyMs }) => end - uncertaintyMs),
    sessionMsHigh: sum(({ end }) => end),
    users: new Set(sessions.map(({ user }) => user)).size,
    hosts: new Set(sessions.map(({ host }) => host)).size,
  };
}
