import type { LicenseModelDto } from './session';

/** One product and licence model, whose figures follow. */
export interface OfProduct {
  /** Product code, for example `MD2`. */
  readonly product: string;
  /** Publisher of the product; the code alone is not unique. Null where no source says. */
  readonly editor: string | null;
  /** How it is licensed. */
  readonly model: LicenseModelDto;
}
