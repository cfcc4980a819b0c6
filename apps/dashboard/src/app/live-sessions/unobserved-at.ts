import type { CoverageDto } from '@license-monitor/api-contract';
import { gapCauses } from '../wording/gap-cause';
import { toVisibleText } from '../wording/visible-text';

/**
 * Says of which servers and products an instant is not known, and why: what the log does not tell
 * must not look like nobody. Null where all is known.
 */
export function describeUnobservedAt({
  servers,
  products,
}: Pick<CoverageDto, 'servers' | 'products'>): string | null {
  const named = [
    ...servers.map(({ server, gaps }) => ({ name: server, gaps })),
    ...products.map(({ product, gaps }) => ({ name: product, gaps })),
  ].filter(({ gaps }) => gaps.length > 0);
  if (named.length === 0) return null;
  const parts = named.map(({ name, gaps }) => {
    const causes = [...new Set(gaps.map(({ cause }) => gapCauses[cause]))];
    return `${toVisibleText(name)} (${causes.join(', ')})`;
  });
  return $localize`Not observed then, so there may have been more: ${parts.join('; ')}:servers:.`;
}
