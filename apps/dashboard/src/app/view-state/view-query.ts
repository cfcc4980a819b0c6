import type { DenialCauseDto, DenialOutcomeDto, EpochMs } from '@license-monitor/api-contract';
import type { TimePoint } from './time-point';

/** What open sessions are grouped by. */
export type Grouping = (typeof groupings)[number];
/** What open sessions are sorted by. */
export type SortColumn = (typeof sortColumns)[number];
/** Filters of one click: held over a day; same product held on several hosts by one user. */
export type OneClickFilter = (typeof oneClickFilters)[number];
/** What a filter can name; each may name several values, of which a row must have one. */
export type Subject = (typeof subjects)[number];

/** With which earlier range figures are compared: whole weeks before, or 52 weeks before. */
export type Comparison = (typeof comparisons)[number];

/** What the hours of a week show. */
export type WeekMeasure = (typeof weekMeasures)[number];

/** All groupings, in the order they are offered. */
export const groupings = ['none', 'product', 'user', 'host'] as const;
/** All columns that sort, in the order they stand. */
export const sortColumns = ['user', 'product', 'host', 'startedAt', 'duration', 'server'] as const;
/** All filters of one click, in the order they are offered. */
export const oneClickFilters = ['longHold', 'severalHosts'] as const;
/** All subjects, in the order their chips stand. */
export const subjects = ['product', 'user', 'host', 'server'] as const;

/** All comparisons, in the order they are offered. */
export const comparisons = ['previous', 'year'] as const;
/** All measures of the hours of a week, in the order they are offered. */
export const weekMeasures = ['peak', 'average', 'grants', 'denials'] as const;

/** All causes of denials, in the order they are offered. */
export const denialCauses: readonly DenialCauseDto[] = [
  'capacity',
  'policy',
  'notEnrolled',
  'other',
];
/** All that may become of a denied request, in the order it is offered. */
export const denialOutcomes: readonly DenialOutcomeDto[] = [
  'delayed',
  'lost',
  'pending',
  'redirected',
];
/** After how many minutes without a grant a denied request counts as lost; what is offered. */
export const retryChoices = [5, 15, 60] as const;

/** A column and its direction. */
export interface SortOrder {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** Everything about a view that its address says, and nothing else. */
export interface ViewQuery extends Readonly<Record<Subject, readonly string[]>> {
  /** Text that a row must contain. */
  readonly q: string;
  readonly group: Grouping;
  readonly sort: SortOrder;
  readonly only: readonly OneClickFilter[];
  /** Causes of denials; empty for all. */
  readonly cause: readonly DenialCauseDto[];
  /** What became of denied requests; empty for all. */
  readonly outcome: readonly DenialOutcomeDto[];
  readonly retryMinutes: (typeof retryChoices)[number];
  /** From (inclusive); null for no bound. */
  readonly from: TimePoint | null;
  /** To (exclusive); null for no bound. */
  readonly to: TimePoint | null;
  /** The instant of the past that is looked at; null for now. */
  readonly at: EpochMs | null;
  /** IANA name; null for the zone of the browser. */
  readonly zone: string | null;
  readonly measure: WeekMeasure;
  /** With which earlier range figures are compared; null for none. */
  readonly compare: Comparison | null;
  /** Which page of the lanes of a timeline is shown, from 1. */
  readonly page: number;
  /** How many licences there would have been; null for as many as there are. */
  readonly seats: number | null;
}

/** The view of an address that says nothing. */
export const defaultViewQuery: ViewQuery = {
  product: [],
  user: [],
  host: [],
  server: [],
  q: '',
  group: 'none',
  sort: { column: 'startedAt', isDescending: true },
  only: [],
  cause: [],
  outcome: [],
  retryMinutes: 15,
  from: null,
  to: null,
  at: null,
  zone: null,
  measure: 'peak',
  compare: null,
  page: 1,
  seats: null,
};

/** Whether anything narrows the rows of the view. */
export function hasFilters(query: ViewQuery): boolean {
  const { q, only, cause, outcome, from, to } = query;
  const isChosen = only.length + cause.length + outcome.length > 0;
  const isNarrowed = q !== '' || isChosen || from !== null || to !== null;
  return isNarrowed || subjects.some((subject) => query[subject].length > 0);
}

/** The same view with nothing that narrows its rows. */
export function withoutFilters(query: ViewQuery): ViewQuery {
  const { group, sort, retryMinutes, at, zone, compare } = query;
  return { ...defaultViewQuery, group, sort, retryMinutes, at, zone, compare };
}
