import { Directive, ElementRef, inject, model } from '@angular/core';

/** Tells whether the pointer or the focus is inside an element. */
@Directive({
  selector: '[lmHoldStill]',
  host: {
    '(pointerenter)': 'enter()',
    '(pointerleave)': 'leave()',
    '(focusin)': 'focus()',
    '(focusout)': 'blur($event)',
  },
})
export class HoldStill {
  /** Whether the pointer or the focus is inside. */
  readonly isHeld = model(false);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private hasPointer = false;
  private hasFocus = false;

  protected enter(): void {
    this.hasPointer = true;
    this.tell();
  }

  protected leave(): void {
    this.hasPointer = false;
    this.tell();
  }

  protected focus(): void {
    this.hasFocus = true;
    this.tell();
  }

  protected blur(event: FocusEvent): void {
    this.hasFocus =
      event.relatedTarget instanceof Node && this.element.contains(event.relatedTarget);
    this.tell();
  }

  private tell(): void {
    this.isHeld.set(this.hasPointer || this.hasFocus);
  }
}
