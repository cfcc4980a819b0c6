import type { ElementRef } from '@angular/core';
import { ChangeDetectionStrategy, Component, inject, input, viewChild } from '@angular/core';
import { Commands } from './commands';
import { keyBindings } from './key-command';

/** The list of keys, as a dialog, and the one place to switch single keys off. */
@Component({
  selector: 'lm-key-help',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dialog #dialog aria-labelledby="key-help-title" data-testid="key-help">
    <h2 i18n id="key-help-title">Keys</h2>
    <dl>
      @for (binding of bindings; track binding.keys) {
        <div>
          <dt>
            @for (key of binding.keys.split(' '); track $index; let isLast = $last) {
              <kbd>{{ key }}</kbd>{{ isLast ? '' : then }}
            }
          </dt>
          <dd>{{ binding.does }}</dd>
        </div>
      }
    </dl>
    <label class="check">
      <input
        #box
        type="checkbox"
        [checked]="commands.isEnabled()"
        (change)="commands.setEnabled(box.checked)"
      />
      <span i18n>Single-key shortcuts</span>
    </label>
    <div class="foot">
      <button i18n type="button" class="button" (click)="dialog.close()">Close</button>
      <span i18n class="muted" data-testid="version">License Monitor {{ version() }}</span>
    </div>
  </dialog>`,
  styleUrl: './key-help.css',
})
export class KeyHelp {
  /** The version of the API; empty while it is unknown. */
  readonly version = input('');

  protected readonly bindings = keyBindings;
  protected readonly then = $localize`:Between two keys that are pressed one after another|: then `;
  protected readonly commands = inject(Commands);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** Opens the list; the browser gives the focus back when it closes. */
  open(): void {
    const dialog = this.dialog().nativeElement;
    if (!dialog.open) dialog.showModal();
  }
}
