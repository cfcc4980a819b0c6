import { signal } from '@angular/core';
import { calm } from './calm';

describe('calm', () => {
  it('follows the latest value while nothing holds it', () => {
    const latest = signal<string | undefined>(undefined);
    const { shown, isBehind } = calm(latest, signal(false));
    expect(shown()).toBeUndefined();
    latest.set('a');
    expect(shown()).toBe('a');
    latest.set('b');
    expect(shown()).toBe('b');
    expect(isBehind()).toBe(false);
  });

  it('stands still while it is held and follows again afterwards', () => {
    const latest = signal<string | undefined>('a');
    const isHeld = signal(false);
    const { shown, isBehind } = calm(latest, isHeld);
    expect(shown()).toBe('a');
    isHeld.set(true);
    latest.set('b');
    expect(shown()).toBe('a');
    expect(isBehind()).toBe(true);
    isHeld.set(false);
    expect(shown()).toBe('b');
  });

  it('catches up on request and stands still again', () => {
    const latest = signal<string | undefined>('a');
    const { shown, catchUp } = calm(latest, signal(true));
    expect(shown()).toBe('a');
    latest.set('b');
    catchUp();
    expect(shown()).toBe('b');
    latest.set('c');
    expect(shown()).toBe('b');
  });

  it('takes the first value although it is held', () => {
    const latest = signal<string | undefined>(undefined);
    const { shown } = calm(latest, signal(true));
    expect(shown()).toBeUndefined();
    latest.set('a');
    expect(shown()).toBe('a');
  });
});
