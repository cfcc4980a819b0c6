import type { DurationMs, EpochMs, SessionDto } from '@license-monitor/api-contract';
import { keysOf } from '../data/session-keys';
import { countInUse, nameModel } from '../wording/quantity';

/** From this length on, a session counts as a long hold. */
export const LONG_HOLD_MS: DurationMs = 24 * 60 * 60 * 1000;

/** A word about a session that needs attention, with what it means. */
export interface SessionBadge {
  readonly word: string;
  readonly meaning: string;
  readonly isWarning: boolean;
}

/** Whether a session has been open for more than a day. An unknown start proves nothing. */
export function isLongHold({ startedAt }: SessionDto, now: EpochMs): boolean {
  return startedAt !== null && now - startedAt > LONG_HOLD_MS;
}

/** Finds the sessions of users who hold the same product on several hosts at once. */
export function findSeveralHosts(sessions: readonly SessionDto[]): ReadonlySet<number> {
  const firstHostOf = new Map<string, string>();
  const several = new Set<string>();
  for (const session of sessions) {
    const { holder } = keysOf(session);
    const firstHost = firstHostOf.get(holder);
    if (firstHost === undefined) firstHostOf.set(holder, session.host);
    else if (firstHost !== session.host) several.add(holder);
  }
  const theirs = sessions.filter((session) => several.has(keysOf(session).holder));
  return new Set(theirs.map(({ id }) => id));
}

// The usual case, one licence of a concurrent user, needs no word.
function describeHolding({ model, quantity }: SessionDto): readonly SessionBadge[] {
  const name = nameModel(model);
  const isCounted = quantity !== 1 || model === 'token' || model === 'credit';
  if (isCounted) {
    const meaning = $localize`Held by this session`;
    return [{ word: countInUse(quantity, model), meaning, isWarning: false }];
  }
  return name === null
    ? []
    : [{ word: name, meaning: $localize`How it is licensed`, isWarning: false }];
}

/** Lists what is to be said about a session beside its columns. */
export function toSessionBadges(
  session: SessionDto,
  hasSeveralHosts: boolean,
  now: EpochMs,
): readonly SessionBadge[] {
  const badges: SessionBadge[] = [];
  if (hasSeveralHosts) {
    const meaning = $localize`The same user holds this product on another host as well`;
    badges.push({ word: $localize`◈ several hosts`, meaning, isWarning: true });
  }
  if (isLongHold(session, now)) {
    const meaning =
      session.model === 'concurrentUser'
        ? $localize`Held for more than 24 hours: possibly taken offline`
        : $localize`Held for more than 24 hours`;
    badges.push({ word: $localize`long hold`, meaning, isWarning: true });
  }
  if (session.uncertainSince !== null) {
    const meaning = $localize`The server restarted; whether the session survived is not known yet`;
    badges.push({ word: $localize`uncertain since server restart`, meaning, isWarning: true });
  }
  badges.push(...describeHolding(session));
  return badges;
}
