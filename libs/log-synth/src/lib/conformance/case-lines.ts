import type { Workplace } from '../workplace';
import type { CaseProduct, CaseSession, RefusalReason } from './case-facts';

/** What a usage line says happened. */
export type UsageAction = 'Grant' | 'Detachment' | 'TimeOut';

const CUSTOMER = '200000000000123';

/** The message of a usage line (log-format.md §2); with `hasCustomer` in the form of variant B. */
export function usageMessage(
  action: UsageAction,
  session: Pick<CaseSession, 'product' | 'workplace' | 'sessionId' | 'quantity'>,
  hasCustomer: boolean,
): string {
  const { product, workplace, sessionId, quantity } = session;
  return [
    action,
    '',
    product.code,
    ...(hasCustomer ? [CUSTOMER] : []),
    sessionId,
    product.editor,
    product.model,
    String(quantity),
    'STD',
    workplace.clientFields,
    internalIdOf(product, workplace),
    executableOf(product, workplace),
    '6.424',
    '0',
  ].join('!');
}

/** The message of a refusal (log-format.md §3). */
export function refusalMessage(
  product: CaseProduct,
  workplace: Workplace,
  reason: RefusalReason,
): string {
  const who = [
    `${workplace.client}/${workplace.ip}`,
    workplace.user,
    internalIdOf(product, workplace),
    executableOf(product, workplace),
  ].join('|');
  return `${product.code} not granted, ${reason} ( from client ${who} )`;
}

/** What identifies a consumed licence (log-format.md §2.5). */
export function internalIdOf({ model, code }: CaseProduct, workplace: Workplace): string {
  if (model === 'NamedUser') return workplace.user;
  return model === 'ConcurrentUser' ? workplace.internalId : code;
}

/** The program that asks for a product. */
export function executableOf({ editor }: CaseProduct, { display }: Workplace): string {
  if (display === 0) return '/usr/SIMULIA/EstProducts/2023/linux_a64/code/bin/SMAStandard';
  return editor === 'Dassault Systemes V5'
    ? 'C:\\Program Files\\DS\\B30\\win_b64\\code\\bin\\CNEXT.exe'
    : 'C:\\Program Files\\DS\\R2023x\\win_b64\\code\\bin\\3DEXPERIENCE.exe';
}
