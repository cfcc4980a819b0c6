import type {
  CoverageDto,
  FindingsDto,
  HealthDto,
  LineTotalsDto,
} from '@license-monitor/api-contract';
import { formatBytes } from '../wording/bytes';
import { formatClockWithSeconds } from '../wording/instant';
import { fill } from '../wording/message';
import { toVisibleText } from '../wording/visible-text';
import { formatObserved, toObservedShares } from './observed-share';
import { bytesBehind, describeState } from './server-state';

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
  if (servers.length === 0) return $localize`No monitor has reported yet.`;
  const unwell = servers.filter(({ state }) => state !== 'ok');
  if (unwell.length > 0) {
    const names = unwell.map(({ server, state }) => describeState(toVisibleText(server), state));
    return servers.length === 1
      ? $localize`The monitor of ${names.join()}:state:.`
      : $localize`${unwell.length}:count: of ${servers.length}:all: monitors not well: ${names.join(', ')}:states:.`;
  }
  const behind = servers.reduce((sum, server) => sum + (bytesBehind(server) ?? 0), 0);
  const lastLineAt = Math.max(...servers.map((server) => server.lastLineAt ?? 0));
  const facts = [
    behind === 0
      ? $localize`nothing is left to read`
      : $localize`${formatBytes(behind)}:bytes: left to read`,
    ...(lastLineAt === 0
      ? []
      : [$localize`last line at ${formatClockWithSeconds(lastLineAt, zone)}:clock:`]),
  ].join(', ');
  return servers.length === 1
    ? $localize`The monitor is up to date: ${facts}:facts:.`
    : $localize`The monitor is up to date of all ${servers.length}:count: licence servers: ${facts}:facts:.`;
}

function describeCoverage(coverage: CoverageDto | undefined, range: string): string {
  const shares = coverage === undefined ? [] : toObservedShares(coverage);
  const [worst, ...others] = shares
    .flatMap(({ server, share }) => (share === null ? [] : [{ server, share }]))
    .sort((a, b) => a.share - b.share);
  if (worst === undefined) return '';
  const share = formatObserved(worst.share);
  return others.length === 0
    ? $localize`Observed ${share}:share: of the time ${range}:range:.`
    : $localize`Observed ${share}:share: of the time ${range}:range:, least of ${toVisibleText(worst.server)}:server:.`;
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
  if (lines === 0) return $localize`No line has been read yet.`;
  return quarantined === 0
    ? fill(
        $localize`{lines, plural, one {All # line were understood.} other {All # lines were understood.}}`,
        {
          lines,
        },
      )
    : fill(
        $localize`{lines, plural, one {{quarantined} of # line not understood.} other {{quarantined} of # lines not understood.}}`,
        { lines, quarantined },
      );
}

function describeFindings(findings: FindingsDto | undefined): string {
  if (findings === undefined) return '';
  const { length } = findings.items;
  return length === 0
    ? $localize`Nothing was found that makes figures doubtful.`
    : fill(
        $localize`{length, plural, one {# finding to look at.} other {# findings to look at.}}`,
        {
          length,
        },
      );
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
