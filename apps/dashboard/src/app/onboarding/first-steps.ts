import type { EventDto, HealthDto, ServerHealthDto } from '@license-monitor/api-contract';
import { formatClockWithSeconds, formatInstant } from '../wording/instant';
import { fill } from '../wording/message';
import { toVisibleText } from '../wording/visible-text';
import { stepNames, toMend, type StepKind } from './step-words';

/** What the steps are told by. */
export interface OnboardingFacts {
  /** What the monitor says of itself; null while there is no store in which it could. */
  readonly health: HealthDto | null;
  /** Why there is none, in the API's words; empty when there is one. */
  readonly trouble: string;
  /** The first line of usage tracing; null while there is none. */
  readonly firstTraced: EventDto | null;
  /** The first licence that was granted; null while there is none. */
  readonly firstGrant: EventDto | null;
  readonly zone: string;
}

/** One thing that must hold before there is anything to show. */
export interface FirstStep {
  readonly kind: StepKind;
  readonly name: string;
  readonly isMet: boolean;
  /** What is seen of it, a sentence each. */
  readonly seen: readonly string[];
  /** The language of what is seen where it is not that of the page: the API speaks English. */
  readonly language?: 'en';
  /** What to do, where and how, a sentence each; none once it is met. */
  readonly mend: readonly string[];
}

const hasFile = ({ state, files, bytesTotal }: ServerHealthDto): boolean =>
  state === 'ok' || state === 'catchingUp' || files.length > 0 || bytesTotal > 0;

/** Whether the directory was listed: a monitor that waits for a file has looked for it. */
const isListed = (server: ServerHealthDto): boolean =>
  server.state === 'waiting' || hasFile(server);

const isRunning = ({ state, reportedAt }: ServerHealthDto): boolean =>
  state !== 'stopped' && reportedAt !== null;

const isMet: Record<StepKind, (facts: OnboardingFacts) => boolean> = {
  monitor: ({ health }) => holds(health, isRunning),
  directory: ({ health }) => holds(health, isListed),
  file: ({ health }) => holds(health, hasFile),
  tracing: ({ firstTraced, firstGrant }) => firstTraced !== null || firstGrant !== null,
  grant: ({ firstGrant }) => firstGrant !== null,
};

function holds(health: HealthDto | null, of: (server: ServerHealthDto) => boolean): boolean {
  return health !== null && health.servers.length > 0 && health.servers.every(of);
}

function describeServer(kind: StepKind, server: ServerHealthDto, zone: string): string {
  const name = toVisibleText(server.server);
  const directory = toVisibleText(server.logDirectory);
  const pattern = toVisibleText(server.logPattern);
  if (server.reportedAt === null)
    return $localize`Nothing was heard of the monitor of ${name}:server: yet.`;
  switch (kind) {
    case 'monitor':
      return $localize`The monitor of ${name}:server: reported at ${formatClockWithSeconds(server.reportedAt, zone)}:clock:.`;
    case 'directory':
      return $localize`The logs of ${name}:server: are read from ${directory}:directory:.`;
    case 'file':
      return server.files.length === 0
        ? $localize`Files called ${pattern}:pattern: are looked for in ${directory}:directory:.`
        : fill(
            $localize`{count, plural, one {# file called {pattern} in {directory}.} other {# files called {pattern} in {directory}.}}`,
            { count: server.files.length, pattern, directory },
          );
    case 'tracing':
      return describeLines(server, name);
    case 'grant':
      return $localize`No grant on ${name}:server: yet.`;
  }
}

function describeLines({ totals }: ServerHealthDto, name: string): string {
  const { lines, quarantined } = totals;
  return quarantined === 0
    ? fill(
        $localize`{lines, plural, one {No usage tracing among the # line read of {server}.} other {No usage tracing among the # lines read of {server}.}}`,
        { lines, server: name },
      )
    : fill(
        $localize`{lines, plural, one {No usage tracing among the # line read of {server}, {quarantined} of which were not understood: Health lists them.} other {No usage tracing among the # lines read of {server}, {quarantined} of which were not understood: Health lists them.}}`,
        { lines, server: name, quarantined },
      );
}

function describeEvent({ at, server, product }: EventDto, health: HealthDto | null, zone: string) {
  const when = formatInstant(at, zone, health?.asOf ?? at);
  const name = toVisibleText(product ?? $localize`A product`);
  return $localize`${name}:product: on ${toVisibleText(server)}:server:, ${when}:instant:.`;
}

function describe(kind: StepKind, facts: OnboardingFacts): readonly string[] {
  const { health, firstTraced, firstGrant, zone } = facts;
  const event = kind === 'grant' ? firstGrant : (firstTraced ?? firstGrant);
  const isOfEvent = kind === 'tracing' || kind === 'grant';
  if (isOfEvent && event !== null) return [describeEvent(event, health, zone)];
  return (health?.servers ?? []).map((server) => describeServer(kind, server, zone));
}

/** What stands in the way now belongs to the first step that is not met. */
function describeTroubles({ health, trouble }: OnboardingFacts): readonly string[] {
  if (health === null) return [trouble];
  return health.servers.flatMap(({ problem }) => (problem === null ? [] : toVisibleText(problem)));
}

/** Tells what must hold before there is anything to show, and what to do where it does not. */
export function toFirstSteps(facts: OnboardingFacts): readonly FirstStep[] {
  const first = stepNames.find(({ kind }) => !isMet[kind](facts))?.kind;
  return stepNames.map(({ kind, name }) => {
    const troubles = kind === first ? describeTroubles(facts) : [];
    return {
      kind,
      name,
      isMet: isMet[kind](facts),
      ...(troubles.length > 0
        ? { seen: troubles, language: 'en' as const }
        : { seen: describe(kind, facts) }),
      mend: isMet[kind](facts) ? [] : toMend(kind),
    };
  });
}
