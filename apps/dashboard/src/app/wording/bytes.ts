import { formatFixed } from './number';

/** Units of bytes, each a thousand of the one before. */
export const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** The place of the unit that suits a number of bytes. */
export function toByteUnit(bytes: number): number {
  const steps = Math.floor(Math.log10(Math.max(bytes, 1)) / 3);
  return Math.min(steps, byteUnits.length - 1);
}

/** Writes a number of bytes in the unit that suits it: `18.2 MB`, `512 B`. */
export function formatBytes(bytes: number): string {
  const index = toByteUnit(bytes);
  return `${formatFixed(bytes / 1000 ** index, index === 0 ? 0 : 1)} ${byteUnits[index]}`;
}
