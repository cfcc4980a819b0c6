import { linkedSignal, type Signal } from '@angular/core';
import type { ApiResource } from './api-client';

/**
 * Follows the value of a resource and keeps the last one while the resource loads again or
 * fails: old figures that say how old they are beat an empty page.
 */
export function lastValue<Answer>(resource: ApiResource<Answer>): Signal<Answer | undefined> {
  return linkedSignal<Answer | undefined, Answer | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (value, previous) => value ?? previous?.value,
  });
}

/**
 * Follows the value of a resource as {@link lastValue} does, but forgets it when `about` changes: an
 * answer about somebody else is none.
 */
export function lastValueAbout<Answer>(
  resource: ApiResource<Answer>,
  about: () => string,
): Signal<Answer | undefined> {
  const source = () => ({
    about: about(),
    value: resource.hasValue() ? resource.value() : undefined,
  });
  return linkedSignal<ReturnType<typeof source>, Answer | undefined>({
    source,
    computation: ({ value, about: now }, previous) =>
      value ?? (previous?.source.about === now ? previous.value : undefined),
  });
}
