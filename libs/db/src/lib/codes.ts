import type { DenialReason, LicenseModel, TimeFlag } from '@license-monitor/log-parser';
import type { SessionEnd } from '@license-monitor/sessions';

/** The kinds of events of the history. Their places are their numbers: append, never reorder. */
export const EVENT_TYPES = [
  'grant',
  'detachment',
  'timeout',
  'denial',
  'serverStart',
  'serverStop',
  'suspend',
  'resume',
  'sweep',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Names that the tables hold as small numbers. Numbers are for ever: append, never reorder. */
class Code<Name extends string> {
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(private readonly names: readonly Name[]) {
    this.numbers = new Map(names.map((name, number) => [name, number]));
  }

  toNumber(name: Name): number {
    return this.numbers.get(name) ?? this.fail(name);
  }

  toName(number: number): Name {
    return this.names[number] ?? this.fail(number);
  }

  /** All that there are. */
  all(): readonly number[] {
    return [...this.names.keys()];
  }

  private fail(value: string | number): never {
    throw new Error(`unknown code ${value}: the database was written by a newer version`);
  }
}

export const EVENT_TYPE = new Code<EventType>(EVENT_TYPES);
export const MODEL = new Code<LicenseModel>([
  'unknown',
  'ConcurrentUser',
  'NamedUser',
  'Token',
  'Credit',
]);
export const TIME_FLAG = new Code<TimeFlag>(['foldFirst', 'foldSecond', 'skipped', 'clockStep']);
export const SESSION_END = new Code<SessionEnd>([
  'detachment',
  'timeout',
  'serverRestart',
  'presumedLost',
]);
/** Who says how many seats there are. */
export type CapacitySource = 'manual' | 'usageCsv' | 'usageText' | 'licenseInfo';

export const CAPACITY_SOURCE = new Code<CapacitySource>([
  'manual',
  'usageCsv',
  'usageText',
  'licenseInfo',
]);
export const DENIAL_REASON = new Code<DenialReason>([
  'other',
  'exhausted',
  'notOwned',
  'policy',
  'expired',
  'version',
]);
