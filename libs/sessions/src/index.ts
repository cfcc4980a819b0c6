export type { Seat, Session, SessionEnd } from './lib/session';
export type {
  LicenseUseEvent,
  ServerStateEvent,
  SessionEvent,
  SweepEvent,
} from './lib/session-event';
export { evolve, evolveInPlace, type SessionChange } from './lib/evolve';
export { SessionState } from './lib/session-state';
export { countInUse, type ProductInUse } from './lib/count-in-use';
export { findLostSessions, type LostSession, type SweepPolicy } from './lib/find-lost-sessions';
