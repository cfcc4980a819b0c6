import type { HourOfWeekCellDto, ProductLoadDto } from '@license-monitor/api-contract';
import { fill } from '../wording/message';
import { countInUse, formatCount, formatShare } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import { isBeyondOwned, toSeatNumber, type SeatsOwned } from './seats-owned';
import { findTightest, nameHour } from './week-grid';

/** The share of time, and of requests, that the sentence asks about. */
const SHARE = 0.99;

function describeOwned(owned: SeatsOwned): string {
  switch (owned.kind) {
    case 'known':
      return $localize`${formatCount(owned.seats)}:seats: are owned`;
    case 'unlimited':
      return $localize`there is no limit`;
    case 'unknown':
      return $localize`how many are owned is not known`;
  }
}

function describeEnough({ model, enough }: ProductLoadDto, owned: SeatsOwned): string {
  const { byTime, byRequests } = enough.find(({ share }) => share === SHARE) ?? {};
  if (byTime == null)
    return $localize`nothing was observed, so it is not known how many are enough`;
  const values = { byTime, licences: countInUse(byTime, model), share: formatShare(SHARE) };
  if (byRequests == null)
    return fill(
      $localize`{byTime, plural, one {{licences} was enough for {share} of the observed time; nothing was asked for} other {{licences} were enough for {share} of the observed time; nothing was asked for}}`,
      values,
    );
  const seats = toSeatNumber(owned);
  return seats !== null && isBeyondOwned(byRequests, seats)
    ? fill(
        $localize`{byTime, plural, one {{licences} was enough for {share} of the observed time, more than {seats} are needed for {share} of the requests} other {{licences} were enough for {share} of the observed time, more than {seats} are needed for {share} of the requests}}`,
        { ...values, seats },
      )
    : fill(
        $localize`{byTime, plural, one {{licences} was enough for {share} of the observed time and {byRequests} for {share} of the requests} other {{licences} were enough for {share} of the observed time and {byRequests} for {share} of the requests}}`,
        { ...values, byRequests },
      );
}

/** Answers "How many seats are enough, and when is it tight?" in one line. */
export function toCapacitySentence(
  load: ProductLoadDto,
  owned: SeatsOwned,
  week: readonly HourOfWeekCellDto[],
): string {
  const tightest = findTightest(week);
  const sentence = `${toVisibleText(load.product)}: ${describeEnough(load, owned)}; ${describeOwned(owned)}.`;
  if (tightest === null) return sentence;
  const peak = formatCount(tightest.peak ?? 0);
  return `${sentence} ${$localize`Tightest: ${nameHour(tightest)}:hour:, peak ${peak}:peak:.`}`;
}
