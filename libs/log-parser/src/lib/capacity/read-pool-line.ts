import type { CapacityFault, UnreadableReason } from './capacity-fault.js';
import { firstWord, type LabelPair, readLabelPairs } from './label-pairs.js';
import type { Editor, PoolColumns } from './license-usage.js';
import { parseWallDate } from './parse-tool-date.js';
import { parseModel, parseWholeNumber } from '../lines/parse-values.js';
import { parseSeats } from './parse-seats.js';
import { type PoolRow, toPoolKey } from './pool-table.js';
import type { AdminLine } from './transcript.js';

/** The one label that no language is known to translate. */
const POOL_LABEL = 'maxReleaseNumber:';
const PRICING = 'pricing structure ';

/** Whether a line describes a pool. */
export const isPoolLine = (line: AdminLine): boolean => line.text.includes(POOL_LABEL);

/**
 * Reads the line of a pool:
 *
 *     MD2  maxReleaseNumber: 0  expirationDate: 13.09.2025, 01:59:00 type: ConcurrentUser  count:  5  inuse: 2 customerId: 2000… pricing structure: ALC
 *
 * Labels may be translated (`Anzahl:`, `in Verwendung:`), so seats and seats in use are the two
 * numbers behind the model, and the model is told by its name (log-format.md §10.4).
 */
export function readPoolLine(line: AdminLine, editor: Editor): PoolRow | UnreadableReason {
  const { lineNumber, text } = line;
  const at = text.indexOf(POOL_LABEL);
  const pairs = readLabelPairs(text.slice(at));
  const modelAt = pairs.findIndex(namesModel);
  const [model, seatsPair, inUsePair, ...tail] = pairs.slice(modelAt);
  const modelText = wordOf(model);
  const seats = parseSeats(wordOf(seatsPair));
  const inUse = parseWholeNumber(wordOf(inUsePair));
  const product = text.slice(0, at).trim();
  if (product === '') return 'productMissing';
  if (seats === null || inUse === null) return 'seatsUnreadable';
  const columns: PoolColumns = {
    ...editor,
    product,
    model: parseModel(modelText),
    commercialType: null,
    maxReleaseNumber: wordOf(pairs[0]),
    ...readDates(pairs.slice(1, modelAt)),
    ...readTail(tail),
    maxCasualDuration: null,
    seats,
    inUse,
  };
  const faults: CapacityFault[] =
    columns.model === 'unknown'
      ? [{ kind: 'modelUnknown', lineNumber, text: modelText ?? '' }]
      : [];
  return { lineNumber, key: toPoolKey(columns, modelText), columns, faults, isBare: true };
}

function namesModel({ label, value }: LabelPair): boolean {
  return label === 'type' || parseModel(firstWord(value)) !== 'unknown';
}

function wordOf(pair: LabelPair | undefined): string | null {
  return pair === undefined ? null : firstWord(pair.value) || null;
}

/** The last of two dates is the end of the licences, and so is one without the release's label. */
function readDates(pairs: readonly LabelPair[]): Pick<PoolColumns, 'maxReleaseAt' | 'expiresAt'> {
  const release = pairs.find(
    ({ label }, at) => label === 'maxReleaseDate' || at < pairs.length - 1,
  );
  const expiry = pairs.findLast((pair) => pair !== release);
  return {
    maxReleaseAt: release === undefined ? null : parseWallDate(release.value),
    expiresAt: expiry === undefined ? null : parseWallDate(expiry.value),
  };
}

/** Customer, then price. One Chinese sample writes `pricing structure` without its colon. */
function readTail(
  tail: readonly LabelPair[],
): Pick<PoolColumns, 'customerId' | 'pricingStructure'> {
  const [customer, price] = tail[0]?.label === 'structure' ? [undefined, tail[0]] : tail;
  const customerId = wordOf(customer);
  const behind = customer?.value.slice(customerId?.length).trim() ?? '';
  const unlabelled = behind.startsWith(PRICING) ? behind.slice(PRICING.length).trim() : null;
  return { customerId, pricingStructure: price === undefined ? unlabelled : price.value || null };
}
