import type { SubjectKindDto } from '@license-monitor/api-contract';

const folders: Readonly<Record<SubjectKindDto, string>> = {
  product: 'products',
  user: 'users',
  host: 'hosts',
};

/**
 * Returns the path of the page about a product, a user or a host. Parentheses mean something to the
 * router, so they are encoded as well.
 */
export function toSubjectPath(kind: SubjectKindDto, key: string): string {
  const encoded = encodeURIComponent(key).replace(
    /[()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `/${folders[kind]}/${encoded}`;
}
