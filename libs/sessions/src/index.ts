export type { MemberReports, Seat, Session, SessionEnd } from './lib/session';
export type {
  LicenseUseEvent,
  ServerStateEvent,
  SessionEvent,
  SweepEvent,
} from './lib/session-event';
export { evolve, evolveInPlace } from './lib/evolve';
export type { SessionChange } from './lib/session-change';
export { REMEMBERED_MS } from './lib/recent-sessions';
export type { MemberOfCluster } from './lib/down-members';
export { SessionState } from './lib/session-state';
export { countInUse, type ProductInUse } from './lib/count-in-use';
export { findLostSessions, type LostSession, type SweepPolicy } from './lib/find-lost-sessions';
