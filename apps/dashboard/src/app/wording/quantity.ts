import type { LicenseModelDto } from '@license-monitor/api-contract';
import { byteUnits, toByteUnit } from './bytes';
import { fill } from './message';
import { formatFixed } from './number';

export { formatCount, formatDecimal, formatShare } from './number';

/** Writes part and whole of a number of bytes in one unit: `1.2 of 3.4 GB`. */
export function formatBytesOf(part: number, whole: number): string {
  const index = toByteUnit(whole);
  const digits = index === 0 ? 0 : 1;
  const inUnit = (bytes: number) => formatFixed(bytes / 1000 ** index, digits);
  return $localize`${inUnit(part)}:part: of ${inUnit(whole)}:whole: ${byteUnits[index]}:unit:`;
}

function countUnits(count: number, model: LicenseModelDto): string {
  switch (model) {
    case 'namedUser':
      return fill(
        $localize`{count, plural, one {# named-user licence} other {# named-user licences}}`,
        { count },
      );
    case 'token':
      return fill($localize`{count, plural, one {# token} other {# tokens}}`, { count });
    case 'credit':
      return fill($localize`{count, plural, one {# credit} other {# credits}}`, { count });
    case 'concurrentUser':
    case 'unknown':
      return fill($localize`{count, plural, one {# licence} other {# licences}}`, { count });
  }
}

function countUnitsOf(used: number, count: number, model: LicenseModelDto): string {
  switch (model) {
    case 'namedUser':
      return fill(
        $localize`{count, plural, one {{used} of # named-user licence} other {{used} of # named-user licences}}`,
        { used, count },
      );
    case 'token':
      return fill($localize`{count, plural, one {{used} of # token} other {{used} of # tokens}}`, {
        used,
        count,
      });
    case 'credit':
      return fill(
        $localize`{count, plural, one {{used} of # credit} other {{used} of # credits}}`,
        {
          used,
          count,
        },
      );
    case 'concurrentUser':
    case 'unknown':
      return fill(
        $localize`{count, plural, one {{used} of # licence} other {{used} of # licences}}`,
        { used, count },
      );
  }
}

/**
 * Writes how much of a product is in use, in the unit of its model: `3 tokens`, or
 * `17 of 20 licences` where it is known how many are owned.
 */
export function countInUse(
  count: number,
  model: LicenseModelDto,
  owned: number | null = null,
): string {
  return owned === null ? countUnits(count, model) : countUnitsOf(count, owned, model);
}

/** Names a model other than the usual one, for a badge; null for `concurrentUser`. */
export function nameModel(model: LicenseModelDto): string | null {
  switch (model) {
    case 'concurrentUser':
      return null;
    case 'namedUser':
      return $localize`named user`;
    case 'token':
      return $localize`token`;
    case 'credit':
      return $localize`credit`;
    case 'unknown':
      return $localize`model unknown`;
  }
}
