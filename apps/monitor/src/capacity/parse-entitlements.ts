import type { NewCapacityPool } from '@license-monitor/db';
import type { LicenseModel, ZoneOffsets } from '@license-monitor/log-parser';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { withDistinctKeys } from './capacity-reading';
import { toInstant } from './to-instant';

/** A server, or a cluster of servers, that an entry may be of. */
export interface EntitledServer {
  readonly name: string;
  /** Of the dates. */
  readonly zone: ZoneOffsets;
}

/** The file that is kept by hand has faults; each is a line of the message, with its mend. */
export class EntitlementsError extends Error {}

const MODELS = ['ConcurrentUser', 'NamedUser', 'Token', 'Credit'] as const satisfies LicenseModel[];
const DAY_MS = 86_400_000;
const NO_OBJECT = 'entitlements: is missing: write "entitlements: []" for none';

const text = (words: string) =>
  z.union([z.string(), z.number()], words).transform(String).pipe(z.string().min(1, words));

const day = z
  .string('is no day: write it as 2026-01-31')
  .transform((written) => ({ written, wallAt: Date.parse(`${written}T00:00:00.000Z`) }))
  .refine(
    ({ written, wallAt }) =>
      !Number.isNaN(wallAt) && new Date(wallAt).toISOString().startsWith(`${written}T`),
    'is no day: write it as 2026-01-31',
  );

const NO_SEATS = 'is neither a whole number from 0 nor unlimited';
const seats = z.union([z.int().min(0, NO_SEATS), z.literal('unlimited')], NO_SEATS);

const entry = z.strictObject({
  product: text('is missing: write the code of the product, such as MD2'),
  editor: text('is empty: leave it out, or write its name').optional(),
  model: z.enum(MODELS, `is none of ${MODELS.join(', ')}`).optional(),
  server: text('is empty: leave it out, or write its name').optional(),
  seats,
  from: day.optional(),
  to: day.optional(),
  note: z.unknown().optional(),
});

const NO_LIST = 'is no list: write "entitlements: []" for none';
const entitlementsFile = z.strictObject(
  { entitlements: z.array(entry, NO_LIST) },
  { error: ({ code }) => (code === 'invalid_type' ? NO_OBJECT : undefined) },
);

type Entry = z.infer<typeof entry>;

/**
 * Reads what is kept by hand. Days are those of the server's zone, `to` itself included.
 *
 * @returns the pools of each server by its name, of those without an entry, too: none.
 * @throws EntitlementsError that names every fault with its line.
 */
export function parseEntitlements(
  content: string,
  servers: readonly EntitledServer[],
): ReadonlyMap<string, readonly NewCapacityPool[]> {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const [wrong] = document.errors;
  if (wrong !== undefined) throw new EntitlementsError(wrong.message);
  const result = entitlementsFile.safeParse(document.toJS());
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) =>
      toFault(path, message, lineOf(document, path, lines)),
    );
    throw new EntitlementsError(faults.join('\n'));
  }
  const { entitlements } = result.data;
  const faults = entitlements.flatMap((one, index) => {
    const [key, words] = findFault(one, servers) ?? [];
    if (key === undefined || words === undefined) return [];
    const path = ['entitlements', index, key];
    return [toFault(path, words, lineOf(document, path, lines))];
  });
  if (faults.length > 0) throw new EntitlementsError(faults.join('\n'));
  return byServer(entitlements, servers);
}

function toFault(path: readonly PropertyKey[], words: string, line: number | undefined): string {
  const [list, index, ...keys] = path;
  const place = index === undefined ? String(list ?? '') : `entry ${Number(index) + 1}`;
  const parts = [line === undefined ? '' : `line ${line}`, place, keys.join('.')];
  const where = parts.filter((part) => part !== '').join(', ');
  return where === '' ? words : `${where}: ${words}`;
}

/** The line of what is at fault, or of what it should be in. */
function lineOf(
  document: Document,
  path: readonly PropertyKey[],
  lines: LineCounter,
): number | undefined {
  for (let end = path.length; end > 0; end--) {
    const node = document.getIn(path.slice(0, end), true) as { range?: [number] } | undefined;
    if (node?.range != null) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** What only the entry as a whole shows. */
function findFault(
  { server, from, to }: Entry,
  servers: readonly EntitledServer[],
): readonly [key: string, words: string] | undefined {
  const names = servers.map(({ name }) => name);
  if (server === undefined && names.length > 1) {
    return ['server', `is missing: write one of ${names.join(', ')}`];
  }
  if (server !== undefined && !names.includes(server)) {
    return ['server', `${server} is not known: write one of ${names.join(', ')}`];
  }
  if (from !== undefined && to !== undefined && to.wallAt < from.wallAt) {
    return ['to', `${to.written} is before ${from.written}: exchange them`];
  }
  return undefined;
}

function byServer(
  entries: readonly Entry[],
  servers: readonly EntitledServer[],
): ReadonlyMap<string, readonly NewCapacityPool[]> {
  return new Map(
    servers.map(({ name, zone }) => {
      const own = entries.filter(({ server = name }) => server === name);
      return [name, withDistinctKeys(own.map((one) => toPool(one, zone)))];
    }),
  );
}

function toPool(one: Entry, zone: ZoneOffsets): NewCapacityPool {
  const { product, editor = null, model = 'unknown', from, to } = one;
  return {
    product,
    editor,
    model,
    seats: one.seats === 'unlimited' ? null : one.seats,
    inUse: null,
    validFrom: from === undefined ? null : toInstant(zone, from.wallAt),
    validTo: to === undefined ? null : toInstant(zone, to.wallAt + DAY_MS),
    key: [editor, product, model, from?.written, to?.written].join('|'),
    expires: to?.written ?? null,
  };
}
