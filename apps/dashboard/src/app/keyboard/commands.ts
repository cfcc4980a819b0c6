import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { Clock, type Cancel } from '../data/clock';
import { interpretKey, SEQUENCE_MS, type Command } from './key-command';

const STORAGE_KEY = 'license-monitor.single-keys';
const fields = 'input:not([type=checkbox], [type=button]), textarea, select, [contenteditable]';

/** Turns keys into commands, wherever the focus is, except in fields and open dialogs. */
@Injectable({ providedIn: 'root' })
export class Commands {
  private readonly clock = inject(Clock);
  private readonly document = inject(DOCUMENT);
  private readonly subject = new Subject<Command>();
  private readonly isOn = signal(localStorage.getItem(STORAGE_KEY) !== 'off');
  private prefix = '';
  private cancelPrefix: Cancel | null = null;

  /** Every command as it is asked for. */
  readonly issued = this.subject.asObservable();

  /** Whether single keys do anything; some people's speech input types them by mistake. */
  readonly isEnabled = this.isOn.asReadonly();

  constructor() {
    const listen = (event: KeyboardEvent) => this.press(event);
    this.document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', listen));
  }

  /** Switches single keys on or off, for this browser. */
  setEnabled(isEnabled: boolean): void {
    this.isOn.set(isEnabled);
    localStorage.setItem(STORAGE_KEY, isEnabled ? 'on' : 'off');
  }

  private press(event: KeyboardEvent): void {
    if (!this.isOn() || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : null;
    const press = {
      key: event.key,
      hasModifier: event.ctrlKey || event.altKey || event.metaKey,
      isInField: target?.closest(`${fields}, dialog[open]`) != null,
    };
    const { command, prefix } = interpretKey(press, this.prefix);
    this.remember(prefix);
    if (command === null) return;
    event.preventDefault();
    this.subject.next(command);
  }

  private remember(prefix: string): void {
    this.cancelPrefix?.();
    this.prefix = prefix;
    this.cancelPrefix =
      prefix === '' ? null : this.clock.after(SEQUENCE_MS, () => this.remember(''));
  }
}
