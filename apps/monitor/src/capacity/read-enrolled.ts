import type { NewCapacityPool } from '@license-monitor/db';
import { parseLicenseInfo, type EnrolledLicense } from '@license-monitor/log-parser';
import { noAnswer, withDistinctKeys, type CapacityReading } from './capacity-reading';
import { findWhyPartial, toRemark } from './judge-answer';
import { toEnd, toSeats } from './pool-values';

const source = 'licenseInfo';

/**
 * Reads the output of `getLicenseInfo`: the licences that are active. The words for the others are
 * not all known, so a list without any active one is no answer.
 */
export function readEnrolled(text: string): CapacityReading {
  const info = parseLicenseInfo(text);
  if (info.type === 'error') return noAnswer(source, info.reason, info.text);
  const active = info.licenses.filter(({ status }) => status?.toLowerCase() === 'active');
  const partial = findWhyPartial(source, info, text) ?? findWhyUndecided(info.licenses, active);
  if (partial !== undefined) return partial;
  const faults = active.flatMap((license) => license.faults);
  const pools = withDistinctKeys(active.map(toPool));
  return { type: 'report', source, pools, remark: toRemark(info, faults) };
}

function findWhyUndecided(all: readonly EnrolledLicense[], active: readonly EnrolledLicense[]) {
  if (all.length > 0 && active.length === 0) {
    const words = `None of ${all.length} licences is active; the first is ${all[0]?.status}.`;
    return noAnswer(source, 'noActiveLicense', words);
  }
  const undecided = active.find(
    ({ startsAt, endsAt }) => startsAt?.at === null || endsAt?.at === null,
  );
  if (undecided === undefined) return undefined;
  const { lineNumber, product, startsAt, endsAt } = undecided;
  const words = `line ${lineNumber}, ${product}: ${startsAt?.text ?? ''} to ${endsAt?.text ?? ''}`;
  return noAnswer(source, 'datesUnreadable', words);
}

function toPool(license: EnrolledLicense): NewCapacityPool {
  const { product, editor, model, seats, startsAt, endsAt } = license;
  return {
    product,
    editor,
    model,
    seats: toSeats(seats),
    inUse: null,
    validFrom: startsAt?.at ?? null,
    validTo: toEnd(endsAt?.at ?? null),
    key: toKey(license),
    expires: endsAt?.text ?? null,
  };
}

function toKey({ editor, editorId, product, model, ...license }: EnrolledLicense): string {
  const { licenseId, customerId, startsAt, endsAt } = license;
  const stock = [editorId ?? editor, product, model, licenseId, customerId];
  return [...stock, startsAt?.text, endsAt?.text].join('|');
}
