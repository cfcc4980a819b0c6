import type { Claim } from './seats';
import type { ProductSpec, LogVariant } from './scenario';
import type { Workplace } from './workplace';

/** A running client program: what it writes about itself is the same in all its lines. */
export interface ClientSession {
  /** 16 upper-case hexadecimal digits; the low 48 bits are the UTC ms of its creation. */
  readonly sessionId: string;
  readonly workplace: Workplace;
  readonly tail: ClientTail;
}

/** How much of the end of a usage line this client makes the server write. */
export type ClientTail = 'none' | 'internal-id' | 'full';

/** One licence, or several tokens, in the hands of a client. */
export interface Grant extends Claim {
  readonly product: ProductSpec;
  readonly client: ClientSession;
  /** The message of its lines after the action. */
  readonly fields: string;
}

const CUSTOMER = '200000000000123';
const COMMERCIAL_TYPE = 'STD';
const CLIENT_VERSION = '6.424';
const FLAG = '0';

/** Writes what the lines of a grant say after the action. */
export function usageFields(
  product: ProductSpec,
  quantity: number,
  client: ClientSession,
  variant: LogVariant,
): string {
  const { code, editor, model } = product;
  const customer = variant === 'B' ? `${CUSTOMER}!` : '';
  const license = `${customer}${client.sessionId}!${editor}!${model}!${quantity}`;
  const { clientFields } = client.workplace;
  return `!!${code}!${license}!${COMMERCIAL_TYPE}!${clientFields}${tailFields(product, client)}`;
}

function tailFields(product: ProductSpec, { tail, workplace, sessionId }: ClientSession): string {
  if (tail === 'none') return '';
  const internalId = internalIdOf(product, workplace);
  if (tail === 'internal-id') return `!${internalId}`;
  const program = executableOf(product, workplace);
  const suffix = processSuffix(program, sessionId);
  return `!${internalId}!${program}${suffix}!${CLIENT_VERSION}!${FLAG}`;
}

/** Programs of the 3DEXPERIENCE family add their process number; any number will do. */
function processSuffix(program: string, sessionId: string): string {
  return program.endsWith('CNEXT.exe') ? '' : ` ( ${parseInt(sessionId.slice(-4), 16) + 1})`;
}

/** What identifies a consumed licence of a product: it depends on the model. */
export function internalIdOf({ model, code }: ProductSpec, workplace: Workplace): string {
  if (model === 'NamedUser') return workplace.user;
  return model === 'Token' ? code : workplace.internalId;
}

/** The program that asks for a product. */
export function executableOf({ editor, model }: ProductSpec, { display }: Workplace): string {
  if (display === 0) return '/usr/SIMULIA/EstProducts/2023/linux_a64/code/bin/SMAStandard';
  if (editor === 'Dassault Systemes V5') {
    return 'C:\\Program Files\\DS\\B30\\win_b64\\code\\bin\\CNEXT.exe';
  }
  return model === 'Token'
    ? 'C:\\SIMULIA\\EstProducts\\2023\\win_b64\\code\\bin\\ABQcaeK.exe'
    : 'C:\\Program Files\\DS\\R2023x\\win_b64\\code\\bin\\3DEXPERIENCE.exe';
}
