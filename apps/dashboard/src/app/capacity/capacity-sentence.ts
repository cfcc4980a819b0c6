import type { HourOfWeekCellDto, ProductLoadDto } from '@license-monitor/api-contract';
import { countInUse, formatCount } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import type { SeatsOwned } from './seats-owned';
import { findTightest, nameHour } from './week-grid';

/** The share of time, and of requests, that the sentence asks about. */
const SHARE = 0.99;

function describeOwned(owned: SeatsOwned): string {
  switch (owned.kind) {
    case 'known':
      return `${formatCount(owned.seats)} are owned`;
    case 'unlimited':
      return 'there is no limit';
    case 'unknown':
      return 'how many are owned is not known';
  }
}

function describeEnough({ model, enough }: ProductLoadDto): string {
  const { byTime, byRequests } = enough.find(({ share }) => share === SHARE) ?? {};
  if (byTime == null) return 'nothing was observed, so it is not known how many are enough';
  const time = `${countInUse(byTime, model)} ${byTime === 1 ? 'was' : 'were'} enough for 99 % of the observed time`;
  return byRequests == null
    ? `${time}; nothing was asked for`
    : `${time} and ${formatCount(byRequests)} for 99 % of the requests`;
}

/** Answers "How many seats are enough, and when is it tight?" in one line. */
export function toCapacitySentence(
  load: ProductLoadDto,
  owned: SeatsOwned,
  week: readonly HourOfWeekCellDto[],
): string {
  const tightest = findTightest(week);
  const when =
    tightest === null
      ? ''
      : ` Tightest: ${nameHour(tightest)}, peak ${formatCount(tightest.peak ?? 0)}.`;
  const enough = describeEnough(load);
  return `${toVisibleText(load.product)}: ${enough}; ${describeOwned(owned)}.${when}`;
}
