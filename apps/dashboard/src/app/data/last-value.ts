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
