const HOUR_MS = 60 * 60_000;
/** One year, as for the limit of all products. */
const MOST_HOURS = 24 * 366;

/** Hours by product code, as `SESSION_TIMEOUT_HOURS_BY_PRODUCT` writes them. */
export type HoursByProduct = ReadonlyMap<string, number>;

/**
 * Reads limits such as `MD2=24, QAT=96`.
 *
 * @throws Error that names the part that is wrong.
 */
export function readHoursByProduct(text: string): HoursByProduct {
  const parts = text.split(',').map((part) => part.trim());
  return new Map(parts.filter((part) => part !== '').map(readLimit));
}

function readLimit(part: string): readonly [string, number] {
  const [, code, digits] = /^([^\s=]+)\s*=\s*(\d+(?:\.\d+)?)$/.exec(part) ?? [];
  const hours = Number(digits);
  if (code === undefined || !(hours > 0 && hours <= MOST_HOURS)) {
    throw new Error(`"${part}" is not CODE=HOURS with up to ${MOST_HOURS} hours, such as MD2=24`);
  }
  return [code, hours];
}

/** The longest life of a session of a product, in milliseconds, by its code. */
export function ageLimitOf(
  hours: { readonly all: number; readonly byProduct: HoursByProduct },
  code: string,
): number {
  return (hours.byProduct.get(code) ?? hours.all) * HOUR_MS;
}
