import type { CaseProduct } from './case-facts';

const V5 = 'Dassault Systemes V5';
const PLATFORM = 'Dassault Systemes';

/** Mechanical design, a floating licence. */
export const MD2: CaseProduct = { code: 'MD2', editor: V5, model: 'ConcurrentUser' };
/** Generative shape design, a floating licence. */
export const GSD: CaseProduct = { code: 'GSD', editor: V5, model: 'ConcurrentUser' };
/** A configuration with a shareable add-on, a floating licence. */
export const XM2_FTA: CaseProduct = { code: 'XM2-FTA', editor: V5, model: 'ConcurrentUser' };
/** Mechanical designer of the platform, a floating licence. */
export const MDG: CaseProduct = { code: 'MDG', editor: PLATFORM, model: 'ConcurrentUser' };
/** Platform member, given to named people. */
export const IFW: CaseProduct = { code: 'IFW', editor: PLATFORM, model: 'NamedUser' };
/** Analysis tokens. */
export const QAT: CaseProduct = { code: 'QAT', editor: PLATFORM, model: 'Token' };
/** Credits; the code is invented. */
export const QCR: CaseProduct = { code: 'QCR', editor: PLATFORM, model: 'Credit' };
/** Component reuse of V5: the code is that of another product, too. */
export const SRU_V5: CaseProduct = { code: 'SRU', editor: V5, model: 'ConcurrentUser' };
/** Unified tokens of the platform: the code is that of another product, too. */
export const SRU_PLATFORM: CaseProduct = { code: 'SRU', editor: PLATFORM, model: 'Token' };
/** What the site never bought. */
export const NEVER_BOUGHT: CaseProduct = { code: 'KIN', editor: V5, model: 'ConcurrentUser' };
