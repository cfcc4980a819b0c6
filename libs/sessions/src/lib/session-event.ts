import type { Seat } from './session';

interface Numbered {
  /** Position in the history: events are folded in the order of their ids. */
  readonly id: number;
  /** UTC milliseconds. */
  readonly at: number;
}

export interface LicenseUseEvent extends Numbered {
  readonly type: 'grant' | 'detachment' | 'timeout';
  readonly seat: Seat;
  /** The member of the cluster whose log says so; null where the server stands alone. */
  readonly member: number | null;
}

/** The licence server went down or came up; which sessions survive is not known. */
export interface ServerStateEvent extends Numbered {
  readonly type: 'serverStart' | 'serverStop';
  readonly serverId: number;
  /** The member of the cluster that it is; null where the server stands alone. */
  readonly member: number | null;
}

/** The monitor decided that a session can no longer be alive; `at` is its assumed end. */
export interface SweepEvent extends Numbered {
  readonly type: 'sweep';
  readonly rule: 'presumedLost' | 'serverRestart';
  /** The session that is closed. */
  readonly sweptId: number;
}

export type SessionEvent = LicenseUseEvent | ServerStateEvent | SweepEvent;
