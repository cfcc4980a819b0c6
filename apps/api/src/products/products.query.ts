import { FormatQuery } from '../export/export-format';
import { Sorted } from '../http/sort';

export const PRODUCT_SORTS = ['product', 'sessions', 'licenses', 'users', 'hosts'] as const;

export class ProductsQuery extends FormatQuery {
  @Sorted(PRODUCT_SORTS, 'By default product')
  sort = 'product';
}
