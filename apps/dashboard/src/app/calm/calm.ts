import { computed, linkedSignal, signal, type Signal } from '@angular/core';

/** A value that stands still while it is held. */
export interface Calm<Value> {
  /** What is shown: the latest value, or the one from when it began to be held. */
  readonly shown: Signal<Value | undefined>;
  /** Whether a newer value waits. */
  readonly isBehind: Signal<boolean>;
  /** Takes the latest value although it is held. */
  readonly catchUp: () => void;
}

/** Follows `latest`, except while `isHeld`: rows must not move under a pointer or a reader. */
export function calm<Value>(
  latest: Signal<Value | undefined>,
  isHeld: Signal<boolean>,
): Calm<Value> {
  const releases = signal(0);
  const shown = linkedSignal<
    { readonly value: Value | undefined; readonly held: boolean; readonly release: number },
    Value | undefined
  >({
    source: () => ({ value: latest(), held: isHeld(), release: releases() }),
    computation: ({ value, held, release }, previous) => {
      const mayKeep = held && previous?.value !== undefined && value !== undefined;
      return mayKeep && previous.source.release === release ? previous.value : value;
    },
  });
  return {
    shown: shown.asReadonly(),
    isBehind: computed(() => shown() !== latest()),
    catchUp: () => releases.update((count) => count + 1),
  };
}
