import type { SubjectKindDto } from '@license-monitor/api-contract';

/** What a subject is called at the head of its page. */
export const kindNames: Readonly<Record<SubjectKindDto, string>> = {
  product: $localize`Product`,
  user: $localize`User`,
  host: $localize`Host`,
};

/** The heading of the parts of a subject's use: of a product its people, else products. */
export const partHeadings: Readonly<Record<SubjectKindDto, string>> = {
  product: $localize`:Lanes or groups|:By user`,
  user: $localize`:Lanes or groups|:By product`,
  host: $localize`:Lanes or groups|:By product`,
};

/** Says why filters are left aside on a page about one subject, at the beginning of a sentence. */
export const aboutOne: Readonly<Record<SubjectKindDto, string>> = {
  product: $localize`This page is about one product`,
  user: $localize`This page is about one user`,
  host: $localize`This page is about one host`,
};

/** Says that nothing was ever heard of a subject. */
export function describeUnknown(kind: SubjectKindDto, name: string): string {
  switch (kind) {
    case 'product':
      return $localize`Nothing is known of the product ${name}:name:.`;
    case 'user':
      return $localize`Nothing is known of the user ${name}:name:.`;
    case 'host':
      return $localize`Nothing is known of the host ${name}:name:.`;
  }
}
