import type { Session } from './session';

/**
 * What an event did to one session, which is given as it is afterwards. `orphaned`: an end whose
 * grant is not known. `marked`: a restart made an open session uncertain, or a sign of life made
 * it certain again. `corrected`: a real end replaced an assumed one. `joined`: another member of the
 * cluster told of it, too. `withdrawn`: it was the end of a session whose grant came to light later.
 */
export interface SessionChange {
  readonly kind: 'opened' | 'closed' | 'orphaned' | 'marked' | 'corrected' | 'joined' | 'withdrawn';
  readonly session: Session;
}
