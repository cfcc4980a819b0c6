import type { DenialReason } from '@license-monitor/log-parser';

/** The numbers of who was refused; null where the log does not say. */
interface Refused {
  readonly userId: number | null;
  readonly clientId: number | null;
}

/**
 * Who asked for what, and why it was refused. Equal keys are one and the same text, so that it is quick to
 * find by them: refusals of a year are many, those who are refused are few.
 */
export class DenialKeys {
  /** By the product, the reason and the person. */
  private readonly keys = new Map<string, Map<DenialReason, Map<number, string>>>();

  /**
   * Nobody is compared with nobody: a refusal that names neither person nor machine has no key.
   *
   * @param product its code.
   */
  find(product: string, reason: DenialReason, { userId, clientId }: Refused): string | undefined {
    if (userId === null && clientId === null) return undefined;
    const ofProduct = inner(this.keys, product, () => new Map<DenialReason, Map<number, string>>());
    const ofReason = inner(ofProduct, reason, () => new Map<number, string>());
    // Numbers of people and of machines begin with one.
    return userId === null
      ? inner(ofReason, -Number(clientId), () => `${product} ${reason} client ${clientId}`)
      : inner(ofReason, userId, () => `${product} ${reason} user ${userId}`);
  }
}

function inner<Key, Value>(outer: Map<Key, Value>, key: Key, create: () => Value): Value {
  let value = outer.get(key);
  if (value === undefined) outer.set(key, (value = create()));
  return value;
}
