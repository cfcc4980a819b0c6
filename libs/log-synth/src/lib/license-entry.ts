import type { DenialReason } from './fact';
import { executableOf, internalIdOf, type Grant } from './grant';
import { headerOf, type LogEntry } from './log-entry';
import type { ProductSpec } from './scenario';
import type { Workplace } from './workplace';

const USAGE = headerOf('I', 'USGTRACING');
const DENIAL = headerOf('W', 'LICENSESERV');

/** The line of a grant. */
export function grantEntry(grant: Grant): LogEntry {
  return { text: `${USAGE}Grant${grant.fields}`, fact: { kind: 'grant', grant }, form: 'stamped' };
}

/** The line that ends a grant. */
export function endEntry(grant: Grant, closedBy: 'detachment' | 'timeout'): LogEntry {
  const action = closedBy === 'detachment' ? 'Detachment' : 'TimeOut';
  const fact = { kind: 'end', grant, closedBy } as const;
  return { text: `${USAGE}${action}${grant.fields}`, fact, form: 'stamped' };
}

/** A refused request. */
export interface Refusal {
  readonly product: ProductSpec;
  readonly workplace: Workplace;
  readonly reason: DenialReason;
}

/** The line of a refusal. */
export function denialEntry({ product, workplace, reason }: Refusal): LogEntry {
  const who = [
    `${workplace.client}/${workplace.ip}`,
    workplace.user,
    internalIdOf(product, workplace),
    executableOf(product, workplace),
  ].join('|');
  return {
    text: `${DENIAL}${product.code} not granted, ${reason} ( from client ${who} )`,
    fact: { kind: 'denial', product, workplace, reason },
    form: 'stamped',
  };
}
