import type { SubjectKindDto } from '@license-monitor/api-contract';

/** What a subject is called at the head of its page. */
export const kindNames: Readonly<Record<SubjectKindDto, string>> = {
  product: 'Product',
  user: 'User',
  host: 'Host',
};

/** What the parts of a subject's use are: of a product its people, else products. */
export const partNames: Readonly<Record<SubjectKindDto, string>> = {
  product: 'user',
  user: 'product',
  host: 'product',
};
