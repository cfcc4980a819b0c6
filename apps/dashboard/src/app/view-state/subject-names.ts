import type { Subject } from './view-query';

/** What a filter is called on its chip. */
export const subjectNames: Readonly<Record<Subject, string>> = {
  product: $localize`:What a filter is of|:product`,
  user: $localize`:What a filter is of|:user`,
  host: $localize`:What a filter is of|:host`,
  server: $localize`:What a filter is of|:server`,
};

/** Names what a filter lets through: `user ann`. */
export function nameSubject(subject: Subject, name: string): string {
  switch (subject) {
    case 'product':
      return $localize`:A filter|:product ${name}:name:`;
    case 'user':
      return $localize`:A filter|:user ${name}:name:`;
    case 'host':
      return $localize`:A filter|:host ${name}:name:`;
    case 'server':
      return $localize`:A filter|:server ${name}:name:`;
  }
}
