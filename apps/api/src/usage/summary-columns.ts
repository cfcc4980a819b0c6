import type { ProductSummaryDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';

type Row = ProductSummaryDto;

/** The columns of exported figures: the names of the contract, times in milliseconds. */
export const SUMMARY_COLUMNS: readonly Column<Row>[] = [
  ...plain<Row>('product', 'editor', 'model', 'observedMs'),
  { name: 'sessions', read: ({ sessions }) => sessions.count },
  { name: 'openAtEnd', read: ({ sessions }) => sessions.openAtEnd },
  { name: 'startUnknown', read: ({ sessions }) => sessions.startUnknown },
  { name: 'timeouts', read: ({ sessions }) => sessions.timeouts },
  { name: 'presumedLost', read: ({ sessions }) => sessions.presumedLost },
  { name: 'serverRestart', read: ({ sessions }) => sessions.serverRestart },
  { name: 'meanMs', read: ({ sessions }) => sessions.meanMs },
  { name: 'medianMs', read: ({ sessions }) => sessions.medianMs },
  ...plain<Row>('users', 'hosts', 'peak'),
  instant<Row>('peakAt'),
  ...plain<Row>('timeAtPeakMs', 'sustainedPeak', 'average', 'licenseMs'),
  ...plain<Row>('sessionMsLow', 'sessionMsHigh'),
  { name: 'denialsCapacity', read: ({ denials }) => denials.capacity },
  { name: 'denialsPolicy', read: ({ denials }) => denials.policy },
  { name: 'denialsNotEnrolled', read: ({ denials }) => denials.notEnrolled },
  { name: 'denialsOther', read: ({ denials }) => denials.other },
  { name: 'redirected', read: ({ deniedRequests }) => deniedRequests.redirected },
  { name: 'delayed', read: ({ deniedRequests }) => deniedRequests.delayed },
  { name: 'lost', read: ({ deniedRequests }) => deniedRequests.lost },
  { name: 'waitingMs', read: ({ deniedRequests }) => deniedRequests.waitingMs },
  { name: 'people', read: ({ deniedRequests }) => deniedRequests.people },
  { name: 'denialRate', read: ({ deniedRequests }) => deniedRequests.rate },
  { name: 'knownMs', read: ({ utilisation }) => utilisation?.knownMs ?? null },
  { name: 'utilisation', read: ({ utilisation }) => utilisation?.share ?? null },
  { name: 'fullMs', read: ({ utilisation }) => utilisation?.fullMs ?? null },
  { name: 'overageMs', read: ({ utilisation }) => utilisation?.overageMs ?? null },
];
