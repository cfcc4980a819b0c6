import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Stands for the rows above or below those that are drawn, so that the page is as long as with them. */
@Component({
  selector: '[lmRoom]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<td [attr.colspan]="columns()" [style.block-size.px]="height()"></td>`,
  host: { class: 'room', 'aria-hidden': 'true' },
})
export class Room {
  /** In pixels. */
  readonly height = input.required<number>();
  /** How many columns the table has. */
  readonly columns = input.required<number>();
}
