import type {
  CoverageDto,
  FindingsDto,
  HealthDto,
  LineTotalsDto,
} from '@license-monitor/api-contract';
import { formatBytes } from '../wording/bytes';
import { formatClockWithSeconds } from '../wording/instant';
import { countOf, formatCount } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import { formatObserved, toObservedShares } from './observed-share';
import { bytesBehind, stateWords } from './server-state';

/** What the first line of the screen is made of. */
export interface HealthFacts {
  readonly health: HealthDto;
  /** Undefined while it is not known. */
  readonly coverage: CoverageDto | undefined;
  /** Undefined while they are not known. */
  readonly findings: FindingsDto | undefined;
  /** `in the last 30 days` */
  readonly range: string;
  readonly zone: string;
}

function describeMonitors({ servers }: HealthDto, zone: string): string {
  if (servers.length === 0) return 'No monitor has reported yet.';
  const unwell = servers.filter(({ state }) => state !== 'ok');
  if (unwell.length > 0) {
    const names = unwell.map(
      ({ server, state }) => `${toVisibleText(server)} is ${stateWords[state].text}`,
    );
    return servers.length === 1
      ? `The monitor of ${names.join()}.`
      : `${unwell.length} of ${servers.length} monitors not well: ${names.join(', ')}.`;
  }
  const behind = servers.reduce((sum, server) => sum + (bytesBehind(server) ?? 0), 0);
  const left = behind === 0 ? 'nothing is left to read' : `${formatBytes(behind)} left to read`;
  const lastLineAt = Math.max(...servers.map((server) => server.lastLineAt ?? 0));
  const last = lastLineAt === 0 ? '' : `, last line at ${formatClockWithSeconds(lastLineAt, zone)}`;
  const whose = servers.length === 1 ? '' : ` of all ${servers.length} licence servers`;
  return `The monitor is up to date${whose}: ${left}${last}.`;
}

function describeCoverage(coverage: CoverageDto | undefined, range: string): string {
  const shares = coverage === undefined ? [] : toObservedShares(coverage);
  const [worst, ...others] = shares
    .flatMap(({ server, share }) => (share === null ? [] : [{ server, share }]))
    .sort((a, b) => a.share - b.share);
  if (worst === undefined) return '';
  const who = others.length === 0 ? '' : `, least of ${toVisibleText(worst.server)}`;
  return `Observed ${formatObserved(worst.share)} of the time ${range}${who}.`;
}

/** The lines of all servers together. */
export function sumLines({ servers }: HealthDto): LineTotalsDto {
  const sum = (key: keyof LineTotalsDto) =>
    servers.reduce((total, { totals }) => total + totals[key], 0);
  return {
    lines: sum('lines'),
    events: sum('events'),
    messages: sum('messages'),
    quarantined: sum('quarantined'),
    duplicates: sum('duplicates'),
  };
}

function describeLines({ lines, quarantined }: LineTotalsDto): string {
  if (lines === 0) return 'No line has been read yet.';
  return quarantined === 0
    ? `All ${countOf(lines, 'line')} were understood.`
    : `${formatCount(quarantined)} of ${countOf(lines, 'line')} not understood.`;
}

function describeFindings(findings: FindingsDto | undefined): string {
  if (findings === undefined) return '';
  const { length } = findings.items;
  return length === 0
    ? 'Nothing was found that makes figures doubtful.'
    : `${countOf(length, 'finding')} to look at.`;
}

/** Answers "Can I trust the figures?" in one line of text. */
export function toHealthSentence(facts: HealthFacts): string {
  const { health, coverage, findings, range, zone } = facts;
  return [
    describeMonitors(health, zone),
    describeCoverage(coverage, range),
    describeLines(sumLines(health)),
    describeFindings(findings),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
