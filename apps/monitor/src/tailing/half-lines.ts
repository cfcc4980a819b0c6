import type { SeenFile } from './list-log-files';
import { placeOf } from './open-files';

interface Rest {
  readonly size: number;
  readonly since: number;
}

/**
 * Tells which files end in a line that nobody will finish: it has not grown for a while, and the
 * server writes to another file by now.
 */
export class HalfLines {
  private readonly rests = new Map<string, Rest>();

  /** @param waitMs How long a half line may stand before it counts as abandoned. */
  constructor(private readonly waitMs: number) {}

  /**
   * Notes how a file ends.
   *
   * @param now in milliseconds; only differences count.
   */
  note(seen: SeenFile, byteOffset: number, now: number): void {
    const place = placeOf(seen);
    const known = this.rests.get(place);
    if (seen.size <= byteOffset) this.rests.delete(place);
    else if (known?.size !== seen.size) this.rests.set(place, { size: seen.size, since: now });
  }

  /** Whether the half line of a file has stood for long enough. */
  isAbandoned(seen: SeenFile, now: number): boolean {
    const rest = this.rests.get(placeOf(seen));
    return rest?.size === seen.size && now - rest.since >= this.waitMs;
  }
}
