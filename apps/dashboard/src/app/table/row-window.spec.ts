import { Component, signal, viewChild, type ElementRef } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { FakeClock } from '../../testing/fake-clock';
import { Clock } from '../data/clock';
import { rowWindow } from './row-window';

@Component({
  selector: 'lm-table-host',
  template: `<table>
    <tbody #body>
      @for (one of shown.drawn(); track one.element) {
        <tr [attr.aria-rowindex]="one.index + 2">
          <td tabindex="0">{{ one.row }}</td>
        </tr>
      }
    </tbody>
  </table>`,
})
class TableHost {
  readonly rows = signal<readonly number[]>([]);
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  readonly shown = rowWindow(this.body, this.rows, (row) => row);
}

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, nth) => from + nth);

describe('rowWindow', () => {
  let clock: FakeClock;
  let fixture: ComponentFixture<TableHost>;

  beforeEach(() => {
    clock = new FakeClock();
    TestBed.configureTestingModule({ providers: [{ provide: Clock, useValue: clock }] });
    fixture = TestBed.createComponent(TableHost);
  });

  const show = (rows: readonly number[]) => {
    fixture.componentInstance.rows.set(rows);
    fixture.detectChanges();
  };
  const cells = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll('td')];
  const texts = () => cells().map((cell) => Number(cell.textContent));

  it('draws the rows of a short table that can be seen, and the others a little later', () => {
    show(numbers(200));
    const first = cells().length;
    expect(first).toBeLessThan(50);
    clock.advance(60);
    fixture.detectChanges();
    const second = cells().length;
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(100);
    for (let nth = 0; nth < 10; nth++) {
      clock.advance(60);
      fixture.detectChanges();
    }
    expect(texts()).toEqual(numbers(200));
  });

  it('draws of a long table only what is near the window, however long one waits', () => {
    show(numbers(5_000));
    clock.advance(60_000);
    fixture.detectChanges();
    expect(texts()).toEqual(numbers(cells().length));
    expect(cells().length).toBeLessThan(50);
    expect(fixture.componentInstance.shown.isCut()).toBe(true);
  });

  it('lets the rows out of sight wait anew when a filter makes a long table short', () => {
    show(numbers(200));
    clock.advance(60);
    show(numbers(5_000));
    show(numbers(250, 300));
    expect(texts()[0]).toBe(300);
    expect(cells().length).toBeLessThan(50);
  });

  it('fills the elements of rows that are gone with others', () => {
    show(numbers(5_000));
    const before = cells();
    show(numbers(5_000, 9_000));
    expect(cells()).toEqual(before);
    expect(texts()[0]).toBe(9_000);
  });

  it('draws the rows of a short table anew little by little when a filter of it is cleared', () => {
    show(numbers(300));
    for (let nth = 0; nth < 20; nth++) {
      clock.advance(60);
      fixture.detectChanges();
    }
    expect(cells()).toHaveLength(300);
    show(numbers(20));
    show(numbers(300));
    expect(cells().length).toBeLessThan(100);
  });

  it('draws the last row of a short table at once when one more comes', () => {
    show(numbers(100));
    for (let nth = 0; nth < 10; nth++) {
      clock.advance(60);
      fixture.detectChanges();
    }
    show(numbers(101));
    expect(texts()).toEqual(numbers(101));
  });

  it('never shows another row in the element that has the focus', () => {
    show(numbers(5_000));
    cells()[5]?.focus();
    show(numbers(5_000, 9_000));
    expect(texts()[5]).toBe(9_005);
    expect(document.activeElement).toBe(document.body);
  });

  it('leaves the focus in its row while rows come and go above it', () => {
    show(numbers(20));
    cells()[5]?.focus();
    show([100, 101, ...numbers(18, 2)]);
    expect(document.activeElement?.textContent).toBe('5');
    show(numbers(15, 3));
    expect(document.activeElement?.textContent).toBe('5');
  });
});
