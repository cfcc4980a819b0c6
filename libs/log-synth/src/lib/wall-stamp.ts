import { MINUTE_MS, SECOND_MS } from './durations';

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const THREE_DIGITS = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));

/**
 * Writes wall times (see ZoneClock) as the log's stamps, `YYYY/MM/DD hh:mm:ss:mmm`.
 * It keeps the text of the last minute, since the lines of one minute share it.
 */
export class WallStamp {
  #minute = Number.NaN;
  #text = '';

  /** The stamp of a line. */
  of(wall: number): string {
    const minute = Math.floor(wall / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#text = minuteText(wall);
      this.#minute = minute;
    }
    const rest = wall - minute * MINUTE_MS;
    const seconds = Math.floor(rest / SECOND_MS);
    return `${this.#text}${TWO_DIGITS[seconds]}:${THREE_DIGITS[rest - seconds * SECOND_MS]}`;
  }
}

/** The fourteen digits of a wall time in a file's name, `YYYYMMDDhhmmss`. */
export function fileStamp(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/\D/g, '');
}

function minuteText(wall: number): string {
  const text = new Date(wall).toISOString();
  return `${text.slice(0, 4)}/${text.slice(5, 7)}/${text.slice(8, 10)} ${text.slice(11, 17)}`;
}
