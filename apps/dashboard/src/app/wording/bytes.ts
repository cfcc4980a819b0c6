const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Writes a number of bytes in the unit that suits it: `18.2 MB`, `512 B`. */
export function formatBytes(bytes: number): string {
  const steps = Math.floor(Math.log10(Math.max(bytes, 1)) / 3);
  const index = Math.min(steps, units.length - 1);
  return `${(bytes / 1000 ** index).toFixed(index === 0 ? 0 : 1)} ${units[index]}`;
}
