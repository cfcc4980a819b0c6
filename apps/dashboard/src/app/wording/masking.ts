import { computed, inject, Injectable, Pipe, type PipeTransform } from '@angular/core';
import { storedChoice } from '../frame/stored-choice';
import { maskedNameOf, plainNameOf, type NameKind, type NameOf } from './name-of';

/** Whether names of users and hosts are shown, for screenshots and for screens on a wall. */
@Injectable({ providedIn: 'root' })
export class Masking {
  private readonly stored = storedChoice('names', ['shown', 'masked']);
  private readonly masked = maskedNameOf();

  readonly isOn = computed(() => this.stored.choice() === 'masked');

  /** Writes names as this browser shows them. */
  readonly nameOf = computed<NameOf>(() => (this.isOn() ? this.masked : plainNameOf));

  /** Masks names or shows them, for this browser. */
  mask(isOn: boolean): void {
    this.stored.choose(isOn ? 'masked' : 'shown');
  }
}

/** Shows a name from a log safely, or a number in its place. Impure: the switch is no argument. */
@Pipe({ name: 'lmNameOf', pure: false })
export class NameText implements PipeTransform {
  private readonly masking = inject(Masking);

  transform(name: string, kind: NameKind): string {
    return this.masking.nameOf()(kind, name);
  }
}
