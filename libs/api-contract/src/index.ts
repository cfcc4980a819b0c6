export type * from './lib/page';
export type * from './lib/problem';
export type * from './lib/session';
export type * from './lib/event';
export type * from './lib/usage';
export type * from './lib/health';
export type * from './lib/live-message';
