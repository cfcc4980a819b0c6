import type { FindingDto, FindingsDto } from '@license-monitor/api-contract';
import { toIsoInstant } from '../wording/instant';

/** Where the rows behind a finding are: on a screen, or as the API answers them. */
export type FindingRows =
  | {
      readonly kind: 'screen';
      readonly path: string;
      readonly parameters: Readonly<Record<string, string | readonly string[]>>;
    }
  | { readonly kind: 'answer'; readonly href: string };

/** The screens that show what an address of the API answers, and the parameters that they share. */
const screens = new Map<string, { readonly path: string; readonly keys: readonly string[] }>([
  ['/api/v1/denials', { path: '/denials', keys: ['product', 'cause'] }],
  ['/api/v1/usage/summary', { path: '/usage', keys: ['product'] }],
  ['/api/v1/entitlements', { path: '/capacity', keys: ['product'] }],
]);

/**
 * The way to the rows of a finding, over the range that it was found in. No screen shows sessions by
 * their marks, nor single events: then it is the API's own answer. Null where there are no rows.
 */
export function toFindingRows(
  { rows }: Pick<FindingDto, 'rows'>,
  range: Pick<FindingsDto, 'from' | 'to'>,
): FindingRows | null {
  if (rows === null) return null;
  const url = new URL(rows, 'http://localhost');
  const screen = screens.get(url.pathname);
  if (screen === undefined) return { kind: 'answer', href: toAnswer(url, range) };
  const shared = screen.keys.flatMap((key) => {
    const values = url.searchParams.getAll(key);
    return values.length === 0 ? [] : [[key, values] as const];
  });
  const from = toIsoInstant(range.from);
  const to = toIsoInstant(range.to);
  return {
    kind: 'screen',
    path: screen.path,
    parameters: { ...Object.fromEntries(shared), from, to },
  };
}

/** Only the path and the parameters: an address of elsewhere would lead away. */
function toAnswer(url: URL, { from, to }: Pick<FindingsDto, 'from' | 'to'>): string {
  if (!url.searchParams.has('from')) {
    url.searchParams.set('from', String(from));
    url.searchParams.set('to', String(to));
  }
  return `${url.pathname}${url.search}`;
}
